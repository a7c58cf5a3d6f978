import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { invariant } from "~/domain/invariant";
import { writeAudit } from "~/platform/audit.server";
import type { Tx } from "~db/client.server";
import { type HeldEvent, lockHeldEvents, mendHeldEvent } from "~db/repositories/enrollment-event.server";
import { lockRoster } from "~db/repositories/roster/employee.server";
import { loadSubmissionMaterial, lockApplication } from "~db/repositories/submission.server";
import { serializably } from "~db/serializably.server";
import {
  contentHashOf,
  electionsToEnroll,
  initialEnrollment,
  plansOfEnrollments,
  type InitialEnrollmentDraft,
} from "../initial-enrollments.server";
import { problemsBeforeSending } from "../pre-send.server";

export type ReleaseHeldEnrollments = {
  readonly employerId: string;
  /** Null: the command line. */
  readonly actor: { readonly userId: string; readonly fullName: string } | null;
  /** Today in the exchange's zone. */
  readonly todayIn: (timeZone: string) => CalendarDate;
};

export type ReleasedEnrollments = { readonly releasedCount: number; readonly stillHeldCount: number };

/**
 * Checks every held enrollment of a business again, with what is on record now, and lets go what is in order: the same
 * policy and the same event, which was never sent. What is still not in order is held with its reasons of today.
 * Doing it twice changes nothing.
 */
export async function releaseHeldEnrollments(input: ReleaseHeldEnrollments): Promise<ReleasedEnrollments> {
  const { employerId, actor } = input;
  return serializably({ kind: "employer", employerId, userId: actor?.userId }, async (tx) => {
    // Nobody changes the roster between the check and the release.
    await lockRoster(tx, employerId);
    const held = await lockHeldEvents(tx, employerId);
    let releasedCount = 0;
    for (const applicationId of new Set(held.map((event) => event.applicationId))) {
      const ofYear = held.filter((event) => event.applicationId === applicationId);
      releasedCount += await releaseYear(tx, input, { applicationId, held: ofYear });
    }
    const stillHeldCount = held.length - releasedCount;
    if (releasedCount > 0) {
      await writeAudit(tx, {
        employerId,
        actorUserId: actor?.userId ?? null,
        actorName: actor?.fullName ?? "Shopfront",
        action: "held-enrollments-released",
        details: { released: releasedCount, stillHeld: stillHeldCount },
      });
    }
    return { releasedCount, stillHeldCount };
  });
}

/** How many of one plan year's held events may go now. */
async function releaseYear(
  tx: Tx,
  { employerId, todayIn }: ReleaseHeldEnrollments,
  { applicationId, held }: { applicationId: string; held: readonly HeldEvent[] },
): Promise<number> {
  const application = await lockApplication(tx, employerId, applicationId);
  const material = await loadSubmissionMaterial(tx, employerId, { applicationId });
  invariant(application && material, "an event belongs to an application of its business");
  if (application.state !== "submitted" && application.state !== "active") return 0;
  const profile = profileFor({ state: material.employer.state, on: application.startOn });
  invariant(profile.ok, "a group is submitted only where the rules of its start are known");
  const plans = await plansOfEnrollments(tx, { application, material });
  const elections = electionsToEnroll(material);
  const drafts = held.flatMap(({ electionId, event }): InitialEnrollmentDraft[] => {
    const election = elections.find((row) => row.electionId === electionId);
    // Somebody who has left the roster meanwhile stays held.
    if (!election) return [];
    const source = { application, material, plans, submittedAt: event.submittedAt };
    return [{ election, event: initialEnrollment(source, election, event) }];
  });
  const problemsOf = await problemsBeforeSending(tx, {
    application,
    material,
    plans,
    drafts,
    profile: profile.value,
    today: todayIn(profile.value.timeZone),
  });
  for (const { event } of drafts) {
    const problems = problemsOf.get(event.eventId) ?? [];
    await mendHeldEvent(tx, employerId, { event, contentHash: contentHashOf(event), problems });
  }
  return drafts.filter(({ event }) => (problemsOf.get(event.eventId) ?? []).length === 0).length;
}
