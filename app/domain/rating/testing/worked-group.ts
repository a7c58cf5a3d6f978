// Households for tests of groups: a well-known small group, and prices for it.

import type { Relationship } from "../../household/relationship";
import { householdMonthlyPremium } from "../household-premium.rule";
import type { RateSheet } from "../rate-sheet";
import type { HouseholdPremium, RatedMember } from "../rated-household";
import { personAged, testStartOn } from "./default-curve-sheet";

export type Person = readonly [age: number, relationship: Relationship, usesTobacco?: boolean];

export function householdOf(employeeId: string, ...people: readonly Person[]): RatedMember[] {
  return people.map(([age, relationship, usesTobacco], index) =>
    personAged(age, { memberId: `${employeeId}-${index}`, relationship, usesTobacco: usesTobacco ?? false }),
  );
}

export function pricedAt(sheet: RateSheet, members: readonly RatedMember[]): HouseholdPremium {
  const outcome = householdMonthlyPremium({
    sheet,
    startOn: testStartOn,
    members,
    profile: { childCapAppliesToDental: true, under21SpouseUsesChildSlot: false, tobaccoAllowed: true },
    line: "medical",
  });
  if (!outcome.ok) throw new Error(`not priced: ${outcome.problems.map((problem) => problem.code).join()}`);
  return outcome.value;
}

/** One of 30; one of 45 with a spouse of 44 and children of 15 and 12; one of 60; one of 24 with a child of 2. */
export const workedGroup: readonly RatedMember[][] = [
  householdOf("e1", [30, "self"]),
  householdOf("e2", [45, "self"], [44, "spouse"], [15, "child"], [12, "child"]),
  householdOf("e3", [60, "self"]),
  householdOf("e4", [24, "self"], [2, "child"]),
];
