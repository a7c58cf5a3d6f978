import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clearOverSessions, findUser } from "~/platform/session/session.server";
import { installJobQueue } from "~/platform/queue/install-job-queue.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { findMailboxMessage, listMailbox } from "./mailbox/demonstration-mailbox.query.server";
import { requestPasswordReset, resetPassword } from "./reset-password/reset-password.command.server";
import { signIn } from "./sign-in/sign-in.command.server";
import { signUp } from "./sign-up/sign-up.command.server";
import { signUpSchema } from "./sign-up/sign-up.schema";
import { isVerificationLinkLive, sendVerificationLink, verifyEmail } from "./verify-email/verify-email.command.server";

const database = useTestDatabase();
beforeAll(() => installJobQueue(database.urls));
beforeEach(() =>
  database.asAdmin(async (sql) => {
    await sql`truncate users, sessions, email_tokens, operators, mail_messages, rate_limits cascade`;
  }),
);

const rosa = {
  fullName: "Rosa Díaz",
  email: "rosa@panaderia.test",
  password: "pan dulce y café",
  language: "es",
} as const;

async function newestMail(to: string = rosa.email) {
  const line = (await listMailbox()).find(({ recipient }) => recipient === to);
  return line && findMailboxMessage(line.messageId);
}

async function tokenInMail(path: string): Promise<string> {
  const mail = await newestMail();
  return new RegExp(`/${path}/([\\w-]{43})`).exec(mail?.text ?? "")?.[1] ?? "";
}

function requestWith(cookie: string): Request {
  return new Request("http://localhost:3000/", { headers: { Cookie: cookie.split(";")[0] ?? "" } });
}

async function cookieOf(password: string = rosa.password): Promise<string> {
  const outcome = await signIn({ email: rosa.email, password });
  return outcome.ok ? outcome.value : "";
}

async function countMail(): Promise<number> {
  return (await listMailbox()).length;
}

describe("signing up", () => {
  it("makes an account that is not verified yet, and mails a link in the person's language", async () => {
    expect(await signUp({ ...rosa, returnTo: "/employers/new" })).toEqual({ ok: true, value: undefined });
    expect(await findUser(requestWith(await cookieOf()))).toMatchObject({
      fullName: "Rosa Díaz",
      language: "es",
      isEmailVerified: false,
      isOperator: false,
    });
    const mail = await newestMail();
    expect(mail?.subject).toBe("Verifique su correo electrónico");
    expect(mail?.text).toContain("?returnTo=%2Femployers%2Fnew");
  });

  it("answers the same for an address that has an account, changes nothing, and tells its owner", async () => {
    await signUp(rosa);
    const again = await signUp({ ...rosa, fullName: "Eve", password: "a very other password", language: "en" });
    expect(again).toEqual({ ok: true, value: undefined });
    expect((await newestMail())?.subject).toBe("Usted ya tiene una cuenta");
    expect(await signIn({ email: rosa.email, password: "a very other password" })).toMatchObject({ ok: false });
    expect(await cookieOf()).not.toBe("");
  });

  it("keeps neither the password nor the mail's text readable in the database", async () => {
    await signUp(rosa);
    const stored = await database.asAdmin(async (sql) =>
      JSON.stringify([await sql`select * from users`, await sql`select sealed_body from mail_messages`]),
    );
    expect(stored).not.toContain(rosa.password);
    expect(stored).not.toContain("verify-email");
    expect(stored).toContain("$argon2id$");
  });

  it("is refused in a language that there is none of", async () => {
    const refused = await signUp({ ...rosa, language: "fr" });
    expect(refused).toEqual({ ok: false, problems: [{ code: "choose-one-of-list", field: "language" }] });
  });

  it("takes the address in lower case", () => {
    const parsed = signUpSchema.parse({ ...rosa, email: " Rosa@Panaderia.TEST " });
    expect(parsed.email).toBe("rosa@panaderia.test");
  });

  it("stops mailing one address after five tries in an hour", async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await signUp(rosa)).ok).toBe(true);
    expect(await signUp(rosa)).toMatchObject({
      ok: false,
      problems: [{ code: "too-many-attempts", params: { minutes: 60 } }],
    });
    expect(await countMail()).toBe(5);
  });
});

describe("verifying an address", () => {
  it("happens once, by the button and not by looking", async () => {
    await signUp(rosa);
    const token = await tokenInMail("verify-email");
    expect(await isVerificationLinkLive(token)).toBe(true);
    expect(await isVerificationLinkLive(token)).toBe(true);
    expect(await verifyEmail(token)).toEqual({ ok: true, value: undefined });
    expect(await findUser(requestWith(await cookieOf()))).toMatchObject({ isEmailVerified: true });
    expect(await verifyEmail(token)).toEqual({ ok: false, problems: [{ code: "link-no-longer-works" }] });
  });

  it("works for one of two clicks at the same time", async () => {
    await signUp(rosa);
    const token = await tokenInMail("verify-email");
    const outcomes = await Promise.all([verifyEmail(token), verifyEmail(token), verifyEmail(token)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("does not happen with a link that is too old, unknown, or made for something else", async () => {
    await signUp(rosa);
    const token = await tokenInMail("verify-email");
    expect(await resetPassword(token, "another good password")).toMatchObject({ ok: false });
    await database.asAdmin((sql) => sql`update email_tokens set expires_at = now() - interval '1 second'`);
    for (const dead of [token, "x".repeat(43), "", undefined]) expect((await verifyEmail(dead)).ok).toBe(false);
  });

  it("can be asked for again by the person", async () => {
    await signUp(rosa);
    const user = await findUser(requestWith(await cookieOf()));
    expect(user && (await sendVerificationLink(user))).toEqual({ ok: true, value: undefined });
    expect((await verifyEmail(await tokenInMail("verify-email"))).ok).toBe(true);
  });
});

describe("signing in", () => {
  it("gives the same answer to a wrong password and to an unknown address", async () => {
    await signUp(rosa);
    const refusal = { ok: false, problems: [{ code: "sign-in-failed" }] };
    expect(await signIn({ email: rosa.email, password: "wrong wrong wrong" })).toEqual(refusal);
    expect(await signIn({ email: "nobody@panaderia.test", password: rosa.password })).toEqual(refusal);
  });

  it("asks to wait after ten wrong passwords, the right one included, and forgets them after a right one", async () => {
    await signUp(rosa);
    for (let attempt = 0; attempt < 9; attempt += 1) await signIn({ email: rosa.email, password: "wrong" });
    expect(await cookieOf()).not.toBe("");
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn({ email: rosa.email, password: "wrong" });
    const refused = await signIn({ email: rosa.email, password: rosa.password });
    expect(refused).toMatchObject({ ok: false, problems: [{ code: "too-many-attempts" }] });
  });

  it("gives a new token each time and ends the session the browser had", async () => {
    await signUp(rosa);
    const first = await cookieOf();
    const token = /=([\w-]{43});/.exec(first)?.[1] ?? "";
    const second = await signIn({ email: rosa.email, password: rosa.password }, token);
    expect(second.ok && second.value).not.toBe(first);
    expect(await findUser(requestWith(first))).toBeUndefined();
    const stored = await database.asAdmin((sql) => sql<{ token_hash: string }[]>`select token_hash from sessions`);
    expect(stored).toHaveLength(1);
    expect(stored[0]?.token_hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("a session", () => {
  it.each([
    ["29 minutes idle", "last_seen_at = now() - interval '29 minutes'", true],
    ["30 minutes idle", "last_seen_at = now() - interval '30 minutes'", false],
    ["a moment before twelve hours", "expires_at = now() + interval '1 minute'", true],
    ["twelve hours old", "expires_at = now()", false],
  ])("%s", async (_name, change, lives) => {
    await signUp(rosa);
    const cookie = await cookieOf();
    await database.asAdmin((sql) => sql.unsafe(`update sessions set ${change}`));
    expect((await findUser(requestWith(cookie))) !== undefined).toBe(lives);
    expect(await clearOverSessions()).toBe(lives ? 0 : 1);
  });

  it("lasts twelve hours at most and is marked as seen at most once a minute", async () => {
    await signUp(rosa);
    const cookie = await cookieOf();
    const seen = () =>
      database.asAdmin((sql) => sql`select last_seen_at, expires_at - created_at as life from sessions`);
    const [fresh] = await seen();
    expect(fresh?.["life"]).toBe("12:00:00");
    await findUser(requestWith(cookie));
    expect((await seen())[0]?.["last_seen_at"]).toEqual(fresh?.["last_seen_at"]);
    await database.asAdmin((sql) => sql`update sessions set last_seen_at = now() - interval '61 seconds'`);
    await findUser(requestWith(cookie));
    const age = Date.now() - (await seen())[0]?.["last_seen_at"].getTime();
    expect(age).toBeLessThan(10_000);
  });
});

describe("a forgotten password", () => {
  it("is replaced by the link in the mail, which ends every session and tells the owner", async () => {
    await signUp(rosa);
    const cookie = await cookieOf();
    expect(await requestPasswordReset(rosa.email)).toEqual({ ok: true, value: undefined });
    const token = await tokenInMail("reset-password");
    expect(await resetPassword(token, "queso fresco y miel")).toEqual({ ok: true, value: undefined });
    expect(await findUser(requestWith(cookie))).toBeUndefined();
    expect(await signIn({ email: rosa.email, password: rosa.password })).toMatchObject({ ok: false });
    expect(await findUser(requestWith(await cookieOf("queso fresco y miel")))).toMatchObject({ isEmailVerified: true });
    expect((await newestMail())?.subject).toBe("Se cambió su contraseña");
    expect(await resetPassword(token, "yet another password")).toMatchObject({ ok: false });
  });

  it("leaves no other reset link alive", async () => {
    await signUp(rosa);
    await requestPasswordReset(rosa.email);
    const older = await tokenInMail("reset-password");
    await requestPasswordReset(rosa.email);
    expect((await resetPassword(await tokenInMail("reset-password"), "queso fresco y miel")).ok).toBe(true);
    expect((await resetPassword(older, "queso fresco y miel dos")).ok).toBe(false);
  });

  it("works for thirty minutes", async () => {
    await signUp(rosa);
    await requestPasswordReset(rosa.email);
    const [row] = await database.asAdmin(
      (sql) => sql`select (expires_at - created_at)::text as life from email_tokens where purpose = 'reset-password'`,
    );
    expect(row).toEqual({ life: "00:30:00" });
  });

  it("keeps the link when the new password is refused", async () => {
    await signUp({ ...rosa, email: "panadera@panaderia.test" });
    await requestPasswordReset("panadera@panaderia.test");
    const mail = await newestMail("panadera@panaderia.test");
    const token = /reset-password\/([\w-]{43})/.exec(mail?.text ?? "")?.[1];
    expect(await resetPassword(token, "soy la panadera aquí")).toMatchObject({
      ok: false,
      problems: [{ code: "password-contains-email", field: "password" }],
    });
    expect((await resetPassword(token, "queso fresco y miel")).ok).toBe(true);
  });

  it("gets the same answer for an unknown address, in about the same time, and no mail", async () => {
    await signUp(rosa);
    const before = await countMail();
    const timed = async (email: string) => {
      const started = performance.now();
      expect(await requestPasswordReset(email)).toEqual({ ok: true, value: undefined });
      return performance.now() - started;
    };
    expect(await timed("nobody@panaderia.test")).toBeGreaterThanOrEqual(249);
    expect(await timed(rosa.email)).toBeGreaterThanOrEqual(249);
    expect(await countMail()).toBe(before + 1);
  });
});
