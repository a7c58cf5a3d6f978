// A birth date on the roster is a day that has come and makes the person younger than 110. An employee was born before
// being hired; one younger than 14 on the hire date is possible only in a few family businesses, so that is a warning.
// 29 CFR 570.2 for the age of 14; the other limits catch typing mistakes. Whole years.
import { ageOn, type CalendarDate } from "../calendar/calendar-date";
import { allowed, refused, type Problem, type Ruling } from "../problem";

export const citation = "29 CFR 570.2";

const ageLimitYears = 110;
const usualWorkingAgeYears = 14;

/** For anybody covered. Problems: `birth-date-in-the-future`, `age-not-plausible` {ageYears, limitYears}. */
export function birthDateRuling({ bornOn, today }: { bornOn: CalendarDate; today: CalendarDate }): Ruling {
  if (bornOn > today) return refused({ code: "birth-date-in-the-future", field: "bornOn", params: { bornOn } });
  const ageYears = ageOn({ bornOn, on: today });
  if (ageYears < ageLimitYears) return allowed;
  return refused({ code: "age-not-plausible", field: "bornOn", params: { ageYears, limitYears: ageLimitYears } });
}

/** As for anybody covered, and `hired-before-birth`. */
export function employeeBirthDateRuling({
  bornOn,
  hiredOn,
  today,
}: {
  bornOn: CalendarDate;
  hiredOn: CalendarDate;
  today: CalendarDate;
}): Ruling {
  const ruling = birthDateRuling({ bornOn, today });
  if (!ruling.allowed || bornOn < hiredOn) return ruling;
  return refused({ code: "hired-before-birth", field: "hiredOn", params: { bornOn, hiredOn } });
}

/** A reason to ask again, which does not stop anybody: `employee-under-14-when-hired`. */
export function employeeAgeWarning({
  bornOn,
  hiredOn,
}: {
  bornOn: CalendarDate;
  hiredOn: CalendarDate;
}): Problem | undefined {
  const ageYears = ageOn({ bornOn, on: hiredOn });
  if (ageYears >= usualWorkingAgeYears) return undefined;
  return { code: "employee-under-14-when-hired", field: "bornOn", params: { ageYears }, citation };
}
