import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { InferInsertModel } from "drizzle-orm";
import type { CoverageLine } from "../../app/domain/coverage-line";
import type { InitialEnrollment } from "../../app/domain/enrollment/enrollment-event";
import { invariant } from "../../app/domain/invariant";
import type { Problem } from "../../app/domain/problem";
import type { Tx } from "../client.server";
import { enrollmentEvents, type eventStates, policies } from "../schema/enrollment";

export type EventState = (typeof eventStates)[number];

export type NewEnrollmentEvent = Omit<InferInsertModel<typeof enrollmentEvents>, "employerId" | "payload"> & {
  readonly payload: InitialEnrollment;
};

/** An event that this worker holds until its lease runs out. */
export type LeasedEvent = {
  readonly employerId: string;
  readonly eventId: string;
  readonly contentHash: string;
  readonly event: InitialEnrollment;
};

export type Lease = { readonly token: string; readonly seconds: number };

const leased = {
  employerId: enrollmentEvents.employerId,
  eventId: enrollmentEvents.eventId,
  contentHash: enrollmentEvents.contentHash,
  payload: enrollmentEvents.payload,
};

function toLeasedEvent(row: {
  employerId: string;
  eventId: string;
  contentHash: string;
  payload: Record<string, unknown>;
}): LeasedEvent {
  const { payload, ...ids } = row;
  invariant(payload.kind === "initial", `event ${row.eventId} is of a kind that is not sent yet`);
  return { ...ids, event: payload as InitialEnrollment };
}

/** Employer door. The unique constraint on policy and version refuses a second set. */
export async function insertEnrollmentEvents(
  tx: Tx,
  employerId: string,
  events: readonly NewEnrollmentEvent[],
): Promise<void> {
  if (events.length > 0) await tx.insert(enrollmentEvents).values(events.map((event) => ({ ...event, employerId })));
}

/** What became of the first event of each family and line of one benefit application. Employer door. */
export async function listFirstEvents(
  tx: Tx,
  employerId: string,
  applicationId: string,
): Promise<{ employeeId: string; line: CoverageLine; state: EventState; problems: readonly Problem[] }[]> {
  const rows = await tx
    .select({
      employeeId: policies.employeeId,
      line: policies.line,
      state: enrollmentEvents.state,
      problems: enrollmentEvents.problems,
    })
    .from(policies)
    .innerJoin(
      enrollmentEvents,
      and(
        eq(enrollmentEvents.employerId, policies.employerId),
        eq(enrollmentEvents.policyId, policies.policyId),
        eq(enrollmentEvents.version, 1),
      ),
    )
    .where(and(eq(policies.employerId, employerId), eq(policies.applicationId, applicationId)));
  return rows.map(({ problems, ...row }) => ({ ...row, problems: problems as Problem[] }));
}

/** A first event that was held back before anything was sent. */
export type HeldEvent = {
  readonly eventId: string;
  readonly applicationId: string;
  readonly electionId: string;
  readonly event: InitialEnrollment;
};

/** Everything of the business that waits for mending, locked until the transaction ends. Employer door. */
export async function lockHeldEvents(tx: Tx, employerId: string): Promise<HeldEvent[]> {
  const rows = await tx
    .select({
      eventId: enrollmentEvents.eventId,
      applicationId: policies.applicationId,
      electionId: policies.electionId,
      payload: enrollmentEvents.payload,
    })
    .from(enrollmentEvents)
    .innerJoin(
      policies,
      and(eq(policies.employerId, enrollmentEvents.employerId), eq(policies.policyId, enrollmentEvents.policyId)),
    )
    .where(and(eq(enrollmentEvents.employerId, employerId), isHeldFirstEvent()))
    .orderBy(asc(enrollmentEvents.eventId))
    .for("update", { of: enrollmentEvents });
  return rows.map(({ payload, ...row }) => ({ ...row, event: payload as InitialEnrollment }));
}

/** Puts what is true now in the place of what was held; without problems the event goes out. Employer door. */
export async function mendHeldEvent(
  tx: Tx,
  employerId: string,
  { event, contentHash, problems }: { event: InitialEnrollment; contentHash: string; problems: readonly Problem[] },
): Promise<void> {
  const rows = await tx
    .update(enrollmentEvents)
    .set({ payload: event, contentHash, problems: [...problems], state: problems.length > 0 ? "invalid" : "ready" })
    .where(
      and(eq(enrollmentEvents.employerId, employerId), eq(enrollmentEvents.eventId, event.eventId), isHeldFirstEvent()),
    )
    .returning({ eventId: enrollmentEvents.eventId });
  invariant(rows.length === 1, `event ${event.eventId} is held and was never in a file`);
}

function isHeldFirstEvent() {
  return and(
    eq(enrollmentEvents.state, "invalid"),
    eq(enrollmentEvents.kind, "initial"),
    eq(enrollmentEvents.version, 1),
    isNull(enrollmentEvents.transmissionId),
    isNull(enrollmentEvents.sentAt),
  );
}

/** Insurers that have something waiting which nobody holds. Worker door. */
export async function listIssuersWithReadyEvents(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ issuerId: enrollmentEvents.issuerId })
    .from(enrollmentEvents)
    .where(and(eq(enrollmentEvents.state, "ready"), leaseIsFree()))
    .orderBy(asc(enrollmentEvents.issuerId));
  return rows.map((row) => row.issuerId);
}

/**
 * Takes up to `limit` waiting events of one insurer, oldest first; rows that another worker is taking are passed over.
 * An event waits while an earlier one of its policy has not been put in a file. The database's clock counts. Worker door.
 */
export async function claimReadyEvents(
  tx: Tx,
  { issuerId, limit, lease }: { issuerId: string; limit: number; lease: Lease },
): Promise<LeasedEvent[]> {
  const claimable = await tx
    .select({ eventId: enrollmentEvents.eventId })
    .from(enrollmentEvents)
    .where(
      and(
        eq(enrollmentEvents.state, "ready"),
        eq(enrollmentEvents.issuerId, issuerId),
        leaseIsFree(),
        isNextOfItsPolicy(),
      ),
    )
    .orderBy(asc(enrollmentEvents.createdAt), asc(enrollmentEvents.eventId))
    .limit(limit)
    .for("update", { skipLocked: true });
  if (claimable.length === 0) return [];
  const rows = await tx
    .update(enrollmentEvents)
    .set({ leaseToken: lease.token, leaseUntil: leaseEnd(lease) })
    .where(
      inArray(
        enrollmentEvents.eventId,
        claimable.map((row) => row.eventId),
      ),
    )
    .returning(leased);
  return rows.map(toLeasedEvent).sort((a, b) => (a.eventId < b.eventId ? -1 : 1));
}

/** Those of the leased events that are still this worker's, locked until the transaction ends. Worker door. */
export async function lockLeasedEvents(tx: Tx, token: string): Promise<LeasedEvent[]> {
  const rows = await tx
    .select(leased)
    .from(enrollmentEvents)
    .where(and(eq(enrollmentEvents.state, "ready"), eq(enrollmentEvents.leaseToken, token)))
    .orderBy(asc(enrollmentEvents.createdAt), asc(enrollmentEvents.eventId))
    .for("update");
  return rows.map(toLeasedEvent);
}

/** A person has to mend these before they can be sent. Worker door. */
export async function markEventsInvalid(
  tx: Tx,
  token: string,
  events: readonly { readonly eventId: string; readonly problems: readonly Problem[] }[],
): Promise<void> {
  for (const { eventId, problems } of events) {
    const rows = await tx
      .update(enrollmentEvents)
      .set({ state: "invalid", problems: [...problems], leaseToken: null, leaseUntil: null })
      .where(and(eq(enrollmentEvents.eventId, eventId), eq(enrollmentEvents.leaseToken, token)))
      .returning({ eventId: enrollmentEvents.eventId });
    invariant(rows.length === 1, `the lease on event ${eventId} is gone`);
  }
}

/** Ties events to the file that carries them and gives the lease back. Worker door. */
export async function markEventsBatched(
  tx: Tx,
  { token, transmissionId, numbers }: { token: string; transmissionId: string; numbers: ReadonlyMap<string, number> },
): Promise<void> {
  const pairs = sql.join(
    [...numbers].map(([eventId, number]) => sql`(${eventId}::uuid, ${number}::bigint)`),
    sql`, `,
  );
  const rows = await tx.execute(sql`
    update ${enrollmentEvents} set state = 'batched', transmission_id = ${transmissionId},
      set_control_number = numbered.set_number, lease_token = null, lease_until = null
    from (values ${pairs}) as numbered(event_id, set_number)
    where ${enrollmentEvents.eventId} = numbered.event_id and ${enrollmentEvents.leaseToken} = ${token}
    returning ${enrollmentEvents.eventId}`);
  invariant(rows.length === numbers.size, "every event of the file was still held by this worker");
}

/** Takes all events of a stored file for its delivery; false when another worker holds any of them. Worker door. */
export async function leaseEventsOfTransmission(
  tx: Tx,
  { transmissionId, eventCount, lease }: { transmissionId: string; eventCount: number; lease: Lease },
): Promise<boolean> {
  const rows = await tx
    .update(enrollmentEvents)
    .set({ leaseToken: lease.token, leaseUntil: leaseEnd(lease) })
    .where(
      and(eq(enrollmentEvents.transmissionId, transmissionId), eq(enrollmentEvents.state, "batched"), leaseIsFree()),
    )
    .returning({ eventId: enrollmentEvents.eventId });
  return rows.length === eventCount;
}

function ofTransmission({ transmissionId, token }: { transmissionId: string; token: string }) {
  return and(
    eq(enrollmentEvents.transmissionId, transmissionId),
    eq(enrollmentEvents.state, "batched"),
    eq(enrollmentEvents.leaseToken, token),
  );
}

/** How many of the file's events this worker still holds; they stay locked until the transaction ends. Worker door. */
export async function lockLeasedEventsOfTransmission(
  tx: Tx,
  ours: { transmissionId: string; token: string },
): Promise<number> {
  const rows = await tx
    .select({ eventId: enrollmentEvents.eventId })
    .from(enrollmentEvents)
    .where(ofTransmission(ours))
    .for("update");
  return rows.length;
}

/** Worker door. */
export async function markEventsSent(tx: Tx, ours: { transmissionId: string; token: string }): Promise<void> {
  await tx
    .update(enrollmentEvents)
    .set({ state: "sent", sentAt: sql`clock_timestamp()`, leaseToken: null, leaseUntil: null })
    .where(ofTransmission(ours));
}

/** Gives back what this worker holds, after a delivery that did not go through. Worker door. */
export async function releaseLease(tx: Tx, token: string): Promise<void> {
  await tx
    .update(enrollmentEvents)
    .set({ leaseToken: null, leaseUntil: null })
    .where(eq(enrollmentEvents.leaseToken, token));
}

function leaseIsFree() {
  return sql`(${enrollmentEvents.leaseUntil} is null or ${enrollmentEvents.leaseUntil} < clock_timestamp())`;
}

function leaseEnd(lease: Lease) {
  return sql`clock_timestamp() + make_interval(secs => ${lease.seconds})`;
}

function isNextOfItsPolicy() {
  return sql`not exists (
    select 1 from ${enrollmentEvents} earlier
    where earlier.employer_id = ${enrollmentEvents.employerId} and earlier.policy_id = ${enrollmentEvents.policyId}
      and earlier.version < ${enrollmentEvents.version} and earlier.state in ('ready', 'invalid'))`;
}
