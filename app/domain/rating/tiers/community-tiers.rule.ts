// New York and Vermont forbid rating by age: the issuer files one price for a person alone, and the state's fixed ratios
// make the couple's, the parent's and the family's price of it. A parent pays the same for one child as for five.
// Law: 45 CFR 147.102(c)(2) and (e); the ratios are the states'. Whole cents; each tier is rounded half up once.

import type { CalendarDate } from "../../calendar/calendar-date";
import { calendarDate } from "../../calendar/calendar-date";
import { figureFor, type StateFigure } from "../../exchange-profile/state-figures";
import type { UsState } from "../../exchange-profile/us-state";
import { divideHalfUp, type Cents } from "../../money/cents";
import { failed, type Outcome } from "../../problem";
import { buildFamilyTierRateSheet, type FamilyTierRateSheet, type RateSheetKey } from "../rate-sheet";

export const citation = "45 CFR 147.102(c)(2), (e)";

/** Thousandths of the price for one person alone. */
export type CommunityTierFactors = {
  readonly coupleThousandths: number;
  readonly parentThousandths: number;
  readonly familyThousandths: number;
};

const cmsState = "CMS, State Specific Age Curve Variations (31 May 2017)";
const from2014 = { effectiveFrom: calendarDate("2014-01-01"), effectiveTo: null, source: cmsState, confirmed: true };

/** Null: the state rates by age. */
export const communityTiersByState: StateFigure<CommunityTierFactors | null> = {
  figure: "communityTiers",
  rows: [
    {
      ...from2014,
      states: ["NY"],
      value: { coupleThousandths: 2000, parentThousandths: 1700, familyThousandths: 2850 },
    },
    {
      ...from2014,
      states: ["VT"],
      value: { coupleThousandths: 2000, parentThousandths: 1930, familyThousandths: 2810 },
    },
  ],
  otherwise: { value: null, source: "45 CFR 147.102(c)(1)", confirmed: true },
};

/** Whether medical prices in the state go by the make-up of the household and never by age. */
export function isCommunityRated({ state, on }: { state: UsState; on: CalendarDate }): boolean {
  return figureFor(communityTiersByState, { state, on }).value !== null;
}

/**
 * Every tier of a plan from the price for one person alone. Problems: `state-rates-by-age` where the state has no such
 * ratios, `rate-not-positive`.
 */
export function communityTierSheet({
  key,
  individualCents,
  state,
}: {
  key: RateSheetKey;
  individualCents: Cents;
  state: UsState;
}): Outcome<FamilyTierRateSheet> {
  const factors = figureFor(communityTiersByState, { state, on: key.effectiveOn }).value;
  if (!factors) return failed({ code: "state-rates-by-age", params: { state }, citation });
  const times = (thousandths: number) => divideHalfUp(BigInt(individualCents) * BigInt(thousandths), 1_000n);
  const parent = times(factors.parentThousandths);
  const family = times(factors.familyThousandths);
  return buildFamilyTierRateSheet(key, {
    individual: individualCents,
    couple: times(factors.coupleThousandths),
    primaryAndOne: parent,
    primaryAndTwo: parent,
    primaryAndThreeOrMore: parent,
    coupleAndOne: family,
    coupleAndTwo: family,
    coupleAndThreeOrMore: family,
  });
}
