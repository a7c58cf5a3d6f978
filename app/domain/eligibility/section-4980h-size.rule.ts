// Whether an employer is small by last year's months: its average full-time equivalents are within the limit, or only
// seasonal workers took it over for a short time. A business that did not exist last year counts the months it
// reasonably expects this year. 26 U.S.C. 4980H(c)(2); 45 CFR 155.20. Whole full-time equivalents, rounded down once.
import type { Explanation } from "../explanation";
import { done, failed, type Outcome } from "../problem";
import { explainSection4980hFte, section4980hFte } from "./fte-count.rule";
import {
  citation as seasonalCitation,
  mostDaysOverLimit,
  mostMonthsOverLimit,
  seasonalFinding,
  type SeasonalFinding,
  type SeasonalInput,
} from "./seasonal-workers.rule";

export const citation = "26 U.S.C. 4980H(c)(2); 45 CFR 155.20";

/** Which months were counted. */
export const sizeBases = ["preceding-calendar-year", "expected-this-year"] as const;
export type SizeBasis = (typeof sizeBases)[number];

export type SizeInput = SeasonalInput & { readonly basis: SizeBasis };

export type SizeCount = {
  readonly fte: number;
  readonly basis: SizeBasis;
  /** Within the limit, by the average or by the exception. The least of one person is a rule of its own. */
  readonly withinLimit: boolean;
  /** Only worked out when the average is over the limit. */
  readonly seasonal: SeasonalFinding | null;
};

/**
 * Problems: those of `section4980hFte`, and `seasonal-heads-not-whole` or `days-over-limit-out-of-range` for the
 * seasonal answers.
 */
export function section4980hSize(input: SizeInput): Outcome<SizeCount> {
  const count = section4980hFte(input.months);
  if (!count.ok) return count;
  const wrong = input.months.findIndex(
    ({ seasonalHeads }) => !Number.isSafeInteger(seasonalHeads) || seasonalHeads < 0,
  );
  if (wrong >= 0) return failed({ code: "seasonal-heads-not-whole", field: `months.${wrong}.seasonalHeads` });
  const { daysOverLimit: days, sizeLimitFte, basis } = input;
  if (days !== undefined && (!Number.isSafeInteger(days) || days < 0 || days > 366)) {
    return failed({ code: "days-over-limit-out-of-range", field: "daysOverLimit", params: { most: 366 } });
  }
  const { fte } = count.value;
  const seasonal = fte > sizeLimitFte ? seasonalFinding(input) : null;
  return done({ fte, basis, withinLimit: seasonal === null || seasonal.applies, seasonal });
}

/** The average with its months, then the exception where it was looked at. */
export function explainSection4980hSize(input: SizeInput): Outcome<Explanation> {
  const size = section4980hSize(input);
  const count = explainSection4980hFte(input.months);
  if (!size.ok) return size;
  if (!count.ok) return count;
  const { fte, basis, withinLimit, seasonal } = size.value;
  const { sizeLimitFte } = input;
  const over = seasonal?.applies ? "explain-size-within-limit-by-season" : "explain-size-over-limit";
  return done({
    code: withinLimit && !seasonal ? "explain-size-within-limit" : over,
    params: { fte, sizeLimitFte },
    citation,
    steps: [
      { code: `explain-size-of-${basis}`, params: {} },
      count.value,
      ...(seasonal ? [seasonalExplanation(seasonal)] : []),
    ],
  });
}

function seasonalExplanation({ applies, monthsOverLimit }: SeasonalFinding): Explanation {
  return {
    code: applies ? "explain-size-seasonal-applies" : "explain-size-seasonal-does-not-apply",
    params: { monthsOverLimit, mostMonths: mostMonthsOverLimit, mostDays: mostDaysOverLimit },
    citation: seasonalCitation,
  };
}
