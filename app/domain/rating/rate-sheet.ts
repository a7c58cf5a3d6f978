// One plan's filed prices in one rating area for one rate period. The filed table is the authority: nothing is computed
// from an age curve. Units: whole cents a month; ages in whole years; both ends of a band and of a period belong to it.

import type { CalendarDate } from "../calendar/calendar-date";
import { invariant } from "../invariant";
import type { Cents } from "../money/cents";
import type { PlanKey } from "../plan-catalog/plan";
import { oldestRateAge } from "../plan-catalog/values/cms-age";
import { done, failed, type Outcome, type Problem } from "../problem";
import type { AgeBand } from "./age-band";

export type RatePeriod = { readonly effectiveOn: CalendarDate; readonly expiresOn: CalendarDate };

export type RateSheetKey = RatePeriod & { readonly planId: PlanKey; readonly ratingArea: number };

/** One filed row; a row that ends at the oldest rated age holds for every older one. */
export type RateBand = AgeBand & { readonly rateCents: Cents; readonly tobaccoCents: Cents | null };

export type PerAgeRateSheet = RateSheetKey & {
  readonly kind: "per-age";
  /** True when users of tobacco have a price of their own. */
  readonly tobaccoRated: boolean;
  /** Ascending, without gap or overlap. */
  readonly bands: readonly RateBand[];
};

/** Price of a whole household by its make-up; null where the issuer filed no price for that make-up. */
export type FamilyTierCents = {
  readonly individual: Cents;
  readonly couple: Cents | null;
  readonly primaryAndOne: Cents | null;
  readonly primaryAndTwo: Cents | null;
  readonly primaryAndThreeOrMore: Cents | null;
  readonly coupleAndOne: Cents | null;
  readonly coupleAndTwo: Cents | null;
  readonly coupleAndThreeOrMore: Cents | null;
};
export type FamilyTier = keyof FamilyTierCents;

export type FamilyTierRateSheet = RateSheetKey & {
  readonly kind: "family-tier";
  readonly tobaccoRated: false;
  readonly tiers: FamilyTierCents;
};

export type RateSheet = PerAgeRateSheet | FamilyTierRateSheet;

/** Adults only may be charged for tobacco, so only their bands must state such a price. */
const firstTobaccoAge = 21;

/**
 * Puts filed rows, in any order, into a sheet. Problems: `rate-sheet-empty`, `rate-ages-invalid`, `rate-ages-gap`,
 * `rate-ages-overlap`, `rate-not-positive`, `rate-tobacco-missing`; each names the plan and the ages. A table may start
 * above 0 or end before "and over": such ages then have no price.
 */
export function buildRateSheet(key: RateSheetKey, rows: readonly RateBand[]): Outcome<PerAgeRateSheet> {
  const { planId } = key;
  if (rows.length === 0) return failed({ code: "rate-sheet-empty", params: { planId } });
  const bands = rows
    .map(({ fromAge, toAge, rateCents, tobaccoCents }): RateBand => ({ fromAge, toAge, rateCents, tobaccoCents }))
    .sort((a, b) => a.fromAge - b.fromAge || a.toAge - b.toAge);
  const tobaccoRated = bands.some((band) => band.tobaccoCents !== null);
  const problems = bands.flatMap((band, index) => [
    ...bandProblems({ band, planId, tobaccoRated }),
    ...seamProblems({ before: bands[index - 1], band, planId }),
  ]);
  return problems.length > 0 ? failed(...problems) : done({ ...key, kind: "per-age", tobaccoRated, bands });
}

function bandProblems(at: { band: RateBand; planId: PlanKey; tobaccoRated: boolean }): Problem[] {
  const { band, planId, tobaccoRated } = at;
  const params = { planId, fromAge: band.fromAge, toAge: band.toAge };
  const problems: Problem[] = [];
  const wholeAges = Number.isSafeInteger(band.fromAge) && Number.isSafeInteger(band.toAge);
  if (!wholeAges || band.fromAge < 0 || band.toAge < band.fromAge) problems.push({ code: "rate-ages-invalid", params });
  if (band.rateCents <= 0 || (band.tobaccoCents !== null && band.tobaccoCents <= 0)) {
    problems.push({ code: "rate-not-positive", params });
  }
  if (tobaccoRated && band.tobaccoCents === null && band.toAge >= firstTobaccoAge) {
    problems.push({ code: "rate-tobacco-missing", params });
  }
  return problems;
}

function seamProblems(at: { before: RateBand | undefined; band: RateBand; planId: PlanKey }): Problem[] {
  const { before, band, planId } = at;
  if (!before || band.fromAge === before.toAge + 1) return [];
  return band.fromAge > before.toAge
    ? [{ code: "rate-ages-gap", params: { planId, fromAge: before.toAge + 1, toAge: band.fromAge - 1 } }]
    : [
        {
          code: "rate-ages-overlap",
          params: { planId, fromAge: band.fromAge, toAge: Math.min(before.toAge, band.toAge) },
        },
      ];
}

/** Puts a filed "Family Option" row into a sheet. Problem: `rate-not-positive` with the plan and the tier. */
export function buildFamilyTierRateSheet(key: RateSheetKey, tiers: FamilyTierCents): Outcome<FamilyTierRateSheet> {
  const problems = Object.entries(tiers)
    .filter(([, amount]) => amount !== null && amount <= 0)
    .map(([tier]): Problem => ({ code: "rate-not-positive", params: { planId: key.planId, tier } }));
  return problems.length > 0 ? failed(...problems) : done({ ...key, kind: "family-tier", tobaccoRated: false, tiers });
}

/** The plan's own band for an age; undefined when the plan filed no price for it. */
export function bandOfAge(sheet: PerAgeRateSheet, age: number): RateBand | undefined {
  invariant(Number.isSafeInteger(age) && age >= 0, `an age is a whole number from 0, got ${age}`);
  const rated = Math.min(age, oldestRateAge);
  return sheet.bands.find((band) => band.fromAge <= rated && rated <= band.toAge);
}

/** Monthly price of one person. A plan without tobacco prices charges everybody alike. */
export function rateAt(
  sheet: PerAgeRateSheet,
  { age, usesTobacco }: { age: number; usesTobacco: boolean },
): Cents | undefined {
  const band = bandOfAge(sheet, age);
  return band && usesTobacco ? (band.tobaccoCents ?? band.rateCents) : band?.rateCents;
}
