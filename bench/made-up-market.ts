import { calendarDate } from "../app/domain/calendar/calendar-date";
import type { FrontierPlan } from "../app/domain/contribution/frontier/offer-frontier.rule";
import type { BucketShares } from "../app/domain/contribution/schemes/contribution-bucket";
import type {
  ByEmployment,
  ContributionScheme,
  TierCents,
} from "../app/domain/contribution/schemes/contribution-scheme";
import type { EmploymentType } from "../app/domain/household/employment";
import { basisPoints, cents } from "../app/domain/money/cents";
import { planKey } from "../app/domain/plan-catalog/plan";
import { defaultCurveSheet } from "../app/domain/rating/testing/default-curve-sheet";
import { householdOf, type Person } from "../app/domain/rating/testing/worked-group";
import type { RatedMember } from "../app/domain/rating/rated-household";

export const startOn = calendarDate("2025-01-01");
export const profile = { childCapAppliesToDental: true, under21SpouseUsesChildSlot: false, tobaccoAllowed: true };

/** Numbers that look like chance and are the same in every run: a linear congruential generator. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export type MadeUpHousehold = {
  readonly employeeId: string;
  readonly employment: EmploymentType;
  readonly members: readonly RatedMember[];
};

/** 50 families with 120 people: ten of one person, and couples, parents and families. */
export function fiftyFamilies(): readonly MadeUpHousehold[] {
  const next = sequence(7);
  return Array.from({ length: 50 }, (_, at) => {
    const size = at % 5 === 0 ? 1 : at % 5 < 3 ? 2 : at % 10 < 5 ? 3 : 4;
    const people: Person[] = [[22 + next(43), "self", next(6) === 0]];
    if (size > 1 && at % 3 !== 0) people.push([22 + next(43), "spouse", next(8) === 0]);
    while (people.length < size) people.push([next(26), "child"]);
    const employeeId = `e${String(at).padStart(2, "0")}`;
    return {
      employeeId,
      employment: at % 7 === 3 ? "part-time" : "full-time",
      members: householdOf(employeeId, ...people),
    };
  });
}

const levels = ["bronze", "expanded-bronze", "silver", "gold", "platinum"] as const;

/** 100 plans of six issuers, with prices for tobacco. */
export function hundredPlans(): readonly FrontierPlan[] {
  const next = sequence(11);
  return Array.from({ length: 100 }, (_, at): FrontierPlan => {
    const rank = at % levels.length;
    const issuerId = String(11_111 + (at % 6));
    const planId = planKey(`${issuerId}TN${String(at).padStart(7, "0")}`);
    const baseCents = 20_000 + rank * 5_000 + next(6_000);
    return {
      ...{ planId, issuerId, line: "medical", metalLevel: levels[rank] ?? "silver", offerable: true },
      ...{ childOnly: "adult-and-child", childCap: { twoParent: null, singleParent: null } },
      sheet: { ...defaultCurveSheet({ baseCents, tobaccoPercent: 115 + next(30) }), planId },
      actuarialValueBasisPoints: basisPoints(5_800 + rank * 700 + next(400)),
    };
  });
}

const shares = (percents: readonly [number, number, number, number, number]): BucketShares => ({
  employee: basisPoints(percents[0] * 100),
  spouse: basisPoints(percents[1] * 100),
  "domestic-partner": basisPoints(percents[2] * 100),
  "child-under-26": basisPoints(percents[3] * 100),
  "disabled-child-26-or-older": basisPoints(percents[4] * 100),
});

const tiers = (alone: number, couple: number, parent: number, family: number): TierCents => ({
  "employee-only": cents(alone),
  "employee-and-spouse": cents(couple),
  "employee-and-children": cents(parent),
  family: cents(family),
});

/** Figures that differ by relationship, by make-up, and by full-time and part-time work. */
export const madeUpShares: ByEmployment<BucketShares> = {
  "full-time": shares([75, 50, 50, 35, 35]),
  "part-time": shares([50, 20, 20, 10, 10]),
};
export const madeUpAmounts: ByEmployment<TierCents> = {
  "full-time": tiers(30_000, 52_000, 45_000, 70_000),
  "part-time": tiers(15_000, 20_000, 20_000, 30_000),
};

/** Each way of contributing. */
export const fiveSchemes: readonly ContributionScheme[] = [
  { method: "reference-plan-percent", shares: madeUpShares },
  { method: "composite-reference-percent", shares: madeUpShares },
  { method: "chosen-plan-percent", shares: madeUpShares },
  { method: "capped-percent", shares: madeUpShares, limits: madeUpAmounts },
  { method: "fixed-dollars", amounts: madeUpAmounts },
];
