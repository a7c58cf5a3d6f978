import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import { type EnrolledGroup, insertCatalog, insertEnrolledGroup, signedByOwner } from "~db/testing/enrolled-group";
import { ownEnrollmentRoad, submittedGroupRoad } from "./enrollment-road.query.server";
import { submitGroupEnrollment } from "./submit-group-enrollment.command.server";

const database = useTestDatabase();
let catalogVersionId = 0;

beforeAll(async () => {
  catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, ["99401"]));
});

function newGroup(): Promise<EnrolledGroup> {
  const people = [
    { answer: "elects-family" },
    { answer: "elects", withoutAddress: true },
    { answer: "elects" },
    { answer: "waives-covered" },
  ] as const;
  return database.asAdmin((admin) => insertEnrolledGroup(admin, { catalogVersionId, issuerId: "99401", people }));
}

function submit(group: EnrolledGroup) {
  return submitGroupEnrollment(signedByOwner(group));
}

const groupOf = ({ employerId, ownerUserId }: EnrolledGroup) => submittedGroupRoad({ employerId, userId: ownerUserId });
const ownOf = (group: EnrolledGroup) => ownEnrollmentRoad({ userId: group.employeeUserId });
const sendReady = ({ employerId }: EnrolledGroup) =>
  database.asAdmin(
    (admin) => admin`update enrollment_events set state = 'sent', sent_at = '2026-03-13T19:00:00Z'
                     where employer_id = ${employerId} and state = 'ready'`,
  );

describe("the road of a group's enrollments", () => {
  it("leads from submitted, or held with its reason, to sent, in one statement", async () => {
    const group = await newGroup();
    expect(await groupOf(group)).toBeUndefined();
    await submit(group);
    const { result: submitted, statements } = await countStatements(() => groupOf(group));
    expect(statements).toBe(1);
    expect(submitted).toMatchObject({
      applicationId: group.applicationId,
      startOn: "2026-04-01",
      signedName: group.ownerName,
      signedAt: new Date("2026-03-13T18:30:05Z"),
    });
    expect(submitted?.confirmationNumber).toMatch(/^SHOP-/);
    const roads = submitted?.enrollments ?? [];
    expect(roads.map((row) => [row.place, row.coveredCount, row.covered.map((person) => person.firstName)])).toEqual([
      ["submitted", 2, ["Pat", "Kim"]],
      ["held", 1, ["Pat"]],
      ["submitted", 1, ["Pat"]],
    ]);
    expect(roads[0]).toMatchObject({ planName: "Bronze One", issuerName: "Insurer 99401" });
    expect(roads[0]?.submittedAt).toEqual(new Date("2026-03-13T18:30:05Z"));
    expect(roads[1]?.problems.map((problem) => problem.code)).toEqual(["send-address-missing"]);
    await sendReady(group);
    const sent = (await groupOf(group))?.enrollments ?? [];
    expect(sent.map((row) => row.place)).toEqual(["sent", "held", "sent"]);
    expect(sent[0]?.sentAt).toEqual(new Date("2026-03-13T19:00:00Z"));
  });

  it("still shows what was submitted for somebody who has left the roster since", async () => {
    const group = await newGroup();
    await submit(group);
    await database.asAdmin(
      (admin) => admin`update employees set standing = 'removed' where employee_id = ${group.employeeIds[0] ?? ""}`,
    );
    expect((await groupOf(group))?.enrollments).toHaveLength(3);
  });

  it("shows a person their own family only, from the choice on, and another business nothing", async () => {
    const [group, other] = [await newGroup(), await newGroup()];
    expect(await ownOf(group)).toMatchObject([{ place: "chosen", submittedAt: null, policyId: null, coveredCount: 2 }]);
    await submit(group);
    expect(await ownOf(group)).toMatchObject([
      { employeeId: group.employeeIds[0], place: "submitted", employerName: "Elm Street Bakery LLC" },
    ]);
    expect(await groupOf(other)).toBeUndefined();
    expect(await ownEnrollmentRoad({ userId: group.ownerUserId })).toEqual([]);
  });
});
