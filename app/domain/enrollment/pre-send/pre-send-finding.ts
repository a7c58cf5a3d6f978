import type { CalendarDate } from "../../calendar/calendar-date";
import type { CoverageLine } from "../../coverage-line";
import type { Cents } from "../../money/cents";
import type { CharacterRules } from "../../x12/characters";
import type { EnrolledMember, InitialEnrollment, SsnByMember } from "../enrollment-event";

export const fixers = ["employee", "employer", "marketplace", "issuer"] as const;
export type Fixer = (typeof fixers)[number];

/** What keeps an enrollment from being sent (`block`), or ought to be looked at (`warn`). */
export type PreSendFinding = {
  readonly severity: "block" | "warn";
  /** Message key, kebab-case, always `send-...`. */
  readonly code: string;
  readonly memberId?: string;
  readonly field?: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly whoCanFix: Fixer;
};

export type CoverageElsewhere = {
  readonly memberId: string;
  readonly line: CoverageLine;
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
};

/** What the checks need to know beyond the enrollment itself; the caller looks it up. */
export type PreSendContext = {
  readonly today: CalendarDate;
  readonly ssns: SsnByMember;
  /** `memberId`s whose Social Security number another person of the same employer has too. */
  readonly membersSharingSsn: ReadonlySet<string>;
  /** First day the waiting period lets coverage begin. */
  readonly earliestStartOn: CalendarDate;
  /** The 14-character plans the employer offers in this line. */
  readonly offeredPlanIds: ReadonlySet<string>;
  /** Each member's premium from the rate table, or from the composite tier. */
  readonly expectedPremiumCents: ReadonlyMap<string, Cents>;
  /** What the employer's offer makes of this family's premium. */
  readonly expectedEmployerShareCents: Cents;
  readonly expectedRatingArea: { readonly state: string; readonly number: number };
  /** The counties a 5-digit ZIP code reaches into; empty for an unknown one. */
  readonly countiesOfZip: (zip: string) => readonly { readonly fips: string; readonly state: string }[];
  /** Home or worksite of the employee lies where the plan is sold. */
  readonly isInServiceArea: boolean;
  /** Other live coverage of these people. */
  readonly otherCoverage: readonly CoverageElsewhere[];
  /** The issuer whose file this goes into. */
  readonly receiverIssuerId: string;
  readonly rules: CharacterRules;
};

export type PreSendCheck = (event: InitialEnrollment, context: PreSendContext) => PreSendFinding[];

type Details = {
  readonly who: Fixer;
  readonly member?: EnrolledMember;
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
};

function finding(severity: PreSendFinding["severity"], code: string, details: Details): PreSendFinding {
  const { who, member, field, params = {} } = details;
  const place = { ...(member && { memberId: member.memberId }), ...(field !== undefined && { field }) };
  return { severity, code, ...place, params, whoCanFix: who };
}

export function block(code: string, details: Details): PreSendFinding {
  return finding("block", code, details);
}

export function warn(code: string, details: Details): PreSendFinding {
  return finding("warn", code, details);
}

/** `5555555555`: one digit over and over is no number of anybody's. */
export function isOneDigitRepeated(digits: string): boolean {
  return /^(\d)\1+$/.test(digits);
}
