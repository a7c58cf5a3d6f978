// The credit is for plans bought through a SHOP. Who began the credit in 2016 or later and now has no SHOP plan in the
// county may finish the two years with other coverage. Employers in Hawaii get none for plan years that begin after
// 2016. 26 U.S.C. 45R(d)(4) and 42 U.S.C. 18031; Notice 2018-27. By calendar dates and tax years.
import { calendarDate, type CalendarDate } from "../calendar/calendar-date";
import { figureFor, type StateFigure } from "../exchange-profile/state-figures";
import type { UsState } from "../exchange-profile/us-state";
import { allowed, refused, type Ruling } from "../problem";

export const citation = "26 U.S.C. 45R(d)(4)";
export const exceptionCitation = "Notice 2018-27";

/** First tax year of a credit that the exception for counties without a plan can finish. */
export const exceptionFromYear = 2016;

export const creditWithheldByState: StateFigure<boolean> = {
  figure: "creditWithheld",
  rows: [
    {
      states: ["HI"],
      effectiveFrom: calendarDate("2017-01-01"),
      effectiveTo: null,
      value: true,
      source: "state innovation waiver from 2017; instructions for Form 8941, line A",
      confirmed: true,
    },
  ],
  otherwise: { value: false, source: "26 U.S.C. 45R", confirmed: true },
};

export type CreditCoverage = {
  readonly boughtThroughShop: boolean;
  readonly planYearStartOn: CalendarDate;
  /** State of the principal business address. */
  readonly state: UsState;
  /** Whether any SHOP plan is sold in the county of the principal business address. */
  readonly countyHasShopPlan: boolean;
};

/** Problems: `credit-withheld-in-state` {state}, `credit-needs-shop-plan`. */
export function shopCoverageRuling(
  coverage: CreditCoverage,
  { taxYear, firstClaimYear }: { taxYear: number; firstClaimYear: number | null },
): Ruling {
  const { state, planYearStartOn } = coverage;
  if (figureFor(creditWithheldByState, { state, on: planYearStartOn }).value) {
    return refused({ code: "credit-withheld-in-state", params: { state }, citation: "26 U.S.C. 45R; 42 U.S.C. 18052" });
  }
  if (coverage.boughtThroughShop) return allowed;
  const alreadyBegun = firstClaimYear !== null && firstClaimYear >= exceptionFromYear && firstClaimYear < taxYear;
  if (alreadyBegun && !coverage.countyHasShopPlan) return allowed;
  return refused({ code: "credit-needs-shop-plan", citation });
}
