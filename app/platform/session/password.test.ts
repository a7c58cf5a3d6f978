import { describe, expect, it } from "vitest";
import { checkPassword, hashPassword } from "./password.server";

describe("a password", () => {
  it("is kept as an Argon2id hash and recognised again", async () => {
    const hashed = await hashPassword("correct horse battery");
    expect(hashed.ok && hashed.value).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const stored = hashed.ok ? hashed.value : "";
    expect(await checkPassword("correct horse battery", stored)).toEqual({ ok: true, value: true });
    expect(await checkPassword("correct horse batterY", stored)).toEqual({ ok: true, value: false });
  });

  it("is wrong for an account that does not exist, even the one the decoy was made of", async () => {
    expect(await checkPassword("nobody has this password", undefined)).toEqual({ ok: true, value: false });
  });

  it("takes about as long to refuse for an unknown account as for a known one", async () => {
    const hashed = await hashPassword("correct horse battery");
    const timed = async (stored: string | undefined) => {
      const started = performance.now();
      for (let round = 0; round < 8; round += 1) await checkPassword("something else", stored);
      return performance.now() - started;
    };
    await timed(undefined);
    const known = await timed(hashed.ok ? hashed.value : undefined);
    const unknown = await timed(undefined);
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(3);
  });

  it("asks the rest to come back when too many are being checked at once, and recovers", async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => checkPassword("x", undefined)));
    const busy = answers.filter((answer) => !answer.ok);
    expect(busy).toHaveLength(60 - 2 - 32);
    expect(busy[0]).toEqual({ ok: false, problems: [{ code: "sign-in-busy" }] });
    expect(await checkPassword("x", undefined)).toEqual({ ok: true, value: false });
  });
});
