import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import { type EnrolledGroup, insertCatalog, insertEnrolledGroup, type Person } from "~db/testing/enrolled-group";
import { submissionReview } from "./submission-review.query.server";

const database = useTestDatabase();
let catalogVersionId = 0;

beforeAll(async () => {
  catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, ["99501"]));
});

function groupOf(people: readonly Person[]): Promise<EnrolledGroup> {
  return database.asAdmin((admin) => insertEnrolledGroup(admin, { catalogVersionId, issuerId: "99501", people }));
}

function reviewOf({ employerId, ownerUserId }: EnrolledGroup, day = "2026-03-13") {
  return submissionReview({ employerId, userId: ownerUserId, today: calendarDate(day) });
}

describe("the review before a group is submitted", () => {
  it("says who has chosen what, how many must take part, and what is missing, in one statement", async () => {
    const group = await groupOf([
      { answer: "elects-family", ssn: "219099891" },
      { answer: "elects", withoutAddress: true },
      { answer: "waives-covered" },
      { answer: "silent" },
    ]);
    const { result: review, statements } = await countStatements(() => reviewOf(group));
    expect(statements).toBe(1);
    expect(review?.people.map((person) => [person.decided, person.choices.map((choice) => choice.kind)])).toEqual([
      [true, ["elect"]],
      [true, ["elect"]],
      [true, ["waive"]],
      [false, []],
    ]);
    const [parent, , , silent] = review?.people ?? [];
    expect(parent?.choices[0]?.covered.map((person) => person.firstName)).toEqual(["Pat", "Kim"]);
    expect(review?.people.map((person) => person.lacks.map((lack) => lack.what))).toEqual([
      ["social-security-number"],
      ["address", "social-security-number"],
      [],
      [],
    ]);
    // The employee's own number is there; the child's is not.
    expect(parent?.lacks).toMatchObject([{ firstName: "Kim" }]);
    expect(parent?.choices[0]).toMatchObject({ planName: "Bronze One" });
    expect(review?.people[2]?.choices[0]).toMatchObject({ waiverReason: "medicare", planName: null, covered: [] });
    // Tennessee asks for half.
    expect(review?.readiness.participation).toMatchObject({
      denominator: 4,
      countedHeads: 3,
      requiredHeads: 2,
      met: true,
    });
    expect(review?.working).toMatchObject({
      names: { elected: ["Pat WorkerA", "Pat WorkerB"], coveredElsewhere: ["Pat WorkerC"], undecided: ["Pat WorkerD"] },
    });
    expect(review?.readiness.undecidedEmployeeIds).toEqual([silent?.employeeId]);
    expect(review?.problems.map((problem) => problem.code)).toEqual(["employees-undecided"]);
    expect(review?.daysLeft).toBe(2);
    // Two employees of 45 (24,500 each) and a child of 11 (21,100); 70 % and 50 % of it.
    expect(review?.totals).toEqual({
      premiumMonthlyCents: 70_100,
      employerShareMonthlyCents: 44_850,
      employeesShareMonthlyCents: 25_250,
    });
  });

  it("names what stands in the way: too few takers, and the day that has passed", async () => {
    const group = await groupOf([{ answer: "elects" }, { answer: "waives" }, { answer: "waives" }]);
    const review = await reviewOf(group, "2026-03-16");
    expect(review?.problems.map((problem) => problem.code)).toEqual(["submit-by-passed", "participation-too-low"]);
    expect(review?.readiness.participation).toMatchObject({ requiredHeads: 2, countedHeads: 1, shortfallHeads: 1 });
    expect(review?.daysLeft).toBe(-1);
  });

  it.each([
    ["2026-03-13", "2026-11-15", "2026-12-15", "2027-01-01"],
    ["2026-12-15", "2026-11-15", "2026-12-15", "2027-01-01"],
    ["2026-12-16", "2027-11-15", "2027-12-15", "2028-01-01"],
  ])("on %s knows the stretch without a minimum from %s to %s", async (day, from, to, startOn) => {
    const review = await reviewOf(await groupOf([{ answer: "elects" }]), day);
    expect(review?.working.window).toEqual({ from, to, startOn, applies: false });
  });

  it("names who is left out of the count, and why", async () => {
    const group = await groupOf([{ answer: "elects", isOwner: true }, { answer: "elects" }, { answer: "waives" }]);
    await database.asAdmin(
      (admin) =>
        admin`update employees set employment_basis = 'part-time' where employee_id = ${group.employeeIds[2] ?? ""}`,
    );
    const review = await reviewOf(group);
    expect(review?.working.names).toMatchObject({ owners: ["Pat WorkerA"], partTime: ["Pat WorkerC"], waived: [] });
    expect(review?.readiness.participation).toMatchObject({ denominator: 1, countedHeads: 1 });
  });

  it("is not there before anything is published, and never of another business", async () => {
    const draft = await database.asAdmin((admin) =>
      insertEnrolledGroup(admin, {
        catalogVersionId,
        issuerId: "99501",
        people: [{ answer: "silent" }],
        state: "draft",
      }),
    );
    expect(await reviewOf(draft)).toBeUndefined();
    const group = await groupOf([{ answer: "elects" }]);
    expect((await reviewOf(group))?.application.applicationId).toBe(group.applicationId);
    expect((await reviewOf(await groupOf([{ answer: "elects" }])))?.application.applicationId).not.toBe(
      group.applicationId,
    );
  });
});
