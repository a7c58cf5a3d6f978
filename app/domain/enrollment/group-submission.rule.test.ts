import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { profileFor } from "../exchange-profile/profile-for";
import { invariant } from "../invariant";
import {
  groupReadiness,
  groupSubmissionProblems,
  isSameName,
  type GroupSubmissionFacts,
  type OfferedEmployee,
} from "./group-submission.rule";

const startOn = calendarDate("2026-04-01");

function profile() {
  const found = profileFor({ state: "TN", on: startOn });
  invariant(found.ok, "Tennessee has a profile");
  return found.value;
}

function employee(
  employeeId: string,
  answer: "medical" | "both" | "waive-covered" | "waive" | "silent",
  facts: Partial<OfferedEmployee> = {},
): OfferedEmployee {
  const elect = (line: "medical" | "dental") => ({ line, kind: "elect", waiverReason: null }) as const;
  const waive = (line: "medical" | "dental", waiverReason: "medicare" | "none-of-these") =>
    ({ line, kind: "waive", waiverReason }) as const;
  const choices = {
    medical: [elect("medical")],
    both: [elect("medical"), elect("dental")],
    "waive-covered": [waive("medical", "medicare"), waive("dental", "medicare")],
    waive: [waive("medical", "none-of-these"), waive("dental", "none-of-these")],
    silent: [],
  }[answer];
  return { employeeId, isOwner: false, fullTime: true, choices, ...facts };
}

function facts(
  employees: readonly OfferedEmployee[],
  changes: Partial<GroupSubmissionFacts> = {},
): GroupSubmissionFacts {
  return {
    employees,
    offeredLines: ["medical"],
    profile: profile(),
    startOn,
    submitByOn: calendarDate("2026-03-15"),
    today: calendarDate("2026-03-10"),
    ...changes,
  };
}

const signed = { signedName: "Ann Lee", signerName: "Ann Lee", undecidedStated: 0 };
const codes = (problems: readonly { code: string }[]) => problems.map((problem) => problem.code);

describe("a group that may be submitted", () => {
  it("goes through when everybody has enrolled", () => {
    expect(groupSubmissionProblems(facts([employee("a", "medical"), employee("b", "medical")]), signed)).toEqual([]);
  });

  it("may be submitted on the last day and not the day after, which names the next start", () => {
    const staff = [employee("a", "medical")];
    expect(groupSubmissionProblems(facts(staff, { today: calendarDate("2026-03-15") }), signed)).toEqual([]);
    const late = groupSubmissionProblems(facts(staff, { today: calendarDate("2026-03-16") }), signed);
    expect(late).toMatchObject([{ code: "submit-by-passed", params: { nextStartOn: "2026-05-01" } }]);
  });
});

describe("people who have not answered", () => {
  const staff = [employee("a", "medical"), employee("b", "medical"), employee("c", "medical"), employee("d", "silent")];

  it("hold the group back until the owner states how many they are", () => {
    expect(groupSubmissionProblems(facts(staff), signed)).toMatchObject([
      { code: "employees-undecided", field: "undecidedStated", params: { count: 1 } },
    ]);
    expect(groupSubmissionProblems(facts(staff), { ...signed, undecidedStated: 1 })).toEqual([]);
  });

  it("are asked about again when the stated number is no longer right", () => {
    expect(codes(groupSubmissionProblems(facts(staff), { ...signed, undecidedStated: 2 }))).toEqual([
      "employees-undecided",
    ]);
  });

  it("are those who left out one of the offered lines", () => {
    const { undecidedEmployeeIds } = groupReadiness(
      facts([employee("a", "both"), employee("b", "medical"), employee("c", "waive")], {
        offeredLines: ["medical", "dental"],
      }),
    );
    expect(undecidedEmployeeIds).toEqual(["b"]);
  });
});

describe("participation at submission", () => {
  it("counts people covered elsewhere with those who enroll, and turns a group away below the rate", () => {
    const enough = [employee("a", "medical"), employee("b", "waive-covered"), employee("c", "waive")];
    expect(groupSubmissionProblems(facts(enough), signed)).toEqual([]);
    const tooFew = [employee("a", "medical"), employee("b", "waive"), employee("c", "waive")];
    expect(codes(groupSubmissionProblems(facts(tooFew), signed))).toEqual(["participation-too-low"]);
  });

  it("asks for no rate from 15 November to 15 December for a start in January", () => {
    const staff = [employee("a", "medical"), employee("b", "waive"), employee("c", "waive")];
    const forJanuary = (today: string) =>
      facts(staff, {
        startOn: calendarDate("2027-01-01"),
        submitByOn: calendarDate("2026-12-31"),
        today: calendarDate(today),
      });
    const answers = ["2026-11-14", "2026-11-15", "2026-12-15", "2026-12-16"].map((day) =>
      codes(groupSubmissionProblems(forJanuary(day), signed)),
    );
    expect(answers).toEqual([["participation-too-low"], [], [], ["participation-too-low"]]);
  });

  it("needs somebody who is no owner", () => {
    const staff = [employee("a", "medical", { isOwner: true })];
    expect(codes(groupSubmissionProblems(facts(staff), signed))).toEqual(["participation-no-non-owner-enrolled"]);
  });

  it("is measured on dental where nothing else is offered", () => {
    const dental = { line: "dental", kind: "elect", waiverReason: null } as const;
    const staff = [employee("a", "silent", { choices: [dental] })];
    expect(groupReadiness(facts(staff, { offeredLines: ["dental"] })).participation.countedHeads).toBe(1);
  });

  it("does not send a group in which nobody enrolls", () => {
    const all = codes(groupSubmissionProblems(facts([employee("a", "waive-covered")]), signed));
    expect(all).toContain("nobody-enrolled");
  });
});

describe("the signature", () => {
  it.each([
    ["Ann Lee", "Ann Lee", true],
    ["  ann   LEE ", "Ann Lee", true],
    ["AnnLee", "Ann Lee", true],
    ["Anne Lee", "Ann Lee", false],
    ["", "", false],
  ])("%j stands for %j: %s", (typed, name, same) => {
    expect(isSameName(typed, name)).toBe(same);
  });

  it("of somebody else is refused on its field", () => {
    const problems = groupSubmissionProblems(facts([employee("a", "medical")]), { ...signed, signedName: "Bob" });
    expect(problems).toMatchObject([{ code: "signature-name-differs", field: "signedName" }]);
  });
});
