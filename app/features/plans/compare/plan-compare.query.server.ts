import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { CoverageLine } from "~/domain/coverage-line";
import type { Cents } from "~/domain/money/cents";
import { planFacts, type PlanFacts, type PlanSheet } from "~/domain/plan-catalog/shelf-plan";
import type { YearlyCareCost } from "~/domain/plan-catalog/yearly-cost/estimated-yearly-cost.rule";
import { planYearCost, type PlanYearCost } from "~/domain/plan-catalog/yearly-cost/plan-year-cost";
import { loadPlanMarket, onePersonYear, type MarketRequest } from "../market/plan-market.server";

const familyHeads = 4;

export type PlanInComparison = {
  readonly plan: PlanFacts;
  readonly sheet: PlanSheet;
  readonly monthlyCents: Cents | null;
  /** One person aged 40. */
  readonly year: PlanYearCost;
  /** A family of four at medium use. */
  readonly family: YearlyCareCost | null;
};

export type PlanComparePage = {
  readonly line: CoverageLine;
  readonly startOn: CalendarDate;
  /** Nobody is on the roster: amounts are those of one person aged 40. */
  readonly isExample: boolean;
  readonly compared: readonly PlanInComparison[];
  /** Picked, but not shown: beyond the limit, without prices, or not sold here. */
  readonly leftOutCount: number;
};

/** The first `limit` of the wanted plans that are sold to this business with prices, in the order wanted. */
export async function loadPlanCompare(
  request: Omit<MarketRequest, "line" | "sheetsOf">,
  { line, planIds, limit }: { line: CoverageLine; planIds: readonly string[]; limit: number },
): Promise<PlanComparePage> {
  const wanted = [...new Set(planIds)];
  const market = await loadPlanMarket({ ...request, line, sheetsOf: wanted });
  const { startOn } = market.shopping;
  const isExample = market.households.length === 0;
  const compared = wanted
    .flatMap((planId): PlanInComparison[] => {
      const plan = market.plans.find((candidate) => candidate.planId === planId && candidate.sheet);
      const sheet = market.sheets.find((candidate) => candidate.planId === planId);
      if (!plan || !sheet) return [];
      const monthlyCents = (isExample ? market.examples.get(planId) : market.premiums.get(planId)) ?? null;
      const { care } = planYearCost(plan, { startOn, headCount: familyHeads, premium: null });
      return [
        { plan: planFacts(plan), sheet, monthlyCents, year: onePersonYear(market, plan), family: care?.medium ?? null },
      ];
    })
    .slice(0, limit);
  return { line, startOn, isExample, compared, leftOutCount: wanted.length - compared.length };
}
