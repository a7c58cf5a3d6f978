// A plan's filed prices as one row of numbers: a cell for each rated age, the same again for users of tobacco, and one of
// zero for a child who is not charged; or a cell for each make-up of a household. What is not filed is `noPrice`. The
// cells are filled by the rules that price one household, once for each sheet. Whole cents a month.

import type { CalendarDate } from "../../calendar/calendar-date";
import type { CoverageLine } from "../../coverage-line";
import { oldestRateAge } from "../../plan-catalog/values/cms-age";
import { chargedRate } from "../household-premium.rule";
import type { FamilyTier, RateSheet } from "../rate-sheet";
import { statePricingRuling } from "../state-pricing.rule";

/** Stands where nothing was filed or somebody cannot be priced; no price is below zero. */
export const noPrice = -1;

const ratedAges = oldestRateAge + 1;
/** The cell of somebody who is covered and costs nothing. */
export const unchargedCell = 2 * ratedAges;

/** The cell of an age; everybody older than the oldest rated age has that age's cell. */
export function ageCell({ ageYears, usesTobacco }: { ageYears: number; usesTobacco: boolean }): number {
  return Math.min(ageYears, oldestRateAge) + (usesTobacco ? ratedAges : 0);
}

export const familyTiers = [
  "individual",
  "couple",
  "primaryAndOne",
  "primaryAndTwo",
  "primaryAndThreeOrMore",
  "coupleAndOne",
  "coupleAndTwo",
  "coupleAndThreeOrMore",
] as const satisfies readonly FamilyTier[];

export type PriceTable = { readonly kind: RateSheet["kind"]; readonly cents: Float64Array };

type KeptTable = {
  readonly line: CoverageLine;
  readonly startOn: CalendarDate;
  readonly mayPrice: boolean;
  readonly table: PriceTable;
};

/** A loaded sheet is never changed, so its row of numbers lives as long as the sheet. */
const tables = new WeakMap<RateSheet, KeptTable>();

/** Null when the sheet may not price a group there: see the state pricing rule. */
export function priceTableOf(at: { sheet: RateSheet; line: CoverageLine; startOn: CalendarDate }): PriceTable | null {
  const { sheet, line, startOn } = at;
  let kept = tables.get(sheet);
  if (kept?.line !== line || kept.startOn !== startOn) {
    const table = kept?.table ?? filled(sheet);
    kept = { line, startOn, mayPrice: statePricingRuling(at).allowed, table };
    tables.set(sheet, kept);
  }
  return kept.mayPrice ? kept.table : null;
}

function filled(sheet: RateSheet): PriceTable {
  if (sheet.kind === "family-tier") {
    return { kind: sheet.kind, cents: Float64Array.from(familyTiers, (tier) => sheet.tiers[tier] ?? noPrice) };
  }
  const cents = new Float64Array(unchargedCell + 1);
  for (let ageYears = 0; ageYears <= oldestRateAge; ageYears += 1) {
    for (const usesTobacco of [false, true]) {
      cents[ageCell({ ageYears, usesTobacco })] = chargedRate(sheet, { ageYears, usesTobacco }) ?? noPrice;
    }
  }
  return { kind: sheet.kind, cents };
}
