import { describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { invitationState, type InvitationFacts } from "./invitation-state.server";

const now = new Date("2026-03-05T15:00:00Z");
const today = calendarDate("2026-03-05");
const sent: InvitationFacts = {
  acceptedAt: null,
  revokedAt: null,
  expiresAt: new Date("2026-03-05T15:00:00Z"),
  failedAttempts: 4,
  applicationState: "enrollment_open",
  closesOn: today,
  standing: "active",
};

describe("a link", () => {
  it.each<[string, Partial<InvitationFacts>]>([
    ["live", {}],
    ["live", { applicationState: "published" }],
    ["expired", { expiresAt: new Date("2026-03-05T14:59:59Z") }],
    ["expired", { closesOn: calendarDate("2026-03-04") }],
    ["used", { acceptedAt: now }],
    ["used", { acceptedAt: now, revokedAt: now, expiresAt: new Date(0) }],
    ["locked", { failedAttempts: 5, revokedAt: now }],
    ["revoked", { revokedAt: now }],
    ["closed", { standing: "removed", revokedAt: now }],
    ["closed", { applicationState: "draft" }],
    ["closed", { applicationState: "canceled" }],
  ])("is %s with %j", (state, facts) => {
    expect(invitationState({ ...sent, ...facts }, { now, today })).toBe(state);
  });
});
