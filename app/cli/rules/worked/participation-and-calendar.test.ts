import { describe, expect, it } from "vitest";
import {
  addDays,
  calendarDate,
  daysBetween,
  firstOfNextMonth,
  type CalendarDate,
} from "~/domain/calendar/calendar-date";
import { askRule, refusalsOf } from "~/platform/testing/shop-command";

// Sections 5 and 6 of the federal rules, the District's and Massachusetts' days, and the trap dates of waiting periods.

const codesOf = async (name: string, document: unknown) => (await refusalsOf(name, document)).map(({ code }) => code);

const group = (accept: number, elsewhere: number, neither: number) => [
  ...Array.from({ length: accept }, (_, at) => ({ employeeId: `yes${at}`, status: "elected" })),
  ...Array.from({ length: elsewhere }, (_, at) => ({ employeeId: `else${at}`, waiverReason: "spouse-employer-plan" })),
  ...Array.from({ length: neither }, (_, at) => ({ employeeId: `no${at}`, waiverReason: "none-of-these" })),
];

describe("participation of ten people, three of them covered elsewhere", () => {
  const today = { state: "WI", startOn: "2027-03-01", submittedOn: "2027-02-10" };
  const before2016 = { ...today, startOn: "2015-06-01", submittedOn: "2015-05-10" };

  it.each([
    ["since 2016: 4 + 3 of 10 is enough", today, 4, { countedHeads: 7, denominator: 10, requiredHeads: 7, met: true }],
    ["since 2016: 3 + 3 of 10 is not", today, 3, { countedHeads: 6, shortfallHeads: 1, met: false }],
    ["before 2016: 4 of 7 is not", before2016, 4, { countedHeads: 4, denominator: 7, requiredHeads: 5, met: false }],
    ["before 2016: 5 of 7 is", before2016, 5, { countedHeads: 5, denominator: 7, requiredHeads: 5, met: true }],
  ])("%s", async (_, place, accept, answer) => {
    const people = group(accept, 3, 7 - accept);
    expect(await askRule("minimum-participation", { ...place, people })).toMatchObject(answer);
  });

  it("is 57 % before 2016 with four takers", async () => {
    const answer = await askRule("minimum-participation", { ...before2016, people: group(4, 3, 3) });
    expect(answer).toMatchObject({ reachedBasisPoints: 5_714, problems: [{ code: "participation-too-low" }] });
    expect(JSON.stringify(answer["problems"])).toContain('"sentence":"');
  });

  it.each([
    ["DC", 7],
    ["MA", 8],
    ["TX", 8],
    ["AR", 8],
    ["IA", 8],
    ["NV", 8],
    ["NH", 8],
    ["NJ", 8],
    ["SD", 8],
    ["TN", 5],
    ["CA", 7],
    ["WI", 7],
  ])("needs in %s %i heads of ten", async (state, requiredHeads) => {
    const place = { ...today, state };
    const enough = await askRule("minimum-participation", {
      ...place,
      people: group(requiredHeads, 0, 10 - requiredHeads),
    });
    expect(enough).toMatchObject({ requiredHeads, met: true });
    const short = group(requiredHeads - 1, 0, 11 - requiredHeads);
    expect(await askRule("minimum-participation", { ...place, people: short })).toMatchObject({ met: false });
  });

  it("counts a person without other coverage against the group", async () => {
    expect(await askRule("minimum-participation", { ...today, people: group(6, 0, 4) })).toMatchObject({ met: false });
    expect(await askRule("minimum-participation", { ...today, people: group(6, 1, 3) })).toMatchObject({ met: true });
  });

  it("asks for somebody who is no owner", async () => {
    const people = [{ employeeId: "o", isOwnerOrOwnerSpouse: true, status: "elected" }];
    expect(await askRule("minimum-participation", { ...today, people })).toMatchObject({
      problems: [{ code: "participation-no-non-owner-enrolled" }],
    });
  });
});

describe("the annual window", () => {
  const january = { state: "WI", startOn: "2027-01-01" };

  it.each([
    ["2026-11-14", false],
    ["2026-11-15", true],
    ["2026-12-15", true],
    ["2026-12-16", false],
  ])("submitted on %s: %s", async (submittedOn, waivedByWindow) => {
    const people = group(1, 0, 9);
    const asked = { ...january, submittedOn };
    const met = { waivedByWindow, met: waivedByWindow, rateMet: false };
    expect(await askRule("minimum-participation", { ...asked, people })).toMatchObject(met);
    expect(await askRule("annual-window", asked)).toEqual({
      ...{ fromOn: "2026-11-15", toOn: "2026-12-15", startOn: "2027-01-01", comesInThroughWindow: waivedByWindow },
    });
  });

  it("is not needed in the District for a January start, which asks for no rate", async () => {
    const asked = { ...january, state: "DC", submittedOn: "2026-11-02", people: group(1, 0, 9) };
    expect(await askRule("minimum-participation", asked)).toMatchObject({ waivedByStartMonth: true, met: true });
  });
});

describe("start dates", () => {
  it.each([
    ["2026-11-15", "2026-12-01"],
    ["2026-11-16", "2027-01-01"],
    ["2026-12-15", "2027-01-01"],
    ["2026-12-16", "2027-02-01"],
  ])("what is received on %s starts on %s", async (today, earliestStartOn) => {
    expect(await askRule("start-dates", { state: "WI", today })).toMatchObject({ earliestStartOn });
  });

  it.each([
    ["DC", { publishByOn: "2027-02-05", enrollmentEndsByOn: "2027-02-10", binderDueOn: "2027-02-12" }, "2027-02-16"],
    ["MA", { publishByOn: "2027-02-15", enrollmentEndsByOn: "2027-02-20", binderDueOn: "2027-02-23" }, "2027-02-26"],
  ])("%s keeps its own days", async (state, days, sendToIssuersFromOn) => {
    const asked = { state, startOn: "2027-03-01", today: "2027-01-20" };
    expect(await askRule("start-date", asked)).toMatchObject({ allowed: true, ...days, sendToIssuersFromOn });
    const { milestones } = await askRule("group-calendar", asked);
    expect(milestones).toContainEqual({ code: "binder-due", on: days.binderDueOn, passed: false });
    expect(milestones).toContainEqual({ code: "sent-to-issuers-from", on: sendToIssuersFromOn, passed: false });
  });

  it("are firsts of a month whose deadline has not passed and which are not too far off", async () => {
    const asked = { state: "WI", today: "2026-11-16", startOn: "2026-12-01" };
    expect(await codesOf("start-date", asked)).toEqual(["start-date-deadline-passed"]);
    expect(await codesOf("start-date", { ...asked, startOn: "2027-01-15" })).toEqual(["start-date-not-first-of-month"]);
    expect(await codesOf("start-date", { ...asked, startOn: "2027-03-01" })).toEqual(["start-date-too-far-ahead"]);
    expect(await askRule("start-date", { ...asked, startOn: "2027-02-01" })).toMatchObject({ allowed: true });
  });

  it.each([
    ["WI", "2027-03-01", "2028-02-29"],
    ["DC", "2027-03-01", "2028-02-29"],
    ["VT", "2027-03-01", "2027-12-31"],
    ["ME", "2022-03-01", "2023-02-28"],
    ["ME", "2027-03-01", "2027-12-31"],
  ])("in %s from %s, a plan year ends on %s", async (state, startOn, endsOn) => {
    expect(await askRule("plan-year", { state, startOn })).toEqual({ endsOn });
  });

  it("come again at renewal, when somebody who does nothing stays", async () => {
    const plans = { currentPlanId: "11111DC0010001", offeredPlanIds: ["11111DC0010001"] };
    const asked = { state: "DC", startOn: "2026-03-01", today: "2027-02-11", employee: plans };
    expect(await askRule("renewal", asked)).toMatchObject({
      ...{ renewsOn: "2027-03-01", publishByOn: "2027-02-10", publishesItselfOn: "2027-02-11" },
      ...{ enrollmentEndsByOn: "2027-02-13", stage: "published-unchanged", doingNothing: { kind: "stays" } },
    });
    const gone = { ...asked, employee: { ...plans, offeredPlanIds: [] } };
    expect(await askRule("renewal", gone)).toMatchObject({ doingNothing: { kind: "must-choose" } });
  });
});

describe("open enrollment", () => {
  const asked = { startOn: "2027-03-01", today: "2027-01-20" };
  it.each([
    ["WI", "2027-02-08", "2027-02-14", []],
    ["WI", "2027-02-09", "2027-02-14", ["open-enrollment-too-short"]],
    ["WI", "2027-02-08", "2027-02-15", ["open-enrollment-ends-too-late"]],
    ["DC", "2027-02-06", "2027-02-10", []],
    ["DC", "2027-02-07", "2027-02-10", ["open-enrollment-too-short"]],
    ["MA", "2027-02-16", "2027-02-20", []],
    ["MA", "2027-02-16", "2027-02-21", ["open-enrollment-ends-too-late"]],
  ])("in %s from %s to %s", async (state, opensOn, closesOn, codes) => {
    const document = { ...asked, state, opensOn, closesOn };
    if (codes.length > 0) expect(await codesOf("open-enrollment", document)).toEqual(codes);
    else expect(await askRule("open-enrollment", document)).toEqual({ allowed: true });
  });

  it("of a renewal in the District may take three days", async () => {
    const document = { ...asked, state: "DC", opensOn: "2027-02-11", closesOn: "2027-02-13", cycle: "renewal" };
    expect(await askRule("open-enrollment", document)).toEqual({ allowed: true });
  });
});

describe("waiting periods", () => {
  it.each([
    ["2015-01-19", "2015-04-19"],
    ["2015-04-11", "2015-07-10"],
    ["2015-09-22", "2015-12-21"],
  ])("the regulation's example: eligible on %s, covered by %s", async (eligibleOn, latestOn) => {
    expect(await askRule("waiting-period-limit", { eligibleOn, coverageStartOn: latestOn })).toEqual({
      ...{ allowed: true, latestOn },
    });
    const late = { eligibleOn, coverageStartOn: addDays(calendarDate(latestOn), 1) };
    expect(await codesOf("waiting-period-limit", late)).toEqual(["waiting-period-too-long"]);
  });

  const hireDates: CalendarDate[] = [];
  for (let on = calendarDate("2024-01-01"); on <= "2027-12-31"; on = addDays(on, 1)) hireDates.push(on);
  const strictlyAfter = (hiredOn: CalendarDate) => firstOfNextMonth(addDays(hiredOn, 60));

  it("refuses the 28 dates of 2024 to 2027 for which the 1st strictly after day 60 comes on day 91", async () => {
    const refused: CalendarDate[] = [];
    for (const hiredOn of hireDates) {
      const coverageStartOn = strictlyAfter(hiredOn);
      if (daysBetween({ from: hiredOn, to: coverageStartOn }) < 90) continue;
      const late = daysBetween({ from: hiredOn, to: coverageStartOn }) > 90;
      const asked = { eligibleOn: hiredOn, coverageStartOn };
      if (!late) expect(await askRule("waiting-period-limit", asked)).toMatchObject({ allowed: true });
      else {
        expect(await codesOf("waiting-period-limit", asked)).toEqual(["waiting-period-too-long"]);
        refused.push(hiredOn);
      }
    }
    expect(refused).toHaveLength(28);
    expect(refused).toContain("2024-11-02");
    expect(strictlyAfter(calendarDate("2024-11-02"))).toBe("2025-02-01");
  });

  it("takes the 1st that coincides with or follows day 60 instead, 90 days at most on every date of 2024 to 2027", async () => {
    let longest = 0;
    for (const hiredOn of hireDates) {
      const asked = { waitingPeriod: "first-of-month-on-or-after-60-days", hiredOn };
      const { coverageStartOn } = await askRule("waiting-period", asked);
      longest = Math.max(longest, daysBetween({ from: hiredOn, to: calendarDate(String(coverageStartOn)) }));
    }
    expect(longest).toBe(90);
  });

  it.each([
    ["date-of-hire", "2027-01-15", "2027-01-15"],
    ["first-of-month-on-or-after-hire", "2027-02-01", "2027-02-01"],
    ["first-of-month-on-or-after-hire", "2027-02-02", "2027-03-01"],
    ["first-of-month-after-hire", "2027-02-01", "2027-03-01"],
    ["first-of-month-on-or-after-15-days", "2027-01-17", "2027-02-01"],
    ["first-of-month-on-or-after-30-days", "2027-01-02", "2027-02-01"],
    ["first-of-month-on-or-after-30-days", "2027-01-03", "2027-03-01"],
    ["first-of-month-on-or-after-45-days", "2027-01-15", "2027-03-01"],
  ])("%s, hired on %s: covered from %s", async (waitingPeriod, hiredOn, coverageStartOn) => {
    expect(await askRule("waiting-period", { waitingPeriod, hiredOn })).toMatchObject({ coverageStartOn });
  });

  it("never start before the group does", async () => {
    const asked = { waitingPeriod: "date-of-hire", hiredOn: "2020-05-05", groupStartOn: "2027-01-01" };
    expect(await askRule("waiting-period", asked)).toMatchObject({ coverageStartOn: "2027-01-01" });
  });
});

describe("new employees", () => {
  it.each([
    ["a wait of 30 days leaves 30 days to choose", "2027-01-04", "2027-02-03", "2027-02-03"],
    ["a wait of 45 days too", "2027-01-04", "2027-02-18", "2027-02-03"],
    ["a wait of 46 days is not long enough to change that", "2027-01-04", "2027-02-19", "2027-02-04"],
    ["a wait of 87 days ends the choice 15 days before it", "2027-01-04", "2027-04-01", "2027-03-17"],
  ])("%s", async (_, hiredOn, coverageStartOn, closesOn) => {
    expect(await askRule("new-hire-window", { hiredOn, coverageStartOn })).toEqual({
      ...{ opensOn: hiredOn, closesOn, employerReportsByOn: "2027-02-03" },
    });
  });

  it("may be oriented for a month less a day, and measured for thirteen months and the rest of a month", async () => {
    expect(await askRule("orientation-period", { hiredOn: "2027-01-04" })).toEqual({
      ...{ orientationEndsByOn: "2027-02-03", eligibleOn: "2027-02-04", latestCoverageStartOn: "2027-05-05" },
      measuredCoverageStartsByOn: "2028-03-01",
    });
    expect(await askRule("orientation-period", { hiredOn: "2027-01-30" })).toMatchObject({
      orientationEndsByOn: "2027-02-28",
    });
  });
});
