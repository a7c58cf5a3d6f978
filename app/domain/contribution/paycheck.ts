// A monthly amount as it comes off each paycheck: twelve months' worth over the year's paydays, rounded half up to the
// cent. It is what a pay stub shows; the monthly amount stays the one that is owed.

import { divideHalfUp, type Cents } from "../money/cents";

export const payFrequencies = ["weekly", "biweekly", "semimonthly", "monthly"] as const;
export type PayFrequency = (typeof payFrequencies)[number];

export const paydaysPerYear: Readonly<Record<PayFrequency, number>> = {
  weekly: 52,
  biweekly: 26,
  semimonthly: 24,
  monthly: 12,
};

export function perPaycheckCents({ monthlyCents, frequency }: { monthlyCents: Cents; frequency: PayFrequency }): Cents {
  return divideHalfUp(BigInt(monthlyCents) * 12n, BigInt(paydaysPerYear[frequency]));
}
