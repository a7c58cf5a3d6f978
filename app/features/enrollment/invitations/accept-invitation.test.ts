import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { faultParams, passwordFault } from "~/features/account/password.schema";
import { installJobQueue } from "~/platform/queue/install-job-queue.server";
import { hashPassword } from "~/platform/session/password.server";
import { findUser } from "~/platform/session/session.server";
import { tokenHash } from "~/platform/session/token.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { withDoor } from "~db/client.server";
import { findOpenOffer, listInvitees } from "~db/repositories/roster/invitation.server";
import { insertCatalog, insertEnrolledGroup, type EnrolledGroup } from "~db/testing/enrolled-group";
import { acceptChoice } from "./accept-choice.server";
import { acceptInvitation, type Acceptance } from "./accept-invitation.command.server";
import { confirmIdentity } from "./confirm-identity.command.server";
import { confirmationCookie, isConfirmed } from "./confirmation.server";
import { makeLinks } from "./invite-employees.command.server";
import { findByToken, openInvitation, type Clock } from "./open-invitation.command.server";

const database = useTestDatabase();
const morning = new Date("2026-03-05T15:00:00Z");
const clock: Clock = { now: morning, todayIn: () => calendarDate("2026-03-05") };
const password = "pan dulce y café";
let catalogVersionId = 0;
let group: EnrolledGroup;
let token = "";

beforeAll(async () => {
  await installJobQueue(database.urls);
  catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, ["99101"]));
});

beforeEach(async () => {
  group = await database.asAdmin(async (admin) => {
    await admin`truncate users, sessions, rate_limits cascade`;
    const people = [{ answer: "silent" }, { answer: "silent" }, { answer: "silent", lastName: "García" }] as const;
    return insertEnrolledGroup(admin, { catalogVersionId, issuerId: "99101", people });
  });
  token = await linkFor(1);
});

/** A link for one of the group's people; the first has an account already. */
function linkFor(index: number): Promise<string> {
  const { employerId } = group;
  const employeeId = group.employeeIds[index] ?? "";
  return withDoor({ kind: "employer", employerId }, async (tx) => {
    const offer = await findOpenOffer(tx, employerId);
    if (!offer) throw new Error("the offer is open");
    const { applicationId } = offer;
    const people = await listInvitees(tx, { employerId, applicationId, at: morning, employeeId });
    const links = await makeLinks(tx, { employerId, now: morning, offer, people });
    return links.get(employeeId) ?? "";
  });
}

const right = { lastName: "workerb", bornOn: calendarDate("1980-06-05") };
const wrong = { lastName: "WorkerB", bornOn: calendarDate("1980-06-06") };

async function confirmed(link = token): Promise<string> {
  const found = await findByToken(link, clock);
  const header = await confirmationCookie(found?.record.invitationId ?? "", morning);
  return header.split(";")[0] ?? "";
}

async function accept(changes: Partial<Acceptance> = {}, at: Clock = clock) {
  const way = { kind: "password", password } as const;
  const usual = { token, way, cookies: await confirmed(changes.token ?? token), language: "es" } as const;
  return acceptInvitation({ ...usual, passwordFault, passwordParams: faultParams, ...changes }, at);
}

async function refusal(outcome: Promise<{ ok: true } | { ok: false; problems: readonly { code: string }[] }>) {
  const result = await outcome;
  return result.ok ? "accepted" : result.problems.map(({ code }) => code).join();
}

const admin = <T>(work: Parameters<typeof database.asAdmin<T>>[0]) => database.asAdmin(work);
const countUsers = () => admin(async (sql) => Number((await sql`select count(*) as n from users`)[0]?.["n"]));
const stateOf = async (link = token, at = clock) => (await findByToken(link, at))?.state;

async function makeAccount(email: string, verified = false): Promise<string> {
  const hashed = await hashPassword(password);
  const at = verified ? morning.toISOString() : null;
  const [row] = await admin(
    (sql) => sql`insert into users (user_id, email, full_name, password_hash, email_verified_at)
      values (gen_random_uuid(), ${email}, 'Pat At Home', ${hashed.ok ? hashed.value : ""}, ${at}) returning user_id`,
  );
  return String(row?.["user_id"]);
}

describe("an invitation's link", () => {
  it("is noted as opened by looking, and still works", async () => {
    expect((await openInvitation(token, clock))?.state).toBe("live");
    expect((await openInvitation(token, clock))?.state).toBe("live");
    expect((await findByToken(token, clock))?.record.openedAt).toEqual(morning);
  });

  it("that was changed in one letter, or never made, is nobody's", async () => {
    const changed = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    expect(await findByToken(changed, clock)).toBeUndefined();
    expect(await findByToken("short", clock)).toBeUndefined();
    expect(await findByToken(undefined, clock)).toBeUndefined();
    expect(await refusal(confirmIdentity(changed, right, clock))).toBe("invitation-not-usable");
    expect(await refusal(accept({ token: changed, cookies: await confirmed() }))).toBe("invitation-not-usable");
  });

  it("works through its last instant and not after it", async () => {
    const at = (instant: string) => ({ ...clock, now: new Date(instant) });
    expect(await stateOf(token, at("2026-03-13T03:59:59.999Z"))).toBe("live");
    expect(await stateOf(token, at("2026-03-13T04:00:00Z"))).toBe("expired");
    expect(await refusal(confirmIdentity(token, right, at("2026-03-13T04:00:00Z")))).toBe("invitation-not-usable");
    expect(await refusal(accept({}, at("2026-03-13T04:00:00Z")))).toBe("invitation-not-usable");
    expect(await stateOf(token, { ...clock, todayIn: () => calendarDate("2026-03-13") })).toBe("expired");
  });

  it("stops when a newer one is made, and when the person leaves the roster", async () => {
    const newer = await linkFor(1);
    expect(await stateOf(token)).toBe("revoked");
    expect(await refusal(accept())).toBe("invitation-not-usable");
    expect(await stateOf(newer)).toBe("live");
    await admin(
      (sql) => sql`update employees set standing = 'removed' where employee_id = ${group.employeeIds[1] ?? ""}`,
    );
    expect(await stateOf(newer)).toBe("closed");
  });
});

describe("saying who one is", () => {
  it("takes the last name in any spelling with the birth date", async () => {
    expect(await confirmIdentity(token, right, clock)).toMatchObject({ ok: true });
    const other = await linkFor(2);
    const garcia = { lastName: "GARCIA", bornOn: calendarDate("1980-07-05") };
    expect(await confirmIdentity(other, garcia, clock)).toMatchObject({ ok: true });
  });

  it("wrongly five times stops the link, and the right answer comes too late", async () => {
    for (const count of [4, 3, 2, 1]) {
      const outcome = await confirmIdentity(token, wrong, clock);
      expect(outcome).toMatchObject({ ok: false, problems: [{ code: "identity-not-matched", params: { count } }] });
    }
    expect(await stateOf()).toBe("live");
    expect(await refusal(confirmIdentity(token, wrong, clock))).toBe("invitation-not-usable");
    expect(await stateOf()).toBe("locked");
    expect(await refusal(confirmIdentity(token, right, clock))).toBe("invitation-not-usable");
    const [entry] = await admin(
      (sql) =>
        sql`select actor_user_id, details from audit_log where employer_id = ${group.employerId} and action = 'invitation-locked'`,
    );
    expect(entry).toEqual({ actor_user_id: null, details: { name: "Pat WorkerB" } });
  });

  it("is counted also for wrong answers sent all at once", async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => refusal(confirmIdentity(token, wrong, clock))));
    expect(outcomes.filter((code) => code === "identity-not-matched")).toHaveLength(4);
    expect((await findByToken(token, clock))?.record.failedAttempts).toBe(5);
  });

  it("holds for one link, in one browser, for half an hour", async () => {
    const mine = (await findByToken(token, clock))?.record.invitationId ?? "";
    const theirs = (await findByToken(await linkFor(2), clock))?.record.invitationId ?? "";
    const cookie = await confirmed();
    const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);
    expect(await isConfirmed(cookie, mine, later(29))).toBe(true);
    expect(await isConfirmed(cookie, mine, later(30))).toBe(false);
    expect(await isConfirmed(cookie, theirs, morning)).toBe(false);
    expect(await isConfirmed(`${cookie.slice(0, -8)}AAAAAAAA`, mine, morning)).toBe(false);
    expect(await isConfirmed(null, mine, morning)).toBe(false);
  });
});

describe("accepting", () => {
  it("makes a verified account with the invited address, ties it to the person and signs in", async () => {
    const outcome = await accept();
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    expect(outcome.value.employerId).toBe(group.employerId);
    const request = new Request("http://localhost:3000/", {
      headers: { Cookie: outcome.value.cookie?.split(";")[0] ?? "" },
    });
    const user = await findUser(request);
    expect(user).toMatchObject({
      ...{ email: "worker1@example.com", fullName: "Pat WorkerB", language: "es", isEmailVerified: true },
    });
    const found = await findByToken(token, clock);
    expect(found).toMatchObject({ state: "used", record: { userId: user?.userId, acceptedAt: morning } });
    const [entry] = await admin(
      (sql) =>
        sql`select actor_user_id, details from audit_log where action = 'invitation-accepted' and employer_id = ${group.employerId}`,
    );
    expect(entry).toEqual({ actor_user_id: user?.userId, details: { name: "Pat WorkerB" } });
  });

  it("needs the identity confirmed first", async () => {
    expect(await refusal(accept({ cookies: null }))).toBe("identity-not-confirmed");
    expect(await refusal(accept({ cookies: await confirmed(await linkFor(2)) }))).toBe("identity-not-confirmed");
    expect(await countUsers()).toBe(0);
  });

  it("by two clicks at once makes one account, and both are let in", async () => {
    const outcomes = await Promise.all([accept(), accept(), accept()]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await countUsers()).toBe(1);
    const entries = await admin(
      (sql) => sql`select 1 from audit_log where action = 'invitation-accepted' and employer_id = ${group.employerId}`,
    );
    expect(entries).toHaveLength(1);
  });

  it("by two people at once lets in one of them", async () => {
    const theirs = { kind: "password", password: "another good password" } as const;
    const outcomes = await Promise.all([refusal(accept()), refusal(accept({ way: theirs }))]);
    expect(outcomes.filter((code) => code === "accepted")).toHaveLength(1);
    expect(await countUsers()).toBe(1);
  });

  it("with a used link is refused for anybody else", async () => {
    const cookies = await confirmed();
    await accept();
    const user = { userId: await makeAccount("eve@example.com"), fullName: "Eve" };
    expect(await refusal(accept({ cookies, way: { kind: "this-account", user } }))).toBe("invitation-not-usable");
    const guess = { kind: "password", password: "another good password" } as const;
    expect(await refusal(accept({ cookies, way: guess }))).toBe("sign-in-failed");
  });

  it("asks a new account for a good password, and an existing one for its own", async () => {
    const way = { kind: "password", password: "short" } as const;
    expect(await refusal(accept({ way }))).toBe("password-too-short");
    expect(await acceptChoice("worker1@example.com", undefined)).toEqual({ kind: "new", email: "worker1@example.com" });
    const userId = await makeAccount("worker1@example.com");
    expect(await acceptChoice("worker1@example.com", undefined)).toMatchObject({ kind: "has-account" });
    expect(await refusal(accept({ way: { kind: "password", password: "not my password" } }))).toBe("sign-in-failed");
    expect(await refusal(accept())).toBe("accepted");
    expect((await findByToken(token, clock))?.record.userId).toBe(userId);
    expect(await countUsers()).toBe(1);
    const [row] = await admin((sql) => sql`select email_verified_at is not null as verified from users`);
    expect(row).toEqual({ verified: true });
  });

  it("works with the account that is signed in, such as the owner's, and keeps its session", async () => {
    const user = { userId: await makeAccount("owner@example.com"), fullName: "Olga Owner" };
    const outcome = await accept({ way: { kind: "this-account", user } });
    expect(outcome).toEqual({ ok: true, value: { employerId: group.employerId, cookie: null } });
    expect((await findByToken(token, clock))?.record.userId).toBe(user.userId);
    const [row] = await admin((sql) => sql`select email_verified_at from users`);
    expect(row).toEqual({ email_verified_at: null });
  });

  it("is refused for an account that is somebody else on the same roster", async () => {
    const user = { userId: await makeAccount("pat@example.com"), fullName: "Pat" };
    const way = { kind: "this-account", user } as const;
    const second = await linkFor(2);
    const outcomes = await Promise.all([refusal(accept({ way })), refusal(accept({ way, token: second }))]);
    expect(outcomes.sort()).toEqual(["accepted", "account-of-another-person"]);
  });

  it("from a letter asks for an address and proves none", async () => {
    await admin((sql) => sql`update employees set email = null where employee_id = ${group.employeeIds[1] ?? ""}`);
    token = await linkFor(1);
    expect(await acceptChoice("", undefined)).toEqual({ kind: "letter" });
    expect(await accept()).toMatchObject({ ok: false, problems: [{ code: "required", field: "email" }] });
    expect(await refusal(accept({ way: { kind: "password", password, email: "new@example.com" } }))).toBe("accepted");
    const rows = await admin((sql) => sql`select email, email_verified_at from users`);
    expect(rows).toEqual([{ email: "new@example.com", email_verified_at: null }]);
  });

  it("stores only the token's hash", async () => {
    await accept();
    const dump = await admin(async (sql) =>
      JSON.stringify([await sql`select * from invitations`, await sql`select * from invitation_registry`]),
    );
    expect(dump).not.toContain(token);
    expect(dump).toContain(tokenHash(token));
  });
});
