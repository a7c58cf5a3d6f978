import { calendarDate, type CalendarDate } from "../calendar/calendar-date";
import { basisPoints, cents, type BasisPoints, type Cents } from "../money/cents";

/** The credit's figures for tax years that begin between the two dates, both included. */
export type CreditYearRow = {
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo: CalendarDate;
  /** Average wages above this shrink the credit; at twice as much there is none. */
  readonly baseWagesCents: Cents;
  readonly taxableBasisPoints: BasisPoints;
  readonly taxExemptBasisPoints: BasisPoints;
  readonly source: string;
  /** False while nobody has checked the base against the Internal Revenue Service's own publication. */
  readonly confirmed: boolean;
};

function row(year: number, baseWagesDollars: number, source: string, confirmed = false): CreditYearRow {
  return {
    effectiveFrom: calendarDate(`${year}-01-01`),
    effectiveTo: calendarDate(`${year}-12-31`),
    baseWagesCents: cents(baseWagesDollars * 100),
    taxableBasisPoints: basisPoints(5_000),
    taxExemptBasisPoints: basisPoints(3_500),
    source,
    confirmed,
  };
}

/** One a year, without gaps. The printed form rounds the base to $1,000; these are the amounts before that. */
export const creditYearRows: readonly CreditYearRow[] = [
  row(2014, 25_400, "published summary of the indexed amount, r3accounting.com"),
  row(2015, 25_800, "published summary of the indexed amount, uhc.com"),
  row(2016, 25_900, "published summary of the indexed amount, arisbusiness.com"),
  row(2017, 26_200, "published summary of the indexed amount, arisbusiness.com"),
  row(2018, 26_600, "published table of indexed amounts, ssgmi.com"),
  row(2019, 27_100, "published table of indexed amounts, ssgmi.com"),
  row(2020, 27_600, "published table of indexed amounts, ssgmi.com"),
  row(2021, 27_800, "published table of indexed amounts, ssgmi.com"),
  row(2022, 28_700, "published tables of indexed amounts, ssgmi.com and thesalusgroup.com"),
  row(2023, 30_700, "published tables of indexed amounts, ssgmi.com and thesalusgroup.com"),
  row(2024, 32_400, "published table of indexed amounts, ssgmi.com"),
  row(2025, 33_300, "instructions for Form 8941, 2025", true),
  row(2026, 34_100, "published summary of Rev. Proc. 2025-32"),
];

/** What a taxable employer may do with a credit that its tax does not use up. */
export const creditCarryover = {
  backYears: 1,
  forwardYears: 20,
  source: "26 U.S.C. 39(a): general business credit",
  confirmed: false,
} as const;
