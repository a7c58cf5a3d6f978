// What would make the credit larger, one thing at a time: the credit is worked out again with that one thing changed.
// Nothing is advised: an employer that pays more in premiums pays more than the credit brings back. 26 U.S.C. 45R.
// Cents a tax year.
import { cents, sumCents, zeroCents, type Cents } from "../money/cents";
import { smallBusinessCredit, type CreditInput } from "./small-business-credit.rule";

export const citation = "26 U.S.C. 45R(b)-(d)";

export const creditChangeKinds = ["half-paid", "one-person-fewer", "lower-wages", "more-premiums"] as const;
export type CreditChange = {
  readonly kind: (typeof creditChangeKinds)[number];
  /** The change itself, where it has a size. */
  readonly byCents: Cents | null;
  readonly creditCents: Cents;
  readonly gainCents: Cents;
};

const thousandDollars = cents(100_000);

/** Those that bring something, in a fixed order. */
export function creditChanges(input: CreditInput): readonly CreditChange[] {
  const now = creditOf(input);
  const { fte, wagesCents } = input;
  const changed: readonly { kind: CreditChange["kind"]; byCents: Cents | null; input: CreditInput }[] = [
    ...(input.paysHalfAlike
      ? []
      : [{ kind: "half-paid" as const, byCents: null, input: { ...input, paysHalfAlike: true } }]),
    // The same wages for each person, so that only the number of people changes.
    ...(fte > 1
      ? [
          {
            ...{ kind: "one-person-fewer" as const, byCents: null },
            input: { ...input, fte: fte - 1, wagesCents: cents(Math.round((wagesCents * (fte - 1)) / fte)) },
          },
        ]
      : []),
    {
      ...{ kind: "lower-wages" as const, byCents: thousandDollars },
      input: { ...input, wagesCents: cents(Math.max(0, wagesCents - thousandDollars * fte)) },
    },
    { kind: "more-premiums", byCents: thousandDollars, input: withMorePremiums(input) },
  ];
  return changed.flatMap(({ kind, byCents, input: other }) => {
    const creditCents = creditOf(other);
    return creditCents > now ? [{ kind, byCents, creditCents, gainCents: cents(creditCents - now) }] : [];
  });
}

function creditOf(input: CreditInput): Cents {
  const worksheet = smallBusinessCredit(input);
  return worksheet.ok ? worksheet.value.creditCents : zeroCents;
}

/** The employer takes over $1,000 of what the employees pay, on the first premium where they pay that much. */
function withMorePremiums(input: CreditInput): CreditInput {
  let left: number = thousandDollars;
  const premiums = input.premiums.map((premium) => {
    const more = Math.min(left, premium.totalPremiumCents - premium.employerPaidCents);
    left -= more;
    return { ...premium, employerPaidCents: sumCents([premium.employerPaidCents, cents(more)]) };
  });
  return left > 0 ? input : { ...input, premiums };
}
