// The size of an employer in full-time equivalents. A month counts its full-time people (30 hours a week or 130 a month)
// plus the hours of the others, at most 120 a person, divided by 120; the year is the average month, rounded down once
// at the end. 26 U.S.C. 4980H(c)(2)(E). Hours to the hundredth. The marketplace's calculator asks two numbers instead
// and divides weekly part-time hours by 30. The tax credit's own formula is in section-45r-fte.rule.ts.
import type { Explanation } from "../explanation";
import { fullTimeWeeklyHours } from "../household/employment";
import { done, failed, type Outcome, type Problem } from "../problem";

export const citation = "26 U.S.C. 4980H(c)(2)(E); 26 CFR 54.4980H-2";

export const partTimeMonthlyCapHours = 120;
export const monthsInYear = 12;
const mostHoursInMonth = 744;
const mostWeeklyPartTimeHours = 1_000_000;

export type WorkMonth = {
  /** People who worked 30 hours a week or 130 hours in the month. */
  readonly fullTimeHeads: number;
  /** Hours in the month of each other person. */
  readonly partTimeHours: readonly number[];
};

export const fteStepCodes = [
  "month-equivalents",
  "year-total",
  "year-average",
  "part-time-equivalents",
  "equivalents-total",
  "rounded-down",
] as const;

/** One line of the working: what was added or divided, for the message catalog. */
export type FteStep = {
  readonly code: (typeof fteStepCodes)[number];
  readonly params: Readonly<Record<string, number>>;
};

export type FteCount = {
  readonly fte: number;
  readonly method: "section-4980h" | "marketplace-calculator";
  readonly steps: readonly FteStep[];
};

/** Hours in hundredths, so that they add up exactly. */
function hundredths(hours: number): number {
  return Math.round(hours * 100);
}

/** For the working on screen, to the hundredth, rounded down. */
function shown(numerator: number, denominator: number): number {
  return Math.floor((numerator * 100) / denominator) / 100;
}

function isHeadCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isBetween(value: number, { least, most }: { least: number; most: number }): boolean {
  return Number.isFinite(value) && value >= least && value <= most;
}

function headCountProblem(field: string): Problem {
  return { code: "fte-head-count-not-whole", field };
}

function problemsOf(months: readonly WorkMonth[]): Problem[] {
  const problems: Problem[] = [];
  if (months.length !== monthsInYear) {
    problems.push({ code: "fte-twelve-months-needed", field: "months", params: { months: months.length } });
  }
  months.forEach((month, index) => {
    const field = `months.${index}`;
    if (!isHeadCount(month.fullTimeHeads)) problems.push(headCountProblem(`${field}.fullTimeHeads`));
    month.partTimeHours.forEach((hours, person) => {
      if (isBetween(hours, { least: 0, most: mostHoursInMonth })) return;
      const params = { mostHours: mostHoursInMonth };
      problems.push({ code: "fte-hours-out-of-range", field: `${field}.partTimeHours.${person}`, params });
    });
  });
  return problems;
}

/** One month's equivalents in hundredths of an hour; divide by 12,000 for heads. */
export function monthEquivalentHundredths({ fullTimeHeads, partTimeHours }: WorkMonth): number {
  const partTime = partTimeHours.reduce((sum, hours) => sum + hundredths(Math.min(hours, partTimeMonthlyCapHours)), 0);
  return fullTimeHeads * hundredths(partTimeMonthlyCapHours) + partTime;
}

/**
 * The count of section 4980H from the twelve months of the preceding calendar year (for a new employer: the months
 * reasonably expected this year). Problems: `fte-twelve-months-needed`, `fte-head-count-not-whole`,
 * `fte-hours-out-of-range`.
 */
export function section4980hFte(months: readonly WorkMonth[]): Outcome<FteCount> {
  const problems = problemsOf(months);
  if (problems.length > 0) return failed(...problems);
  const oneHead = hundredths(partTimeMonthlyCapHours);
  const steps: FteStep[] = months.map((month, index) => {
    const equivalents = monthEquivalentHundredths(month);
    const cappedPartTimeHours = (equivalents - month.fullTimeHeads * oneHead) / 100;
    const params = { month: index + 1, fullTimeHeads: month.fullTimeHeads, cappedPartTimeHours };
    return { code: "month-equivalents", params: { ...params, equivalents: shown(equivalents, oneHead) } };
  });
  const total = months.reduce((sum, month) => sum + monthEquivalentHundredths(month), 0);
  const fte = Math.floor(total / (oneHead * monthsInYear));
  const average = shown(total, oneHead * monthsInYear);
  steps.push(
    { code: "year-total", params: { equivalents: shown(total, oneHead) } },
    { code: "year-average", params: { months: monthsInYear, average } },
    { code: "rounded-down", params: { average, fte } },
  );
  return done({ fte, method: "section-4980h", steps });
}

/**
 * The shortcut of the marketplace's public calculator: full-time heads plus all part-time hours of a week over 30.
 * Problems: `fte-head-count-not-whole`, `fte-hours-out-of-range`.
 */
export function marketplaceCalculatorFte({
  fullTimeHeads,
  partTimeWeeklyHours,
}: {
  fullTimeHeads: number;
  partTimeWeeklyHours: number;
}): Outcome<FteCount> {
  const problems: Problem[] = [];
  if (!isHeadCount(fullTimeHeads)) problems.push(headCountProblem("fullTimeHeads"));
  if (!isBetween(partTimeWeeklyHours, { least: 0, most: mostWeeklyPartTimeHours })) {
    const params = { mostHours: mostWeeklyPartTimeHours };
    problems.push({ code: "fte-hours-out-of-range", field: "partTimeWeeklyHours", params });
  }
  if (problems.length > 0) return failed(...problems);
  const oneHead = hundredths(fullTimeWeeklyHours);
  const partTime = hundredths(partTimeWeeklyHours);
  const total = fullTimeHeads * oneHead + partTime;
  const average = shown(total, oneHead);
  const fte = Math.floor(total / oneHead);
  return done({
    fte,
    method: "marketplace-calculator",
    steps: [
      { code: "part-time-equivalents", params: { partTimeWeeklyHours, equivalents: shown(partTime, oneHead) } },
      { code: "equivalents-total", params: { fullTimeHeads, average } },
      { code: "rounded-down", params: { average, fte } },
    ],
  });
}

/** How the count of section 4980H came about, month by month. Problems: those of `section4980hFte`. */
export function explainSection4980hFte(months: readonly WorkMonth[]): Outcome<Explanation> {
  return explained(section4980hFte(months), "explain-fte-section-4980h");
}

/** How the calculator's count came about. Problems: those of `marketplaceCalculatorFte`. */
export function explainMarketplaceCalculatorFte(
  input: Parameters<typeof marketplaceCalculatorFte>[0],
): Outcome<Explanation> {
  return explained(marketplaceCalculatorFte(input), "explain-fte-marketplace-calculator");
}

/** A count that the employer made; nothing was added up here. */
export function explainTypedFte({ fte }: { fte: number }): Explanation {
  return { code: "explain-fte-typed", params: { fte }, citation };
}

function explained(count: Outcome<FteCount>, code: string): Outcome<Explanation> {
  if (!count.ok) return count;
  const { fte, steps } = count.value;
  const lines = steps.map((step) => ({ code: `explain-fte-${step.code}`, params: step.params }));
  return done({ code, params: { fte }, citation, steps: lines });
}
