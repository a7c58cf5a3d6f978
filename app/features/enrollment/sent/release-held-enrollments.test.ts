import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { eventContentText, type InitialEnrollment } from "~/domain/enrollment/enrollment-event";
import { useTestDatabase } from "~/platform/testing/test-database";
import { withDoor } from "~db/client.server";
import { isCoverageOnItsWay } from "~db/repositories/roster/employee.server";
import { type EnrolledGroup, insertCatalog, insertEnrolledGroup, signedByOwner } from "~db/testing/enrolled-group";
import { submitGroupEnrollment } from "../submit-group-enrollment.command.server";
import { placeToMend } from "./held-enrollments";
import { releaseHeldEnrollments } from "./release-held-enrollments.command.server";

const database = useTestDatabase({ poolSize: 4 });
let catalogVersionId = 0;

beforeAll(async () => {
  catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, ["99701"]));
});

/** Submitted, with the first two families held: no address, and no address either. */
async function heldGroup(): Promise<EnrolledGroup> {
  const people = [
    { answer: "elects-family", withoutAddress: true },
    { answer: "elects", withoutAddress: true },
    { answer: "elects" },
  ] as const;
  const group = await database.asAdmin((admin) =>
    insertEnrolledGroup(admin, { catalogVersionId, issuerId: "99701", people }),
  );
  const submitted = await submitGroupEnrollment(signedByOwner(group));
  expect(submitted.ok && submitted.value.held).toHaveLength(2);
  return group;
}

const release = ({ employerId, ownerUserId, ownerName }: EnrolledGroup) =>
  releaseHeldEnrollments({
    employerId,
    actor: { userId: ownerUserId, fullName: ownerName },
    todayIn: () => calendarDate("2026-03-16"),
  });

function giveAddress({ employerId, employeeIds }: EnrolledGroup, index: number) {
  return database.asAdmin(
    (admin) => admin`update employees set address_line1 = '22 Oak St', city = 'Nashville', state = 'TN', zip = '37203',
      county_fips = '47037' where employer_id = ${employerId} and employee_id = ${employeeIds[index] ?? ""}`,
  );
}

type Stored = {
  event_id: string;
  policy_id: string;
  version: number;
  state: string;
  content_hash: string;
  payload: InitialEnrollment;
  problems: { code: string }[];
};

function eventsOf({ employerId, employeeIds }: EnrolledGroup): Promise<Stored[]> {
  return database.asAdmin(async (admin) => {
    const rows = await admin<Stored[]>`select * from enrollment_events where employer_id = ${employerId}`;
    const order = (row: Stored) => employeeIds.indexOf(row.payload.members[0]?.memberId ?? "");
    return [...rows].sort((a, b) => order(a) - order(b));
  });
}

function auditOf({ employerId }: EnrolledGroup) {
  return database.asAdmin(
    (admin) => admin`select actor_user_id, actor_name, details from audit_log
      where employer_id = ${employerId} and action = 'held-enrollments-released' order by sequence`,
  );
}

describe("an enrollment that was held back", () => {
  it("goes on under its own policy and event once the address is there, and the other one stays", async () => {
    const group = await heldGroup();
    const before = await eventsOf(group);
    await giveAddress(group, 0);
    expect(await release(group)).toEqual({ releasedCount: 1, stillHeldCount: 1 });
    const after = await eventsOf(group);
    expect(after.map((row) => row.state)).toEqual(["ready", "invalid", "ready"]);
    const key = ({ event_id, policy_id, version }: Stored) => [event_id, policy_id, version];
    expect(after.map(key)).toEqual(before.map(key));
    const [mended, held, untouched] = after;
    expect(mended?.payload.members[0]?.address).toMatchObject({ line1: "22 Oak St", zip: "37203" });
    expect(mended?.payload.submittedAt).toBe(before[0]?.payload.submittedAt);
    expect(mended?.payload.members).toHaveLength(2);
    expect(mended?.problems).toEqual([]);
    expect(held?.problems.map((problem) => problem.code)).toEqual(["send-address-missing"]);
    expect(untouched).toEqual(before[2]);
    // The worker sends only what hashes to what is stored beside it.
    for (const row of after) {
      const hash = createHash("sha256").update(eventContentText(row.payload), "utf8").digest("hex");
      expect(row.content_hash).toBe(hash);
    }
    expect(mended?.content_hash).not.toBe(before[0]?.content_hash);
    expect(await auditOf(group)).toMatchObject([
      { actor_user_id: group.ownerUserId, actor_name: group.ownerName, details: { released: 1, stillHeld: 1 } },
    ]);
  });

  it("stays held, without a line in the record, while nothing was put right", async () => {
    const group = await heldGroup();
    expect(await release(group)).toEqual({ releasedCount: 0, stillHeldCount: 2 });
    expect((await eventsOf(group)).map((row) => row.state)).toEqual(["invalid", "invalid", "ready"]);
    expect(await auditOf(group)).toEqual([]);
  });

  it("says what is wrong today, not what was wrong before", async () => {
    const group = await heldGroup();
    await giveAddress(group, 1);
    await database.asAdmin(
      (admin) => admin`update employees set zip = '99999' where employee_id = ${group.employeeIds[1] ?? ""}`,
    );
    await release(group);
    const codes = (await eventsOf(group))[1]?.problems.map((problem) => problem.code);
    expect(codes).not.toContain("send-address-missing");
    expect(codes?.length).toBeGreaterThan(0);
  });

  it("is released once by eight clicks at the same moment", async () => {
    const group = await heldGroup();
    await giveAddress(group, 0);
    await giveAddress(group, 1);
    const answers = await Promise.all(Array.from({ length: 8 }, () => release(group)));
    expect(answers.map((answer) => answer.releasedCount).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 2]);
    expect(await auditOf(group)).toHaveLength(1);
  });

  it("is never made anew after it was in a file, and waits when the person has left the roster", async () => {
    const group = await heldGroup();
    await giveAddress(group, 0);
    await giveAddress(group, 1);
    await database.asAdmin(async (admin) => {
      await admin`update enrollment_events set sent_at = now() where employee_id = ${group.employeeIds[0] ?? ""}`;
      await admin`update employees set standing = 'removed' where employee_id = ${group.employeeIds[1] ?? ""}`;
    });
    const before = await eventsOf(group);
    expect(await release(group)).toEqual({ releasedCount: 0, stillHeldCount: 1 });
    expect(await eventsOf(group)).toEqual(before);
  });

  it("of one business is out of reach of another, and can be released from the command line", async () => {
    const [group, other] = [await heldGroup(), await heldGroup()];
    await giveAddress(group, 0);
    expect(await release(other)).toEqual({ releasedCount: 0, stillHeldCount: 2 });
    const todayIn = () => calendarDate("2026-03-16");
    const released = await releaseHeldEnrollments({ employerId: group.employerId, actor: null, todayIn });
    expect(released).toEqual({ releasedCount: 1, stillHeldCount: 1 });
    expect(await auditOf(group)).toMatchObject([{ actor_user_id: null, actor_name: "Shopfront" }]);
  });

  it("may be mended on the roster while all of the person's coverage is held, and not any more after that", async () => {
    const group = await heldGroup();
    const [first = "", , third = ""] = group.employeeIds;
    const onItsWay = (employeeId: string) =>
      withDoor({ kind: "employer", employerId: group.employerId }, (tx) =>
        isCoverageOnItsWay(tx, { employerId: group.employerId, employeeId }),
      );
    expect([await onItsWay(first), await onItsWay(third)]).toEqual([false, true]);
    await giveAddress(group, 0);
    await release(group);
    expect(await onItsWay(first)).toBe(true);
  });
});

describe("the page where a held enrollment is put right", () => {
  const row = { employeeId: "e1", covered: ["e1", "d1"].map((memberId) => ({ memberId, firstName: "Pat" })) };

  it.each<[string, Record<string, string>, string, string | undefined]>([
    ["address", { memberId: "e1", whoCanFix: "employee" }, "address", "/b/roster/e1"],
    ["child's birth date", { memberId: "d1", whoCanFix: "employee" }, "bornOn", "/b/roster/e1/dependents/d1"],
    ["first day of work", { whoCanFix: "employer" }, "startOn", "/b/roster/e1"],
    ["name of the business", { whoCanFix: "employer" }, "employer.legalName", "/b/business"],
    ["tax number, which is fixed", { whoCanFix: "employer" }, "employer.ein", undefined],
    ["plan, which was signed for", { whoCanFix: "employee" }, "plan", undefined],
    ["price", { whoCanFix: "marketplace" }, "totalPremiumCents", undefined],
    ["insurer's number", { whoCanFix: "issuer" }, "groupPolicyNumber", undefined],
  ])("for the %s", (_, params, field, to) => {
    expect(placeToMend({ row, problem: { code: "send-x", params, field }, base: "/b" })).toBe(to);
  });
});
