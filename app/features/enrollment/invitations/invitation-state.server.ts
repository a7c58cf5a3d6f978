import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { BenefitApplicationState } from "~/domain/enrollment/benefit-application-state";

/** After so many wrong answers about who the visitor is, the link is revoked. */
export const mostFailedAttempts = 5;

/** Unknown: a link that we never made. Closed: the business withdrew the offer, or took the person off the roster. */
export type DeadState = "unknown" | "used" | "locked" | "revoked" | "expired" | "closed";
export type InvitationState = "live" | DeadState;

export type InvitationFacts = {
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly expiresAt: Date;
  readonly failedAttempts: number;
  readonly applicationState: BenefitApplicationState;
  readonly closesOn: CalendarDate;
  readonly standing: "active" | "removed";
};

/** What a link is worth now. */
export function invitationState(
  facts: InvitationFacts,
  { now, today }: { now: Date; today: CalendarDate },
): InvitationState {
  if (facts.acceptedAt) return "used";
  if (facts.failedAttempts >= mostFailedAttempts) return "locked";
  if (facts.standing === "removed") return "closed";
  if (facts.revokedAt) return "revoked";
  if (facts.expiresAt < now || facts.closesOn < today) return "expired";
  return facts.applicationState === "published" || facts.applicationState === "enrollment_open" ? "live" : "closed";
}
