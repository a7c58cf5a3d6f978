// Average annual wages are the counted people's wages divided by the whole full-time equivalents, rounded down to a
// multiple of $1,000. 26 U.S.C. 45R(d)(3)(A); Form 8941, Worksheet 3. Wages subject to social security tax without its
// ceiling. Cents a tax year.
import { invariant } from "../invariant";
import { cents, type Cents } from "../money/cents";

export const citation = "26 U.S.C. 45R(d)(3)(A)";

const step = 100_000;

export function averageAnnualWagesCents({ wagesCents, fte }: { wagesCents: Cents; fte: number }): Cents {
  invariant(Number.isSafeInteger(fte) && fte >= 1, `full-time equivalents are whole, from 1, got ${fte}`);
  invariant(wagesCents >= 0, "wages are not below zero");
  return cents(Math.floor(wagesCents / (fte * step)) * step);
}
