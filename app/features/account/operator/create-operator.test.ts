import { beforeAll, describe, expect, it } from "vitest";
import { withDoor } from "~db/client.server";
import { resetPassword } from "../reset-password/reset-password.command.server";
import { signIn } from "../sign-in/sign-in.command.server";
import { findUser } from "~/platform/session/session.server";
import { installJobQueue } from "~/platform/queue/install-job-queue.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { createOperator } from "./create-operator.command.server";

const database = useTestDatabase();
beforeAll(() => installJobQueue(database.urls));

const email = "olga@shop.test";

describe("an operator made at the command line", () => {
  it("sets a password through the printed link and is an operator from then on", async () => {
    const made = await createOperator({ email, name: "Olga Pérez" }, database.urls.ownerUrl);
    const token = made.ok ? made.value.passwordUrl?.split("/").at(-1) : undefined;
    expect((await resetPassword(token, "seven quiet lighthouses")).ok).toBe(true);
    const cookie = await signIn({ email, password: "seven quiet lighthouses" });
    const request = new Request("http://localhost/", {
      headers: { Cookie: cookie.ok ? (cookie.value.split(";")[0] ?? "") : "" },
    });
    expect(await findUser(request)).toMatchObject({ fullName: "Olga Pérez", isOperator: true, isEmailVerified: true });
  });

  it("keeps the password of an account that exists, and is made twice without harm", async () => {
    expect(await createOperator({ email, name: undefined }, database.urls.ownerUrl)).toEqual({
      ok: true,
      value: { email },
    });
    const rows = await database.asAdmin((sql) => sql`select 1 from operators`);
    expect(rows).toHaveLength(1);
  });

  it("needs an e-mail address", async () => {
    const refused = await createOperator({ email: "olga" }, database.urls.ownerUrl);
    expect(refused).toMatchObject({ ok: false, problems: [{ code: "invalid-email", field: "email" }] });
  });

  it("cannot be made by the application's own role", async () => {
    const grab = withDoor({ kind: "public" }, (tx) =>
      tx.execute("insert into operators (user_id) select user_id from users"),
    );
    await expect(grab).rejects.toThrow();
  });
});
