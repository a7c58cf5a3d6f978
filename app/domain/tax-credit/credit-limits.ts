// What the credit may not exceed once both cuts are made: the premiums paid less a state's help, and for a tax-exempt
// employer its payroll taxes. 26 U.S.C. 45R(c), (e)(1) and (f)(1); Form 8941, lines 11, 12 and 20. Cents a tax year.

import { cents, type Cents } from "../money/cents";

export function creditWithinLimits({
  afterWageCutCents,
  paidCents,
  stateHelpCents,
  payrollTaxesCents,
}: {
  afterWageCutCents: Cents;
  paidCents: Cents;
  stateHelpCents: Cents;
  /** Null for a taxable employer, and where it was not said. */
  payrollTaxesCents: Cents | null;
}): { readonly afterStateHelpCents: Cents; readonly beforePayrollLimitCents: Cents; readonly creditCents: Cents } {
  const afterStateHelpCents = cents(Math.max(0, paidCents - stateHelpCents));
  const beforePayrollLimitCents = cents(Math.min(afterWageCutCents, afterStateHelpCents));
  const creditCents = cents(Math.min(beforePayrollLimitCents, payrollTaxesCents ?? beforePayrollLimitCents));
  return { afterStateHelpCents, beforePayrollLimitCents, creditCents };
}
