// An issuer files limits of its own beside its prices: how many children it charges for, until what age it covers a
// child, and how long somebody must have been free of tobacco. They hold inside the law: medical coverage lasts until 26
// and tobacco counts for six months at most, whatever is filed. A child who is disabled has no age limit here.
// Law: 45 CFR 147.102(a)(1)(iv), (c)(1); 45 CFR 147.120. Ages in whole years, both ends included; months of the calendar.

import { addMonths, type CalendarDate } from "../calendar/calendar-date";
import type { CoverageLine } from "../coverage-line";
import { isChild, type Relationship } from "../household/relationship";
import { allowed, refused, type Ruling } from "../problem";

export const citation = "45 CFR 147.120";
export const tobaccoCitation = "45 CFR 147.102(a)(1)(iv)";

/** The last age at which every medical plan that covers children must still cover one. */
export const lastMedicalChildAge = 25;
const mostTobaccoMonths = 6;

/**
 * Whether a plan covers a dependent of an age (on the first day of coverage) under what its issuer filed; null: nothing
 * was filed. Problem: `dependent-over-issuer-age` {ageYears, limitYears}.
 */
export function issuerDependentAgeRuling(input: {
  relationship: Relationship;
  ageYears: number;
  line: CoverageLine;
  dependentMaximumAge: number | null;
}): Ruling {
  const { relationship, ageYears, line, dependentMaximumAge } = input;
  if (!isChild(relationship) || relationship === "disabled-child" || dependentMaximumAge === null) return allowed;
  const limitYears = line === "medical" ? Math.max(lastMedicalChildAge, dependentMaximumAge) : dependentMaximumAge;
  if (ageYears <= limitYears) return allowed;
  return refused({ code: "dependent-over-issuer-age", params: { ageYears, limitYears }, citation });
}

/**
 * Whether somebody counts as a user of tobacco: they used it regularly (four times a week or more on average) within the
 * months that the issuer filed, never more than six. `lastUsedOn` is the last day of such use, null for never.
 */
export function countsAsTobaccoUser(input: {
  lastUsedOn: CalendarDate | null;
  askedOn: CalendarDate;
  minimumTobaccoFreeMonths: number | null;
}): boolean {
  const { lastUsedOn, askedOn } = input;
  if (lastUsedOn === null) return false;
  const months = Math.min(input.minimumTobaccoFreeMonths ?? mostTobaccoMonths, mostTobaccoMonths);
  return lastUsedOn > addMonths(askedOn, -months);
}
