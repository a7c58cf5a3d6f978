// What each person adds to the credit's figures: who counts fully adds hours, wages and premiums, a seasonal worker of at
// most 120 days premiums only, owners and their families nothing. 26 U.S.C. 45R(d)(2)-(5) and (e)(1); Form 8941,
// Worksheets 1 to 4. Hours to the hundredth and cents a tax year.
import { section45rFte, type Section45rFte, type YearOfService } from "../eligibility/section-45r-fte.rule";
import type { EntityKind } from "../household/employment";
import { sumCents, type Cents } from "../money/cents";
import { done, failed, type Outcome } from "../problem";
import { countedForCredit, type Counted, type CreditIndividual } from "./counted-individual.rule";
import { premiumLimit, type CreditedPremium, type PremiumLimit } from "./premium-limit.rule";

export const citation = "26 U.S.C. 45R(d)(2)-(5), (e)(1)";

export type CreditPerson = YearOfService & {
  readonly individual: CreditIndividual;
  readonly wagesCents: Cents;
  /** Null for somebody who is not enrolled. */
  readonly premium: CreditedPremium | null;
};

export type CreditFigures = {
  readonly people: readonly ({ readonly personId: string } & Counted)[];
  readonly fte: Section45rFte;
  readonly wagesCents: Cents;
  readonly premiums: PremiumLimit;
};

/** Problems: those of `section45rFte`, and `credit-without-employees` when nobody's hours count. */
export function creditFigures(input: {
  readonly entityKind: EntityKind;
  readonly people: readonly CreditPerson[];
}): Outcome<CreditFigures> {
  const counted = input.people.map((person) => ({
    person,
    counted: countedForCredit(person.individual, input.entityKind),
  }));
  const fully = counted.filter(({ counted: { counts } }) => counts === "fully").map(({ person }) => person);
  const insured = counted.filter(({ counted: { counts } }) => counts !== "not").map(({ person }) => person);
  const fte = section45rFte(fully.map(({ personId, services }) => ({ personId, services })));
  if (!fte.ok) return fte;
  if (fte.value.fte === 0) return failed({ code: "credit-without-employees", field: "people", citation });
  return done({
    people: counted.map(({ person: { personId }, counted: answer }) => ({ personId, ...answer })),
    fte: fte.value,
    wagesCents: sumCents(fully.map(({ wagesCents }) => wagesCents)),
    premiums: premiumLimit(insured.flatMap(({ premium }) => (premium ? [premium] : []))),
  });
}
