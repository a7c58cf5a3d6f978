// A plan's year in money, as cards, pages and comparisons show it: care at three levels of use, and the premium.

import type { CalendarDate } from "../../calendar/calendar-date";
import { cents, type Cents } from "../../money/cents";
import type { CareCost, ShelfPlan } from "../shelf-plan";
import { estimatedYearlyCost, type YearlyCareCost } from "./estimated-yearly-cost.rule";
import { careServices, filedNameOf, useLevels, useTableOn, type CareService, type UseLevel } from "./use-profile";

/** What somebody pays in premium: their share where an offer says it, else the whole. */
export type PremiumPart = { readonly monthlyCents: Cents; readonly isShare: boolean };

export type PlanYearCost = {
  readonly headCount: number;
  /** Null: no table of use covers the plan year, or dental, whose filings leave out what a plan pays at most. */
  readonly care: Readonly<Record<UseLevel, YearlyCareCost>> | null;
  readonly premium: PremiumPart | null;
};

type PlanToEstimate = Pick<ShelfPlan, "line" | "deductible" | "outOfPocketMaximum" | "careCosts">;

export function planYearCost(
  plan: PlanToEstimate,
  { startOn, headCount, premium }: { startOn: CalendarDate; headCount: number; premium: PremiumPart | null },
): PlanYearCost {
  const table = plan.line === "medical" ? useTableOn(startOn) : undefined;
  if (!table) return { headCount, care: null, premium };
  const terms = { ...plan, costs: serviceCosts(plan.careCosts) };
  const at = (level: UseLevel) =>
    estimatedYearlyCost(
      terms,
      Array.from({ length: headCount }, () => table.services[level]),
    );
  return { headCount, care: { low: at("low"), medium: at("medium"), high: at("high") }, premium };
}

/** The cost of each service of the use tables, out of benefits by the name under which they are filed. */
export function serviceCosts(filed: Readonly<Record<string, CareCost>>): Partial<Record<CareService, CareCost>> {
  const names = Object.keys(filed);
  return Object.fromEntries(
    careServices.flatMap((service) => {
      const name = names.find((candidate) => candidate.startsWith(filedNameOf[service]));
      return name === undefined ? [] : [[service, filed[name]!]];
    }),
  );
}

/** Twelve months' premium and the care of one level; null when either is not known. */
export function yearTotalCents({ care, premium }: PlanYearCost, level: UseLevel): Cents | null {
  const cost = care?.[level];
  if (!cost?.estimated || !premium) return null;
  return cents(12 * premium.monthlyCents + cost.paidCents);
}

/** The premium part of a year; null when it is not known. */
export function yearPremiumCents({ premium }: PlanYearCost): Cents | null {
  return premium && cents(12 * premium.monthlyCents);
}

/** What out-of-pocket care costs at each level; null where it cannot be estimated. */
export function careCents({ care }: PlanYearCost): Readonly<Record<UseLevel, Cents | null>> {
  const at = (level: UseLevel) => {
    const cost = care?.[level];
    return cost?.estimated ? cost.paidCents : null;
  };
  return Object.fromEntries(useLevels.map((level) => [level, at(level)])) as Record<UseLevel, Cents | null>;
}
