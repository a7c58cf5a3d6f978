// For the tax credit an employer counts each person's hours in one of three ways: the hours worked or paid (leave
// included), 8 hours for each day, or 40 hours for each week with at least one such hour. One person counts at most
// 2,080 hours a year. 26 CFR 1.45R-2(d). Hours a tax year, to the hundredth, not rounded otherwise.
import { done, failed, type Outcome } from "../problem";

export const citation = "26 CFR 1.45R-2(d)";

export const hoursMethods = ["actual", "days-worked", "weeks-worked"] as const;
export type HoursMethod = (typeof hoursMethods)[number];

export const hoursPerDayWorked = 8;
export const hoursPerWeekWorked = 40;
export const yearlyHoursCap = 2_080;

/** Service of one person in one job and one way of counting. */
export type HoursOfService =
  | { readonly method: "actual"; readonly hours: number }
  | { readonly method: "days-worked"; readonly days: number }
  | { readonly method: "weeks-worked"; readonly weeks: number };

/** As many as a leap year holds. */
export const mostHours = 8_784;
export const mostDays = 366;
/** Days at both ends of a year may lie in a 53rd week. */
export const mostWeeks = 53;

/**
 * The hours one service is credited with, before the yearly cap. Problems: `fte-hours-out-of-range` {mostHours},
 * `work-days-out-of-range` {most}, `work-weeks-out-of-range` {most}.
 */
export function creditedHours(service: HoursOfService, field = "service"): Outcome<number> {
  switch (service.method) {
    case "actual": {
      if (!isWithin(service.hours, mostHours)) {
        return failed({ code: "fte-hours-out-of-range", field: `${field}.hours`, params: { mostHours } });
      }
      return done(Math.round(service.hours * 100) / 100);
    }
    case "days-worked": {
      if (!Number.isInteger(service.days) || !isWithin(service.days, mostDays)) {
        return failed({ code: "work-days-out-of-range", field: `${field}.days`, params: { most: mostDays } });
      }
      return done(service.days * hoursPerDayWorked);
    }
    case "weeks-worked": {
      if (!Number.isInteger(service.weeks) || !isWithin(service.weeks, mostWeeks)) {
        return failed({ code: "work-weeks-out-of-range", field: `${field}.weeks`, params: { most: mostWeeks } });
      }
      return done(service.weeks * hoursPerWeekWorked);
    }
  }
}

function isWithin(value: number, most: number): boolean {
  return Number.isFinite(value) && value >= 0 && value <= most;
}
