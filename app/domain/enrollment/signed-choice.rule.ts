// A signed choice is a choice at a price. When a detail changes that the price came from, or a covered person leaves the
// family, the signature ends and is given again while open enrollment lasts. Once nobody can sign again, only a change
// is taken that rates everybody as before. 45 CFR 155.725(e) and 147.102(a)(1)(iii)-(iv).
// Ages in whole years on the family's own first day of coverage. No amounts.
import { ageOn, type CalendarDate } from "../calendar/calendar-date";
import { employeeCoverageStartOn, type WaitingPeriodCode } from "../calendar/waiting-period.rule";
import type { Relationship } from "../household/relationship";
import { coverageWindow, type OpenEnrollment } from "./coverage-choice.rule";

export const citation = "45 CFR 155.725(e); 45 CFR 147.102(a)(1)(iii)-(iv)";

/** The offer that the signed choice answers. */
export type SignedOffer = OpenEnrollment & {
  readonly startOn: CalendarDate;
  readonly waitingPeriod: WaitingPeriodCode;
};

/** What a person's price comes from. `hiredOn` is the employee's, also for a dependent: coverage starts by it. */
export type PricedPerson = {
  readonly relationship: Relationship;
  readonly bornOn: CalendarDate;
  readonly usesTobacco: boolean | null;
  readonly hiredOn: CalendarDate;
};

export const signedChoiceEffects = ["none", "sign-again", "fixed"] as const;
/** `fixed`: the change cannot be made, because the choice stands and cannot be signed again. */
export type SignedChoiceEffect = (typeof signedChoiceEffects)[number];

/** What a change of a covered person does to a signed choice; `after` is null for somebody who leaves the family. */
export function signedChoiceEffect({
  offer,
  today,
  before,
  after,
}: {
  offer: SignedOffer;
  today: CalendarDate;
  before: PricedPerson;
  after: PricedPerson | null;
}): SignedChoiceEffect {
  const window = coverageWindow(offer, today);
  if (window === "no-offer") return "none";
  if (window === "closed") return after !== null && isRatedAlike(offer, before, after) ? "none" : "fixed";
  return after !== null && isPricedFromTheSame(offer, before, after) ? "none" : "sign-again";
}

function isPricedFromTheSame(offer: SignedOffer, before: PricedPerson, after: PricedPerson): boolean {
  return (
    before.bornOn === after.bornOn &&
    before.usesTobacco === after.usesTobacco &&
    before.relationship === after.relationship &&
    firstDayOf(offer, before) === firstDayOf(offer, after)
  );
}

/** An answer about tobacco that is not given rates like a no. */
function isRatedAlike(offer: SignedOffer, before: PricedPerson, after: PricedPerson): boolean {
  const on = firstDayOf(offer, before);
  return (
    on === firstDayOf(offer, after) &&
    ageOn({ bornOn: before.bornOn, on }) === ageOn({ bornOn: after.bornOn, on }) &&
    (before.usesTobacco ?? false) === (after.usesTobacco ?? false) &&
    before.relationship === after.relationship
  );
}

function firstDayOf({ startOn: groupStartOn, waitingPeriod }: SignedOffer, { hiredOn }: PricedPerson): CalendarDate {
  return employeeCoverageStartOn({ waitingPeriod, hiredOn, groupStartOn });
}
