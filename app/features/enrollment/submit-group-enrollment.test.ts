import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { locales } from "~/platform/i18n/languages";
import { translator } from "~/platform/i18n/translator.server";
import { problemSentence } from "~/platform/problems";
import { useTestDatabase } from "~/platform/testing/test-database";
import { withDoor } from "~db/client.server";
import { listFirstEvents } from "~db/repositories/enrollment-event.server";
import {
  type EnrolledGroup,
  insertCatalog,
  insertEnrolledGroup,
  type Person,
  signedByOwner,
} from "~db/testing/enrolled-group";
import { submitGroupEnrollment, type SubmitGroupEnrollment } from "./submit-group-enrollment.command.server";

const database = useTestDatabase({ poolSize: 6 });
const issuerId = "99101";
let catalogVersionId = 0;

beforeAll(async () => {
  catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, [issuerId]));
});

const staff: readonly Person[] = [
  { answer: "elects-family", ssn: "219099991", childSsn: "219099992" },
  { answer: "elects" },
  { answer: "waives-covered" },
];

function groupOf(people: readonly Person[], state?: "published" | "enrollment_open" | "enrollment_closed") {
  return database.asAdmin((admin) =>
    insertEnrolledGroup(admin, { catalogVersionId, issuerId, people, ...(state ? { state } : {}) }),
  );
}

function submit(group: EnrolledGroup, changes: Partial<SubmitGroupEnrollment> = {}) {
  return submitGroupEnrollment({ ...signedByOwner(group), signedName: "olga  OWNER", ...changes });
}

async function codesOf(outcome: ReturnType<typeof submit>): Promise<string[]> {
  const result = await outcome;
  return result.ok ? [] : result.problems.map((problem) => problem.code);
}

function stored(group: EnrolledGroup) {
  return database.asAdmin(async (admin) => {
    const [counts] = await admin<{ submissions: number; policies: number; events: number; audits: number }[]>`
      select (select count(*)::int from group_submissions where employer_id = ${group.employerId}) as submissions,
             (select count(*)::int from policies where employer_id = ${group.employerId}) as policies,
             (select count(*)::int from enrollment_events where employer_id = ${group.employerId}) as events,
             (select count(*)::int from audit_log where employer_id = ${group.employerId}) as audits`;
    return counts;
  });
}

describe("submitting a group", () => {
  it("makes one policy and one event for each family, and gives a number to say aloud", async () => {
    const group = await groupOf(staff);
    const result = await submit(group);
    expect(result).toMatchObject({ ok: true, value: { repeated: false, readyCount: 2, held: [] } });
    expect(result.ok && result.value.confirmationNumber).toMatch(/^SHOP-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await stored(group)).toEqual({ submissions: 1, policies: 2, events: 2, audits: 1 });
    const events = await database.asAdmin(
      (admin) =>
        admin`select * from enrollment_events where employer_id = ${group.employerId} order by payload->'members'`,
    );
    expect(events.map((event) => [event["state"], event["version"], event["kind"]])).toEqual([
      ["ready", 1, "initial"],
      ["ready", 1, "initial"],
    ]);
    expect(JSON.stringify(events)).not.toContain("219099991");
    expect(JSON.stringify(events)).not.toContain("219099992");
    expect(events[0]?.["payload"].submittedAt).toBe("20260313143005");
    const [application] = await database.asAdmin(
      (admin) => admin`select state, submitted_at from benefit_applications where employer_id = ${group.employerId}`,
    );
    expect(application).toMatchObject({ state: "submitted", submitted_at: "2026-03-13 18:30:05+00" });
  });

  it("twice with one key, and from another tab with another key, is one submission with one number", async () => {
    const group = await groupOf(staff, "enrollment_closed");
    const first = await submit(group);
    const second = await submit(group);
    const otherTab = await submit(group, { idempotencyKey: "another-tab-000000" });
    expect(second).toMatchObject({ ok: true, value: { repeated: true, readyCount: 2 } });
    const numbers = [first, second, otherTab].map((result) => result.ok && result.value.confirmationNumber);
    expect(new Set(numbers).size).toBe(1);
    expect(await stored(group)).toEqual({ submissions: 1, policies: 2, events: 2, audits: 1 });
  });

  it("by twenty clicks at once is one submission with one number", async () => {
    const group = await groupOf(staff);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => submit(group, { idempotencyKey: `click-number-${index}-00000` })),
    );
    const numbers = results.map((result) => (result.ok ? result.value.confirmationNumber : JSON.stringify(result)));
    expect(new Set(numbers).size).toBe(1);
    expect(results.filter((result) => result.ok && !result.value.repeated)).toHaveLength(1);
    expect(await stored(group)).toEqual({ submissions: 1, policies: 2, events: 2, audits: 1 });
  });
});

describe("a submission that is refused", () => {
  it("leaves nothing behind", async () => {
    const group = await groupOf(staff);
    expect(await codesOf(submit(group, { signedName: "Somebody Else" }))).toEqual(["signature-name-differs"]);
    expect(await stored(group)).toEqual({ submissions: 0, policies: 0, events: 0, audits: 0 });
  });

  it("names the next start when the day to submit has passed", async () => {
    const group = await groupOf(staff);
    const result = await submit(group, { today: calendarDate("2026-03-16") });
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: "submit-by-passed", params: { submitByOn: "2026-03-15", nextStartOn: "2026-05-01" } }],
    });
  });

  it("says how many have not answered, and goes through once the owner states it", async () => {
    const people: Person[] = [...staff, { answer: "elects" }, { answer: "silent" }];
    const group = await groupOf(people);
    expect(await codesOf(submit(group))).toEqual(["employees-undecided"]);
    expect(await codesOf(submit(group, { undecidedStated: 1 }))).toEqual([]);
  });

  it("falls short of the participation the exchange asks for", async () => {
    const group = await groupOf([{ answer: "elects" }, { answer: "waives" }, { answer: "waives" }]);
    expect(await codesOf(submit(group))).toEqual(["participation-too-low"]);
  });

  it("has only an owner enrolled", async () => {
    const group = await groupOf([{ answer: "elects", isOwner: true }]);
    expect(await codesOf(submit(group))).toContain("participation-no-non-owner-enrolled");
  });

  it("comes before enrollment has opened, or from somebody who is no owner, or for another business", async () => {
    const early = await groupOf(staff, "published");
    expect(await codesOf(submit(early))).toEqual(["benefit-application-step-not-possible"]);
    const group = await groupOf(staff);
    expect(await codesOf(submit(group, { userId: group.employeeUserId }))).toEqual(["signer-not-owner"]);
    expect(await codesOf(submit(group, { employerId: early.employerId }))).toEqual(["application-not-found"]);
  });
});

describe("the checks before sending", () => {
  it("keep back the family without an address and send the others", async () => {
    const group = await groupOf([
      { answer: "elects", withoutAddress: true },
      { answer: "elects" },
      { answer: "elects" },
    ]);
    const result = await submit(group);
    expect(result).toMatchObject({
      ok: true,
      value: {
        readyCount: 2,
        held: [{ employeeId: group.employeeIds[0], line: "medical", problems: [{ code: "send-address-missing" }] }],
      },
    });
    const again = await submit(group);
    expect(again.ok && again.value.held).toEqual(result.ok && result.value.held);
  });

  it("keep back a family whose price is not the filed one", async () => {
    const group = await groupOf(staff);
    await database.asAdmin(
      (admin) => admin`update elections set employer_share_monthly_cents = employer_share_monthly_cents - 1
                       where employer_id = ${group.employerId} and employee_id = ${group.employeeIds[1] ?? ""}`,
    );
    const result = await submit(group);
    expect(result.ok && result.value.held.map((one) => one.problems.map((problem) => problem.code))).toEqual([
      ["send-share-not-as-offered"],
    ]);
  });

  it("hold for the prices that were fixed with the offer, though the county has moved to another rating area since", async () => {
    const group = await groupOf(staff);
    await database.asAdmin(
      (admin) => admin`update county_rating_areas set rating_area = 5 where county_fips = '47037'`,
    );
    const result = await submit(group);
    await database.asAdmin(
      (admin) => admin`update county_rating_areas set rating_area = 4 where county_fips = '47037'`,
    );
    expect(result).toMatchObject({ ok: true, value: { readyCount: 2, held: [] } });
    const areas = await database.asAdmin(
      (admin) => admin`select distinct payload->'ratingArea'->>'number' as area from enrollment_events
                       where employer_id = ${group.employerId}`,
    );
    expect([...areas]).toEqual([{ area: "4" }]);
  });

  it.each([
    [
      "has left the family",
      "update dependents set removed_at = now() where employer_id = $1",
      ["send-member-left-family"],
    ],
    [
      "is related otherwise",
      "update dependents set relationship = 'grandchild' where employer_id = $1",
      ["send-relationship-not-as-signed"],
    ],
    [
      "is of another age",
      "update dependents set born_on = '2012-02-03' where employer_id = $1",
      ["send-premium-not-as-rated", "send-share-not-as-offered", "send-member-share-not-as-offered"],
    ],
    [
      "was signed for with another share than the offer's",
      `update election_members set employer_share_monthly_cents = employer_share_monthly_cents + 1
        where employer_id = $1 and relationship = 'child'`,
      ["send-member-share-not-as-offered"],
    ],
    [
      "was signed for from a later day than the waiting period asks",
      `update elections set coverage_starts_on = '2026-05-01' where employer_id = $1
        and employee_id in (select employee_id from dependents where employer_id = $1)`,
      ["send-start-not-as-signed"],
    ],
  ])("keep back the family of a child who %s, and say so, and send the others", async (_, change, codes) => {
    const group = await groupOf(staff);
    await database.asAdmin((admin) => admin.unsafe(change, [group.employerId]));
    const result = await submit(group);
    expect(result).toMatchObject({ ok: true, value: { readyCount: 1, held: [{ employeeId: group.employeeIds[0] }] } });
    const problems = result.ok ? (result.value.held[0]?.problems ?? []) : [];
    expect(problems.map(({ code }) => code)).toEqual(codes);
    for (const locale of locales) {
      for (const problem of problems) {
        expect(problemSentence(translator(locale), locale, problem)).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it("keep back two people with one Social Security number without opening it", async () => {
    const group = await groupOf([
      { answer: "elects-family", ssn: "219099993", childSsn: "219099993" },
      { answer: "elects" },
    ]);
    const result = await submit(group);
    expect(result.ok && result.value.held[0]?.problems.map((problem) => problem.code)).toEqual([
      "send-ssn-of-another-person",
      "send-ssn-of-another-person",
    ]);
  });

  it("and the events are not seen by another business", async () => {
    const group = await groupOf(staff);
    await submit(group);
    const other = await groupOf(staff);
    const result = await submit(other, { applicationId: group.applicationId });
    expect(result).toMatchObject({ ok: false, problems: [{ code: "application-not-found" }] });
    const [own, foreign] = await Promise.all(
      [group, other].map((door) =>
        withDoor({ kind: "employer", employerId: door.employerId, userId: door.ownerUserId }, (tx) =>
          listFirstEvents(tx, group.employerId, group.applicationId),
        ),
      ),
    );
    expect([own?.length, foreign?.length]).toEqual([2, 0]);
  });
});
