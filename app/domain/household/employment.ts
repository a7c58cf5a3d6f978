import { done, failed, type Outcome } from "../problem";

/** Full-time is 30 hours a week or more, 26 U.S.C. 4980H(c)(4). */
export const employmentTypes = ["full-time", "part-time"] as const;
export type EmploymentType = (typeof employmentTypes)[number];

/** Nobody's row is deleted: whoever leaves is taken off the roster. */
export const rosterStandings = ["active", "removed"] as const;
export type RosterStanding = (typeof rosterStandings)[number];

export const employmentStatuses = ["active", "retired", "terminated"] as const;
export type EmploymentStatus = (typeof employmentStatuses)[number];

/** Asked for everybody on the roster: owners, partners and their spouses are no common-law employees. */
export const ownerConnections = ["not-owner", "owner-or-partner", "spouse-of-owner-or-partner"] as const;
export type OwnerConnection = (typeof ownerConnections)[number];

export const entityKinds = [
  "sole-proprietorship",
  "partnership",
  "limited-liability-company",
  "limited-liability-partnership",
  "c-corporation",
  "s-corporation",
  "tax-exempt-organization",
  "household-employer",
  "government",
] as const;
export type EntityKind = (typeof entityKinds)[number];

export const fullTimeWeeklyHours = 30;
const hoursInWeek = 168;

export function isOwnerOrOwnerSpouse(connection: OwnerConnection): boolean {
  return connection !== "not-owner";
}

export function employmentTypeFor(weeklyHours: number): EmploymentType {
  return weeklyHours >= fullTimeWeeklyHours ? "full-time" : "part-time";
}

/** Hours of a usual week, to the hundredth. Problems: `weekly-hours-not-a-number`, `weekly-hours-out-of-range` {most}. */
export function parseWeeklyHours(text: string, field = "weeklyHours"): Outcome<number> {
  const trimmed = text.trim();
  if (!/^\d{1,4}(?:\.\d{1,2})?$/.test(trimmed)) return failed({ code: "weekly-hours-not-a-number", field });
  const hours = Number(trimmed);
  if (hours > hoursInWeek) return failed({ code: "weekly-hours-out-of-range", field, params: { most: hoursInWeek } });
  return done(hours);
}
