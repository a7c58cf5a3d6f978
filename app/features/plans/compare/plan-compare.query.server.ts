import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { CoverageLine } from "~/domain/coverage-line";
import type { Cents } from "~/domain/money/cents";
import { planFacts, type PlanFacts, type PlanSheet } from "~/domain/plan-catalog/shelf-plan";
import { loadPlanMarket, type MarketRequest } from "../market/plan-market.server";

export const mostCompared = 3;

export type ComparedPlanFacts = {
  readonly plan: PlanFacts;
  readonly sheet: PlanSheet;
  readonly premiumCents: Cents | null;
};

export type PlanComparePage = {
  readonly line: CoverageLine;
  readonly startOn: CalendarDate;
  readonly compared: readonly ComparedPlanFacts[];
  /** Ticked, but not shown: beyond three, without prices, or not sold here. */
  readonly leftOutCount: number;
};

/** The first three of the wanted plans that are sold to this business with prices, in the order wanted. */
export async function loadPlanCompare(
  request: Omit<MarketRequest, "line" | "sheetsOf">,
  { line, planIds }: { line: CoverageLine; planIds: readonly string[] },
): Promise<PlanComparePage> {
  const wanted = [...new Set(planIds)].filter((id) => /^\d{5}[A-Z]{2}\d{7}$/.test(id)).slice(0, 20);
  const market = await loadPlanMarket({ ...request, line, sheetsOf: wanted });
  const compared = wanted
    .flatMap((planId) => {
      const plan = market.plans.find((candidate) => candidate.planId === planId && candidate.sheet);
      const sheet = market.sheets.find((candidate) => candidate.planId === planId);
      const premiumCents = market.quotes.get(planId)?.premiumCents ?? null;
      return plan && sheet ? [{ plan: planFacts(plan), sheet, premiumCents }] : [];
    })
    .slice(0, mostCompared);
  return { line, startOn: market.shopping.startOn, compared, leftOutCount: wanted.length - compared.length };
}
