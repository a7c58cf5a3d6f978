import { createHash } from "node:crypto";
import { eventContentText } from "~/domain/enrollment/enrollment-event";
import type { Problem } from "~/domain/problem";
import { newId } from "~/platform/id.server";
import { openSsn } from "~/platform/secrets/ssn.server";
import { SealBrokenError, sealBytes } from "~/platform/secrets/sealing.server";
import { withDoor } from "~db/client.server";
import { allocateControlNumbers } from "~db/repositories/control-number.server";
import {
  claimReadyEvents,
  listIssuersWithReadyEvents,
  lockLeasedEvents,
  markEventsBatched,
  markEventsInvalid,
  type Lease,
  type LeasedEvent,
} from "~db/repositories/enrollment-event.server";
import { listSealedSsns, type SealedSsn } from "~db/repositories/sealed-ssn.server";
import { insertTransmission, readFileTime } from "~db/repositories/transmission.server";
import { composeTransmission, sealedFilePlace, transmissionFileName } from "./transmission-file.server";

const buildLeaseSeconds = 120;
const eventsPerFile = 200;
const worker = { kind: "worker" } as const;

export type BuildReport = {
  readonly issuerId: string;
  /** Null when no event of the claim could be sent. */
  readonly transmissionId: string | null;
  readonly eventCount: number;
  readonly invalidCount: number;
};

/**
 * Puts every waiting event into a stored file for its insurer, one file each. Nothing leaves the house here. What fails
 * for one insurer is thrown after the others have had their turn.
 */
export async function buildTransmissions(): Promise<BuildReport[]> {
  const reports: BuildReport[] = [];
  const failures: unknown[] = [];
  for (const issuerId of await withDoor(worker, (tx) => listIssuersWithReadyEvents(tx))) {
    try {
      const lease = await claimForIssuer(issuerId);
      if (lease) reports.push(await buildClaimed(issuerId, lease));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return reports;
}

/** Undefined when there was nothing left to claim. */
export async function claimForIssuer(
  issuerId: string,
  { leaseSeconds = buildLeaseSeconds }: { leaseSeconds?: number } = {},
): Promise<Lease | undefined> {
  const lease: Lease = { token: newId(), seconds: leaseSeconds };
  const claimed = await withDoor(worker, (tx) => claimReadyEvents(tx, { issuerId, limit: eventsPerFile, lease }));
  return claimed.length > 0 ? lease : undefined;
}

/**
 * One transaction: numbers, bytes and the events' new state are stored together or not at all. Events that a worker
 * lost meanwhile are left to their new holder; an event that cannot be sent as it stands is set aside for a person.
 */
export async function buildClaimed(issuerId: string, lease: Lease): Promise<BuildReport> {
  return withDoor(worker, async (tx) => {
    const held = await lockLeasedEvents(tx, lease.token);
    const memberIds = held.flatMap(({ event }) => event.members.map((member) => member.memberId));
    const { ssns, unreadable } = openedSsns(await listSealedSsns(tx, memberIds), held);
    const unfit = held.flatMap((event) => {
      const problems = unfitness(event, unreadable);
      return problems.length > 0 ? [{ eventId: event.eventId, problems }] : [];
    });
    const sendable = held.filter((event) => unfitness(event, unreadable).length === 0);
    if (sendable.length === 0) {
      await markEventsInvalid(tx, lease.token, unfit);
      return { issuerId, transmissionId: null, eventCount: 0, invalidCount: unfit.length };
    }
    const numbers = await allocateControlNumbers(tx, issuerId, { setCount: sendable.length });
    const made = await readFileTime(tx);
    const file = composeTransmission({ issuerId, events: sendable.map(({ event }) => event), ssns, numbers, made });
    const invalid = [...unfit, ...file.invalid];
    await markEventsInvalid(tx, lease.token, invalid);
    if (file.bytes === null) return { issuerId, transmissionId: null, eventCount: 0, invalidCount: invalid.length };

    const transmissionId = newId();
    await insertTransmission(tx, {
      transmissionId,
      issuerId,
      fileName: transmissionFileName({ issuerId, madeOn: made.on, interchangeControlNumber: numbers.interchange }),
      interchangeControlNumber: numbers.interchange,
      groupControlNumber: numbers.group,
      eventCount: file.setNumbers.size,
      sealedBytes: sealBytes(sealedFilePlace({ issuerId, transmissionId }), file.bytes),
      sha256: createHash("sha256").update(file.bytes).digest("hex"),
    });
    await markEventsBatched(tx, { token: lease.token, transmissionId, numbers: file.setNumbers });
    return { issuerId, transmissionId, eventCount: file.setNumbers.size, invalidCount: invalid.length };
  });
}

/** What is queued must be, to the letter, what the employer signed for, and its numbers must open. */
function unfitness({ event, contentHash }: LeasedEvent, unreadable: ReadonlySet<string>): Problem[] {
  const hash = createHash("sha256").update(eventContentText(event), "utf8").digest("hex");
  const problems: Problem[] = hash === contentHash ? [] : [{ code: "event-content-changed" }];
  for (const { memberId } of event.members) {
    if (unreadable.has(memberId)) problems.push({ code: "event-ssn-unreadable", params: { memberId } });
  }
  return problems;
}

/** Opened here and nowhere else; a number that belongs to another business's row is not even looked at. */
function openedSsns(sealed: readonly SealedSsn[], events: readonly LeasedEvent[]) {
  const wanted = new Set(
    events.flatMap(({ employerId, event }) => event.members.map((m) => `${employerId} ${m.memberId}`)),
  );
  const ssns = new Map<string, string>();
  const unreadable = new Set<string>();
  for (const { table, employerId, memberId, sealed: text } of sealed) {
    if (!wanted.has(`${employerId} ${memberId}`)) continue;
    try {
      ssns.set(memberId, openSsn({ table, employerId, rowId: memberId }, text).reveal());
    } catch (error) {
      if (!(error instanceof SealBrokenError)) throw error;
      unreadable.add(memberId);
    }
  }
  return { ssns, unreadable };
}
