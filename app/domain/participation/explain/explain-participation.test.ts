import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import { profileFor } from "../../exchange-profile/profile-for";
import { usStates } from "../../exchange-profile/us-state";
import {
  minimumParticipation,
  participationStatuses,
  type ParticipationPerson,
  type ParticipationStatus,
} from "../minimum-participation.rule";
import { explainParticipation } from "./explain-participation";

const day = calendarDate;

function profileOf(state: string, on = "2026-10-01") {
  const profile = profileFor({ state, on: day(on) });
  if (!profile.ok) throw new Error(`no profile for ${state}`);
  return profile.value;
}

function heads(count: number, status: ParticipationStatus, isOwnerOrOwnerSpouse = false): ParticipationPerson[] {
  return Array.from({ length: count }, (_, at) => ({
    employeeId: `${status}-${isOwnerOrOwnerSpouse}-${at}`,
    offered: true,
    isOwnerOrOwnerSpouse,
    fullTime: true,
    status,
  }));
}

const dates = { startOn: day("2026-10-01"), submittedOn: day("2026-09-10") };
const codesOf = (explanation: ReturnType<typeof explainParticipation>) => [
  explanation.code,
  ...(explanation.steps ?? []).map((step) => step.code),
];

describe("where a group stands", () => {
  it("says how many more are needed", () => {
    const people = [...heads(5, "elected"), ...heads(5, "waived-no-other-coverage")];
    const explanation = explainParticipation({ people, profile: profileOf("WI"), ...dates });
    expect(explanation).toMatchObject({ params: { count: 2, countedHeads: 5, requiredHeads: 7 } });
    expect(codesOf(explanation)).toEqual([
      "explain-participation-short",
      "explain-participation-counted-with-covered-elsewhere",
      "explain-participation-required",
      "explain-participation-non-owner",
    ]);
    expect(explanation.steps?.[1]?.params).toEqual({ rateBasisPoints: 7_000, denominator: 10, requiredHeads: 7 });
  });

  it("counts by the formula of its year", () => {
    const people = [...heads(4, "elected"), ...heads(3, "waived-covered-elsewhere"), ...heads(3, "undecided")];
    const year = { startOn: day("2015-06-01"), submittedOn: day("2015-05-10") };
    const explanation = explainParticipation({ people, profile: profileOf("WI", "2015-06-01"), ...year });
    expect(explanation.steps?.[0]).toMatchObject({
      code: "explain-participation-counted-without-covered-elsewhere",
      params: { acceptingHeads: 4, coveredElsewhereHeads: 3, denominator: 7 },
    });
  });

  it.each([
    ["WI", "2026-11-20", "explain-participation-window"],
    ["DC", "2026-10-20", "explain-participation-start-month"],
  ])("says in %s for a group submitted on %s why the rate is not asked: %s", (state, submittedOn, code) => {
    const people = [...heads(1, "elected"), ...heads(9, "waived-no-other-coverage")];
    const january = { startOn: day("2027-01-01"), submittedOn: day(submittedOn) };
    const codes = codesOf(explainParticipation({ people, profile: profileOf(state), ...january }));
    expect(codes[0]).toBe("explain-participation-short-but-waived");
    expect(codes).toContain(code);
  });

  it("says that only owners enrolled", () => {
    const people = [...heads(2, "elected", true), ...heads(3, "waived-covered-elsewhere")];
    const codes = codesOf(explainParticipation({ people, profile: profileOf("WI"), ...dates }));
    expect(codes[0]).toBe("explain-participation-enough");
    expect(codes).toContain("explain-participation-no-non-owner");
  });
});

describe("a group of one to ten thousand", () => {
  const anyGroup = fc
    .record({
      elected: fc.integer({ min: 0, max: 5_000 }),
      elsewhere: fc.integer({ min: 0, max: 2_500 }),
      waived: fc.integer({ min: 0, max: 2_500 }),
      owners: fc.integer({ min: 0, max: 5 }),
    })
    .filter(({ elected, elsewhere, waived }) => elected + elsewhere + waived > 0);
  const peopleOf = (group: { elected: number; elsewhere: number; waived: number; owners: number }) => [
    ...heads(group.elected, "elected"),
    ...heads(group.elsewhere, "waived-covered-elsewhere"),
    ...heads(group.waived, "waived-no-other-coverage"),
    ...heads(group.owners, "elected", true),
  ];

  it("passes with as many more as it was said to need, and not with one less", () => {
    fc.assert(
      fc.property(
        anyGroup,
        fc.constantFrom(...usStates),
        fc.constantFrom("2015-06-01", "2026-10-01"),
        (group, state, on) => {
          if (state === "MA" && on < "2017-01-01") return;
          const profile = profileOf(state, on);
          const given = { profile, startOn: day(on), submittedOn: day(on) };
          const before = minimumParticipation({ people: peopleOf(group), ...given });
          expect(explainParticipation({ people: peopleOf(group), ...given }).params["countedHeads"]).toBe(
            before.countedHeads,
          );
          const turned = (count: number) =>
            minimumParticipation({
              people: peopleOf({ ...group, elected: group.elected + count, waived: group.waived - count }),
              ...given,
            });
          const more = before.shortfallHeads;
          if (more === 0 || more > group.waived) return;
          expect(turned(more).rateMet).toBe(true);
          expect(turned(more - 1).rateMet).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("stands the same in whatever order its people are listed", () => {
    const anyPeople = fc.array(
      fc.record({
        offered: fc.boolean(),
        isOwnerOrOwnerSpouse: fc.boolean(),
        fullTime: fc.boolean(),
        status: fc.constantFrom(...participationStatuses),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(anyPeople, fc.constantFrom("WI", "DC", "TN"), (drawn, state) => {
        const people = drawn.map((person, at) => ({ ...person, employeeId: `e${at}` }));
        const given = { profile: profileOf(state), ...dates };
        const result = minimumParticipation({ people, ...given });
        expect(minimumParticipation({ people: [...people].reverse(), ...given })).toEqual(result);
      }),
    );
  });

  it.each([
    ["WI", 1, 1],
    ["WI", 2, 2],
    ["WI", 9_999, 7_000],
    ["WI", 10_000, 7_000],
    ["DC", 9_999, 6_666],
    ["DC", 10_000, 6_667],
    ["TN", 9_999, 5_000],
    ["TX", 10_000, 7_500],
  ])("in %s needs of %i people %i", (state, size, required) => {
    const people = heads(size, "waived-no-other-coverage");
    expect(minimumParticipation({ people, profile: profileOf(state), ...dates })).toMatchObject({
      requiredHeads: required,
      shortfallHeads: required,
    });
  });
});
