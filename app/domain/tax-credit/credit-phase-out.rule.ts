// The full credit shrinks by one fifteenth for each full-time equivalent above 10, and by the part of the wage base by
// which average wages exceed it. Both cuts are taken from the full credit and add up. From 25 full-time equivalents, or
// from wages of twice the base, nothing is left. 26 U.S.C. 45R(c); Form 8941, lines 7 to 9, Worksheets 5 and 6.
// Cents; each cut rounded half up and never more than the full credit.
import { invariant } from "../invariant";
import { cents, divideHalfUp, shareOfCents, type BasisPoints, type Cents } from "../money/cents";

export const citation = "26 U.S.C. 45R(c)";

export const fullCreditFte = 10;
export const noCreditFte = 25;
const fteSpan = noCreditFte - fullCreditFte;

export type PhaseOut = {
  /** Line 7. */
  readonly fullCreditCents: Cents;
  /** Worksheet 5, line 5. */
  readonly fteCutCents: Cents;
  /** Line 8. */
  readonly afterFteCutCents: Cents;
  /** Worksheet 6, line 6. */
  readonly wageCutCents: Cents;
  /** Line 9, never below zero. */
  readonly afterWageCutCents: Cents;
};

export type PhaseOutInput = {
  readonly creditableCents: Cents;
  readonly shareBasisPoints: BasisPoints;
  readonly fte: number;
  readonly averageWagesCents: Cents;
  readonly baseWagesCents: Cents;
};

export function creditPhaseOut(input: PhaseOutInput): PhaseOut {
  const { fte, averageWagesCents, baseWagesCents } = input;
  invariant(Number.isSafeInteger(fte) && fte >= 0, `full-time equivalents are whole, from 0, got ${fte}`);
  invariant(input.creditableCents >= 0 && baseWagesCents > 0, "premiums are not below zero, the wage base is above");
  const fullCreditCents = shareOfCents(input.creditableCents, input.shareBasisPoints);
  const full = BigInt(fullCreditCents);
  const excessFte = Math.min(fteSpan, Math.max(0, fte - fullCreditFte));
  const excessWages = Math.min(baseWagesCents, Math.max(0, averageWagesCents - baseWagesCents));
  const fteCutCents = divideHalfUp(full * BigInt(excessFte), BigInt(fteSpan));
  const wageCutCents = divideHalfUp(full * BigInt(excessWages), BigInt(baseWagesCents));
  const afterFteCutCents = atLeastZero(fullCreditCents - fteCutCents);
  const afterWageCutCents = atLeastZero(fullCreditCents - fteCutCents - wageCutCents);
  return { fullCreditCents, fteCutCents, afterFteCutCents, wageCutCents, afterWageCutCents };
}

function atLeastZero(amount: number): Cents {
  return cents(Math.max(0, amount));
}
