import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import type { ExchangeProfile } from "../exchange-profile/exchange-profile";
import { profileFor } from "../exchange-profile/profile-for";
import {
  minimumParticipation,
  waivedStatus,
  type ParticipationPerson,
  type ParticipationStatus,
} from "./minimum-participation.rule";

const day = calendarDate;

function profileOf(state: string, on = "2026-10-01"): ExchangeProfile {
  const outcome = profileFor({ state, on: day(on) });
  if (!outcome.ok) throw new Error(`no profile for ${state}`);
  return outcome.value;
}

let nextId = 0;
function heads(count: number, status: ParticipationStatus, rest: Partial<ParticipationPerson> = {}) {
  return Array.from({ length: count }, (): ParticipationPerson => {
    nextId += 1;
    return { employeeId: `e${nextId}`, offered: true, isOwnerOrOwnerSpouse: false, fullTime: true, status, ...rest };
  });
}

const dates = { startOn: day("2026-10-01"), submittedOn: day("2026-09-10") };

describe("ten offered, three covered elsewhere, four accepting", () => {
  const people = [
    ...heads(4, "elected"),
    ...heads(3, "waived-covered-elsewhere"),
    ...heads(2, "waived-no-other-coverage"),
    ...heads(1, "undecided"),
  ];

  it("passes with 70 % under the formula of 2016", () => {
    expect(minimumParticipation({ people, profile: profileOf("WI"), ...dates })).toEqual({
      requiredHeads: 7,
      countedHeads: 7,
      denominator: 10,
      shortfallHeads: 0,
      reachedBasisPoints: 7000,
      acceptingHeads: 4,
      coveredElsewhereHeads: 3,
      undecidedHeads: 1,
      rateMet: true,
      waivedByWindow: false,
      waivedByStartMonth: false,
      nonOwnerEnrolled: true,
      met: true,
      problems: [],
    });
  });

  it("fails with 57 % under the formula before 2016", () => {
    const result = minimumParticipation({
      people,
      profile: profileOf("WI", "2015-06-01"),
      startOn: day("2015-06-01"),
      submittedOn: day("2015-05-10"),
    });
    expect(result).toMatchObject({ denominator: 7, countedHeads: 4, requiredHeads: 5, shortfallHeads: 1, met: false });
    expect(result.reachedBasisPoints).toBe(5714);
    expect(result.problems).toEqual([
      {
        code: "participation-too-low",
        params: { requiredHeads: 5, countedHeads: 4, shortfallHeads: 1, denominator: 7 },
        citation: "45 CFR 155.706(b)(10)",
      },
    ]);
  });

  it("fails by one head under 75 %", () => {
    expect(minimumParticipation({ people, profile: profileOf("TX"), ...dates })).toMatchObject({
      requiredHeads: 8,
      shortfallHeads: 1,
      met: false,
    });
  });
});

describe("required heads", () => {
  it.each([
    ["WI", 1, 1],
    ["WI", 3, 3],
    ["WI", 10, 7],
    ["WI", 11, 8],
    ["WI", 200, 140],
    ["WI", 1000, 700],
    ["DC", 3, 2],
    ["DC", 4, 3],
    ["DC", 10, 7],
    ["DC", 6000, 4000],
    ["MA", 4, 3],
    ["MA", 5, 4],
    ["TN", 3, 2],
    ["TN", 4, 2],
  ])("in %s for %i people are %i", (state, count, required) => {
    const profile = profileOf(state);
    const others = heads(count - required, "waived-no-other-coverage");
    const enough = minimumParticipation({ people: [...heads(required, "elected"), ...others], profile, ...dates });
    expect(enough).toMatchObject({ requiredHeads: required, denominator: count, met: true });
    const short = minimumParticipation({
      people: [...heads(required - 1, "elected"), ...heads(1, "undecided"), ...others],
      profile,
      ...dates,
    });
    expect(short).toMatchObject({ shortfallHeads: 1, met: false });
  });
});

describe("who is counted", () => {
  it("leaves part-time people and owners out of the federal rate", () => {
    const people = [
      ...heads(2, "elected"),
      ...heads(1, "waived-no-other-coverage", { fullTime: false }),
      ...heads(1, "waived-no-other-coverage", { isOwnerOrOwnerSpouse: true }),
    ];
    expect(minimumParticipation({ people, profile: profileOf("WI"), ...dates })).toMatchObject({
      denominator: 2,
      met: true,
    });
    expect(minimumParticipation({ people, profile: profileOf("DC"), ...dates })).toMatchObject({
      denominator: 4,
      countedHeads: 2,
      met: false,
    });
  });

  it("leaves out everybody who is not offered coverage", () => {
    const people = [...heads(1, "elected"), ...heads(5, "undecided", { offered: false })];
    expect(minimumParticipation({ people, profile: profileOf("DC"), ...dates })).toMatchObject({
      denominator: 1,
      undecidedHeads: 0,
      met: true,
    });
  });

  it.each([
    ["spouse-employer-plan", "waived-covered-elsewhere", "waived-covered-elsewhere"],
    ["medicare", "waived-covered-elsewhere", "waived-covered-elsewhere"],
    ["individual-market", "waived-covered-elsewhere", "waived-no-other-coverage"],
    ["none-of-these", "waived-no-other-coverage", "waived-no-other-coverage"],
  ] as const)("a waiver for %s is %s since 2016 and %s before", (reason, since2016, before) => {
    expect(waivedStatus({ reason, profile: profileOf("WI") })).toBe(since2016);
    expect(waivedStatus({ reason, profile: profileOf("WI", "2015-06-01") })).toBe(before);
  });
});

describe("the annual window", () => {
  const people = [...heads(1, "elected"), ...heads(9, "waived-no-other-coverage")];
  const startOn = day("2027-01-01");

  it.each([
    ["2026-11-14", false, false],
    ["2026-11-15", true, true],
    ["2026-12-15", true, true],
    ["2026-12-16", false, false],
  ])("lets a federal group of one taker in ten, submitted on %s, through: %s", (submittedOn, waivedByWindow, met) => {
    const result = minimumParticipation({ people, profile: profileOf("WI"), startOn, submittedOn: day(submittedOn) });
    expect(result).toMatchObject({ waivedByWindow, met, rateMet: false, shortfallHeads: 6 });
  });

  it("is wider in the District, where no January start needs the rate", () => {
    const result = minimumParticipation({
      people,
      profile: profileOf("DC"),
      startOn,
      submittedOn: day("2026-10-20"),
    });
    expect(result).toMatchObject({ waivedByWindow: false, waivedByStartMonth: true, met: true });
  });

  it("still needs one person enrolled who is no owner", () => {
    const owners = [...heads(2, "elected", { isOwnerOrOwnerSpouse: true }), ...heads(3, "waived-no-other-coverage")];
    const result = minimumParticipation({
      people: owners,
      profile: profileOf("WI"),
      startOn,
      submittedOn: day("2026-11-20"),
    });
    expect(result).toMatchObject({ waivedByWindow: true, nonOwnerEnrolled: false, met: false });
    expect(result.problems.map((p) => p.code)).toEqual(["participation-no-non-owner-enrolled"]);
  });
});

describe("a group without a taker who is no owner", () => {
  it.each([
    ["nobody at all", []],
    ["owners only", heads(2, "elected", { isOwnerOrOwnerSpouse: true })],
    ["everybody covered elsewhere", heads(5, "waived-covered-elsewhere")],
  ])("is refused: %s", (_, people) => {
    const result = minimumParticipation({ people, profile: profileOf("WI"), ...dates });
    expect(result.met).toBe(false);
    expect(result.problems.map((p) => p.code)).toEqual(["participation-no-non-owner-enrolled"]);
  });

  it("is accepted once one part-time person enrolls", () => {
    const people = [
      ...heads(1, "elected", { fullTime: false }),
      ...heads(1, "elected", { isOwnerOrOwnerSpouse: true }),
    ];
    expect(minimumParticipation({ people, profile: profileOf("WI"), ...dates }).met).toBe(true);
  });
});
