import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { findMailboxMessage, listMailbox } from "~/features/account/mailbox/demonstration-mailbox.query.server";
import { installJobQueue } from "~/platform/queue/install-job-queue.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { tokenHash } from "~/platform/session/token.server";
import { withDoor } from "~db/client.server";
import { insertCatalog, insertEnrolledGroup, type EnrolledGroup } from "~db/testing/enrolled-group";
import { announceOffer, inviteEmployees } from "./invite-employees.command.server";
import { makeLetter } from "./letter/make-letter.command.server";
import { remindUndecided, sendAgain } from "./send-again.command.server";

const database = useTestDatabase();
let catalogVersionId = 0;
let group: EnrolledGroup;

beforeAll(async () => {
  await installJobQueue(database.urls);
  catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, ["99101"]));
});

/** The first has an account, then Ana by mail in Spanish, Bo by mail, Cy without an address, and Dee who has chosen. */
beforeEach(async () => {
  group = await database.asAdmin(async (admin) => {
    await admin`truncate mail_messages, rate_limits`;
    const people = [{ answer: "silent" }, { answer: "silent" }, { answer: "silent" }, { answer: "silent" }] as const;
    const made = await insertEnrolledGroup(admin, {
      ...{ catalogVersionId, issuerId: "99101" },
      people: [...people, { answer: "elects" }],
    });
    const [joined, ana, bo, cy, dee] = made.employeeIds;
    const addresses = [
      [joined, "joined@example.com"],
      [ana, "ana@example.com"],
      [bo, "bo@example.com"],
      [dee, "dee@example.com"],
    ] as const;
    for (const [id, email] of addresses)
      await admin`update employees set email = ${email} where employee_id = ${id ?? ""}`;
    await admin`update employees set email = null where employee_id = ${cy ?? ""}`;
    await admin`update employees set language = 'es', first_name = 'Ana' where employee_id = ${ana ?? ""}`;
    return made;
  });
});

const morning = new Date("2026-03-05T15:00:00Z");
const act = (now = morning, today = "2026-03-05") => ({
  ...{ employerId: group.employerId, userId: group.ownerUserId, actorName: group.ownerName },
  ...{ now, today: calendarDate(today) },
});
const employerDoor = () => ({ kind: "employer", employerId: group.employerId }) as const;
const invite = (now?: Date) => withDoor(employerDoor(), (tx) => inviteEmployees(tx, act(now)));
const idOf = (index: number) => group.employeeIds[index] ?? "";
const laterBy = (hours: number) => new Date(morning.getTime() + hours * 3_600_000);

function stored(employeeId?: string) {
  const { employerId } = group;
  return database.asAdmin(
    (sql) => sql`select i.*, r.invitation_id is not null as registered from invitations i
      left join invitation_registry r on r.token_hash = i.token_hash and r.employer_id = i.employer_id
      where i.employer_id = ${employerId} and ${employeeId ? sql`i.employee_id = ${employeeId}` : sql`true`}
      order by i.created_at, i.revoked_at`,
  );
}

async function mailTo(recipient: string) {
  const lines = (await listMailbox()).filter((line) => line.recipient === recipient);
  return Promise.all(lines.map(({ messageId }) => findMailboxMessage(messageId)));
}

async function tokenIn(recipient: string): Promise<string> {
  const [newest] = await mailTo(recipient);
  return /\/invitation\/([\w-]{43})/.exec(newest?.text ?? "")?.[1] ?? "";
}

async function recipients(): Promise<string[]> {
  return (await listMailbox()).map(({ recipient }) => recipient).sort();
}

function recorded(action: string) {
  const { employerId } = group;
  return database.asAdmin(
    (sql) => sql`select details from audit_log where employer_id = ${employerId} and action = ${action}`,
  );
}

describe("inviting after an offer is published", () => {
  it("mails one link to each person with an address and no account, in the person's own language", async () => {
    expect(await invite()).toEqual({ invited: 3, withoutEmail: 1 });
    expect(await recipients()).toEqual(["ana@example.com", "bo@example.com", "dee@example.com"]);
    const [mail] = await mailTo("ana@example.com");
    expect(mail?.subject).toBe(
      "Elija o rechace la cobertura médica de Elm Street Bakery LLC a más tardar el jueves, 12 de marzo de 2026",
    );
    expect(mail?.text).toContain("Hola, Ana WorkerB:");
    expect(mail?.text).toContain("paga el 70% del precio");
    expect(mail?.text).toContain("The page that opens is also in English.");
    expect((await mailTo("bo@example.com"))[0]?.subject).toContain("by Thursday, March 12, 2026");
    expect(await recorded("invitations-sent")).toEqual([{ details: { people: 3, withoutEmail: 1 } }]);
  });

  it("stores the token's hash and never the token, and lets it work to the end of the last day there", async () => {
    await invite();
    const token = await tokenIn("ana@example.com");
    const [row] = await stored(idOf(1));
    expect(row).toMatchObject({ token_hash: tokenHash(token), email: "ana@example.com", registered: true });
    expect(row?.["expires_at"]).toBe("2026-03-13 03:59:59.999+00");
    const dump = await database.asAdmin(async (sql) =>
      JSON.stringify([await sql`select * from mail_messages`, await stored()]),
    );
    expect(dump).not.toContain(token);
  });

  it("twice makes one invitation and one mail for each person", async () => {
    await invite();
    expect(await invite(laterBy(5))).toEqual({ invited: 0, withoutEmail: 1 });
    expect(await stored()).toHaveLength(3);
    expect(await recipients()).toHaveLength(3);
  });

  it("also writes to somebody who has an account from an earlier year, without a link to accept", async () => {
    await withDoor(employerDoor(), (tx) => announceOffer(tx, act()));
    const [mail] = await mailTo("joined@example.com");
    expect(mail?.text).toContain(`/coverage/${group.employerId}`);
    expect(mail?.text).not.toContain("/invitation/");
    expect(await stored(idOf(0))).toEqual([]);
  });

  it("sends nothing when the publication is undone", async () => {
    const undone = withDoor(employerDoor(), async (tx) => {
      await inviteEmployees(tx, act());
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await recipients()).toEqual([]);
    expect(await stored()).toEqual([]);
  });
});

describe("sending an invitation again", () => {
  it("revokes the older link, and goes to the address that the roster has now", async () => {
    await invite();
    const [first] = await stored(idOf(2));
    await database.asAdmin(
      (sql) => sql`update employees set email = 'bo.right@example.com' where employee_id = ${idOf(2)}`,
    );
    const replaces = String(first?.["invitation_id"]);
    expect(await sendAgain(act(laterBy(1)), { employeeId: idOf(2), replaces })).toEqual({ ok: true, value: "invited" });
    const rows = await stored(idOf(2));
    expect(rows.map((row) => [row["email"], row["revoked_at"] !== null])).toEqual([
      ["bo@example.com", true],
      ["bo.right@example.com", false],
    ]);
    expect((await mailTo("bo.right@example.com"))[0]?.subject).toContain("Reminder");
    expect(await recorded("invitation-resent")).toEqual([{ details: { name: "Pat WorkerC" } }]);
  });

  it("by a double click sends one mail", async () => {
    await invite();
    const [first] = await stored(idOf(2));
    const input = { employeeId: idOf(2), replaces: String(first?.["invitation_id"]) };
    const outcomes = await Promise.all([sendAgain(act(laterBy(1)), input), sendAgain(act(laterBy(1)), input)]);
    expect(outcomes).toEqual([
      { ok: true, value: "invited" },
      { ok: true, value: "invited" },
    ]);
    expect(await mailTo("bo@example.com")).toHaveLength(2);
  });

  it("invites a late hire for the first time", async () => {
    expect(await sendAgain(act(), { employeeId: idOf(1) })).toEqual({ ok: true, value: "invited" });
    expect(await recorded("invitation-sent")).toHaveLength(1);
    expect((await mailTo("ana@example.com"))[0]?.subject).not.toContain("Recordatorio");
  });

  it("reminds somebody with an account, and leaves out who has decided", async () => {
    expect(await sendAgain(act(), { employeeId: idOf(0) })).toEqual({ ok: true, value: "reminded" });
    expect(await sendAgain(act(), { employeeId: idOf(4) })).toEqual({ ok: true, value: "answered" });
    expect(await recipients()).toEqual(["joined@example.com"]);
  });

  it("is refused without an address, for somebody else's employee, after the last day, and after three in an hour", async () => {
    const other = "018f0000-0000-7000-8000-000000000000";
    const refusal = async (outcome: ReturnType<typeof sendAgain>) => {
      const result = await outcome;
      return result.ok ? "sent" : result.problems[0]?.code;
    };
    expect(await refusal(sendAgain(act(), { employeeId: idOf(3) }))).toBe("employee-without-email");
    expect(await refusal(sendAgain(act(), { employeeId: other }))).toBe("employee-not-on-roster");
    expect(await refusal(sendAgain(act(laterBy(200), "2026-03-13"), { employeeId: idOf(1) }))).toBe("inviting-is-over");
    expect(await refusal(sendAgain(act(laterBy(150), "2026-03-12"), { employeeId: idOf(1) }))).toBe("sent");
    expect(await refusal(sendAgain(act(), { employeeId: idOf(1) }))).toBe("sent");
    expect(await refusal(sendAgain(act(), { employeeId: idOf(1) }))).toBe("too-many-attempts");
    await database.asAdmin(
      (sql) => sql`update benefit_applications set state = 'draft' where employer_id = ${group.employerId}`,
    );
    expect(await refusal(sendAgain(act(), { employeeId: idOf(2) }))).toBe("offer-not-open");
  });
});

describe("reminding everybody", () => {
  it("writes to whoever has not decided, once an hour, and does not count who was just invited", async () => {
    await invite();
    expect(await remindUndecided(act(laterBy(0.5)))).toEqual({ ok: true, value: 1 });
    expect(await remindUndecided(act(laterBy(0.6)))).toEqual({ ok: true, value: 0 });
    await database.asAdmin((sql) => sql`truncate mail_messages`);
    await database.asAdmin((sql) => sql`alter table audit_log disable trigger audit_log_append_only`);
    await database.asAdmin(
      (sql) => sql`update audit_log set at = ${morning.toISOString()} where action = 'reminders-sent'`,
    );
    await database.asAdmin((sql) => sql`alter table audit_log enable trigger audit_log_append_only`);
    expect(await remindUndecided(act(laterBy(2)))).toEqual({ ok: true, value: 3 });
    expect(await recipients()).toEqual(["ana@example.com", "bo@example.com", "joined@example.com"]);
    const live = (await stored()).filter((row) => row["revoked_at"] === null);
    expect(live).toHaveLength(3);
  });
});

describe("a letter", () => {
  it("carries a fresh link in the person's language, and makes an older letter's link stop", async () => {
    await database.asAdmin((sql) => sql`update employees set language = 'es' where employee_id = ${idOf(3)}`);
    const first = await makeLetter(act(), idOf(3));
    const second = await makeLetter(act(laterBy(1)), idOf(3));
    if (!first.ok || !second.ok) throw new Error("a letter was refused");
    expect(second.value).toMatchObject({ language: "es", greeting: "Hola, Pat WorkerD:" });
    expect(second.value.url).not.toBe(first.value.url);
    const rows = await stored(idOf(3));
    expect(rows.map((row) => [row["email"], row["revoked_at"] !== null])).toEqual([
      ["", true],
      ["", false],
    ]);
    expect(rows[1]?.["token_hash"]).toBe(tokenHash(second.value.url.split("/").at(-1) ?? ""));
    expect(await recorded("invitation-letter-made")).toHaveLength(2);
    expect(await recipients()).toEqual([]);
  });

  it("is not made for somebody with an e-mail address, or with an account", async () => {
    const refused = { ok: false, problems: [{ code: "letter-not-needed" }] };
    expect(await makeLetter(act(), idOf(1))).toMatchObject(refused);
    await database.asAdmin((sql) => sql`update employees set email = null where employee_id = ${idOf(0)}`);
    expect(await makeLetter(act(), idOf(0))).toMatchObject(refused);
  });
});
