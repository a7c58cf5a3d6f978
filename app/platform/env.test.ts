import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseEnvironment } from "./env.server";
import { StartProblem } from "./start-problem";

describe("settings", () => {
  it("need nothing: the embedded database, port 3000 and localhost are the defaults", () => {
    const settings = parseEnvironment({});
    expect(settings).toMatchObject({
      port: 3000,
      publicOrigin: "http://localhost:3000",
      publicOriginIsDefault: true,
      databaseUrl: undefined,
      isCi: false,
    });
    expect(settings.dropFolder.endsWith(".data/outbound")).toBe(true);
  });

  it.each([
    ["a port above 65535", { PORT: "65536" }, "PORT"],
    ["a port that is no number", { PORT: "http" }, "PORT"],
    ["a public origin with a path", { PUBLIC_ORIGIN: "https://example.org/app" }, "PUBLIC_ORIGIN"],
    ["a public origin with a closing slash", { PUBLIC_ORIGIN: "https://example.org/" }, "PUBLIC_ORIGIN"],
    ["a database of another make", { DATABASE_URL: "mysql://u@h/d" }, "DATABASE_URL"],
    ["a key of 31 bytes", { SHOPFRONT_KEY: Buffer.alloc(31).toString("base64") }, "SHOPFRONT_KEY"],
    ["a day that does not exist", { SHOPFRONT_TODAY: "2026-02-30" }, "SHOPFRONT_TODAY"],
    ["an owner without an application role", { DATABASE_OWNER_URL: "postgres://o@h/d" }, "DATABASE_URL is not"],
    [
      "one role for both",
      { DATABASE_URL: "postgres://o@h/d", DATABASE_OWNER_URL: "postgres://o@h/d" },
      "two different roles",
    ],
  ])("refuse %s and name it", (_what, source, named) => {
    expect(() => parseEnvironment(source)).toThrow(StartProblem);
    expect(() => parseEnvironment(source)).toThrow(named);
  });

  it("list everything that is wrong at once", () => {
    expect(() => parseEnvironment({ PORT: "0", SMTP_URL: "mailhost" })).toThrow(/PORT[\s\S]*SMTP_URL/);
  });

  it("treat an empty value as not given, and accept a key of 32 bytes", () => {
    const key = Buffer.alloc(32, 7).toString("base64");
    expect(parseEnvironment({ DATABASE_URL: "", PORT: "", SHOPFRONT_KEY: key })).toMatchObject({
      port: 3000,
      keyEncryptionKey: Buffer.alloc(32, 7),
    });
  });

  it("ask for a key when the database is somebody's own, and keep one in a private file when it is embedded", () => {
    expect(() => parseEnvironment({ DATABASE_URL: "postgres://a@h/d" }).keyEncryptionKey).toThrow("SHOPFRONT_KEY");
    const folder = mkdtempSync(path.join(tmpdir(), "shopfront-key-"));
    const first = parseEnvironment({ DATA_FOLDER: folder }).keyEncryptionKey;
    expect(first).toHaveLength(32);
    expect(parseEnvironment({ DATA_FOLDER: folder }).keyEncryptionKey).toEqual(first);
    expect(statSync(path.join(folder, "shopfront.key")).mode & 0o777).toBe(0o600);
    rmSync(folder, { recursive: true });
  });
});
