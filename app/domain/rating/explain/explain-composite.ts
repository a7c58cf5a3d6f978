// Where a group's composite prices come from: the composite rules are run on the same input, and their answer is put into
// words. No amount is worked out here.

import type { Explanation } from "../../explanation";
import { done, type Outcome } from "../../problem";
import { citation as averagesCitation, compositeAverages } from "../composite/composite-averages.rule";
import type { AgeGroupAverage } from "../composite/composite-averages.rule";
import { citation as tiersCitation, compositeTierRates, type TierFactors } from "../composite/composite-tiers.rule";
import { coverageTiers, type CoverageTier } from "../composite/coverage-tier";
import type { HouseholdPremium } from "../rated-household";

const tierCodes: Readonly<Record<CoverageTier, string>> = {
  "employee-only": "explain-composite-tier-employee-only",
  "employee-and-spouse": "explain-composite-tier-employee-and-spouse",
  "employee-and-children": "explain-composite-tier-employee-and-children",
  family: "explain-composite-tier-family",
};

/** The two averages. Problems: those of the averages rule. */
export function explainCompositeAverages(households: readonly HouseholdPremium[]): Outcome<Explanation> {
  const averages = compositeAverages(households);
  if (!averages.ok) return averages;
  const { adults, children, tobaccoCents, adjustmentCents, listBillCents } = averages.value;
  return done({
    code: "explain-composite-averages",
    params: { listBillCents },
    citation: averagesCitation,
    steps: [
      ...averageStep("explain-composite-adult-average", adults),
      ...averageStep("explain-composite-child-average", children),
      ...leftOver({ tobaccoCents, adjustmentCents }),
    ],
  });
}

function averageStep(code: string, { listBillCents, chargedHeads, averageCents }: AgeGroupAverage): Explanation[] {
  if (averageCents === null) return [];
  return [{ code, params: { listBillCents, count: chargedHeads, averageCents } }];
}

function leftOver({ tobaccoCents, adjustmentCents }: { tobaccoCents: number; adjustmentCents: number }): Explanation[] {
  return [
    ...(tobaccoCents > 0 ? [{ code: "explain-composite-tobacco", params: { tobaccoCents } }] : []),
    ...(adjustmentCents === 0 ? [] : [{ code: "explain-composite-adjustment", params: { adjustmentCents } }]),
  ];
}

/** The tier prices, those that the group has households in. Problems: those of the tiers rule. */
export function explainCompositeTiers(input: {
  households: readonly HouseholdPremium[];
  factors: TierFactors;
}): Outcome<Explanation> {
  const rates = compositeTierRates(input);
  if (!rates.ok) return rates;
  const { baseCents, plainBillCents, factorSumBasisPoints, tierCents, householdCounts } = rates.value;
  const { tobaccoCents, adjustmentCents } = rates.value;
  const tiers = coverageTiers.filter((tier) => householdCounts[tier] > 0);
  return done({
    code: "explain-composite-tier-base",
    params: { plainBillCents, factorSumBasisPoints, baseCents },
    citation: tiersCitation,
    steps: [
      ...tiers.map((tier): Explanation => ({
        code: tierCodes[tier],
        params: {
          factorBasisPoints: input.factors[tier],
          tierCents: tierCents[tier],
          count: householdCounts[tier],
        },
      })),
      ...leftOver({ tobaccoCents, adjustmentCents }),
    ],
  });
}
