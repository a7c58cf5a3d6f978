// How a year's estimate came about: the rule's own answer put into codes. No amount is worked out here.

import type { Explanation } from "../../explanation";
import { citation } from "./estimated-yearly-cost.rule";
import { yearTotalCents, type PlanYearCost } from "./plan-year-cost";
import type { UseLevel } from "./use-profile";

export function explainYearlyCost(year: PlanYearCost, level: UseLevel): Explanation {
  const cost = year.care?.[level];
  const people = { count: year.headCount };
  if (!cost) return { code: "plan-cost-no-table", params: {} };
  if (!cost.estimated) {
    return {
      code: "plan-cost-cannot",
      params: {},
      steps: cost.missing.map((fact) => ({ code: `plan-cost-missing-${fact}`, params: {} })),
    };
  }
  const total = yearTotalCents(year, level);
  return {
    code: `plan-cost-care-${level}`,
    params: { ...people, paidCents: cost.paidCents },
    citation,
    steps: [
      ...cost.services.map(({ service, count, priceCents, paidCents }): Explanation => ({
        code: `plan-cost-service-${service}`,
        params: { count, priceCents, paidCents },
      })),
      { code: "plan-cost-deductible", params: { deductibleCents: cost.deductibleCents } },
      ...(cost.reachesMaximum ? [{ code: "plan-cost-maximum", params: { paidCents: cost.paidCents } }] : []),
      ...(year.premium && total !== null ? [premiumStep(year.premium, total)] : []),
    ],
  };
}

function premiumStep({ monthlyCents, isShare }: NonNullable<PlanYearCost["premium"]>, totalCents: number): Explanation {
  return {
    code: isShare ? "plan-cost-premium-share" : "plan-cost-premium-whole",
    params: { monthlyCents, premiumYearCents: 12 * monthlyCents, totalCents },
  };
}
