// Who of a roster is priced: the employee, and the dependents when the employer offers them coverage and they may be
// covered. Somebody who still waits when the plan year begins is rated at their age on their own first day.

import type { CalendarDate } from "../calendar/calendar-date";
import { employeeCoverageStartOn, type WaitingPeriodCode } from "../calendar/waiting-period.rule";
import { dependentRuling } from "../eligibility/dependent-eligibility.rule";
import type { EmploymentType } from "../household/employment";
import type { Relationship } from "../household/relationship";
import type { RosterHousehold } from "./roster-quote";

export type RosterDependent = {
  readonly dependentId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly relationship: Relationship;
  readonly bornOn: CalendarDate;
  readonly usesTobacco: boolean | null;
};

export type RosterPerson = {
  readonly employeeId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly bornOn: CalendarDate;
  readonly usesTobacco: boolean | null;
  readonly hiredOn: CalendarDate;
  readonly employmentBasis: EmploymentType;
  readonly dependents: readonly RosterDependent[];
};

/** In the roster's order. Whoever was not asked about tobacco is priced as no user. */
export function rosterHouseholds(input: {
  roster: readonly RosterPerson[];
  startOn: CalendarDate;
  today: CalendarDate;
  /** Null: not chosen yet, so everybody is priced from the first day. */
  waitingPeriod: WaitingPeriodCode | null;
  offersDependents: boolean;
}): readonly RosterHousehold[] {
  const { startOn: groupStartOn, today, waitingPeriod } = input;
  return input.roster.map((person) => {
    const { hiredOn } = person;
    const ratedOn = waitingPeriod ? employeeCoverageStartOn({ waitingPeriod, hiredOn, groupStartOn }) : groupStartOn;
    const covered = person.dependents.filter(
      ({ relationship, bornOn }) =>
        input.offersDependents && dependentRuling({ relationship, bornOn, coverageStartOn: ratedOn, today }).allowed,
    );
    const member = { bornOn: person.bornOn, usesTobacco: person.usesTobacco ?? false, ratedOn };
    return {
      employeeId: person.employeeId,
      employment: person.employmentBasis,
      members: [
        { memberId: person.employeeId, relationship: "self", ...member },
        ...covered.map(({ dependentId, relationship, bornOn, usesTobacco }) => ({
          ...{ memberId: dependentId, relationship, bornOn, usesTobacco: usesTobacco ?? false, ratedOn },
        })),
      ],
    };
  });
}
