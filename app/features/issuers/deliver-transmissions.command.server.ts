import { dropFolder } from "~/integrations/insurer-delivery/drop-folder.server";
import type { DeliveryFailure, DeliveryOutcome, InsurerDelivery } from "~/integrations/insurer-delivery/port";
import { env } from "~/platform/env.server";
import { newId } from "~/platform/id.server";
import { openBytes, SealBrokenError } from "~/platform/secrets/sealing.server";
import { withDoor } from "~db/client.server";
import {
  leaseEventsOfTransmission,
  lockLeasedEventsOfTransmission,
  markEventsSent,
  releaseLease,
  type Lease,
} from "~db/repositories/enrollment-event.server";
import {
  listUndelivered,
  lockUndelivered,
  markDelivered,
  type StoredTransmission,
} from "~db/repositories/transmission.server";
import { sealedFilePlace } from "./transmission-file.server";

const deliveryLeaseSeconds = 120;
const worker = { kind: "worker" } as const;

export type DeliveryReport = {
  readonly transmissionId: string;
  readonly outcome:
    | { readonly kind: "delivered" }
    /** Another worker has it, or it went out meanwhile. */
    | { readonly kind: "held-elsewhere" }
    /** Arrived, but this worker's lease ran out first: whoever holds it now records the arrival. */
    | { readonly kind: "lease-lost" }
    | { readonly kind: "failed"; readonly failure: DeliveryFailure; readonly detail: string };
};

/** How files reach insurers from this installation. */
export function installedDelivery(): InsurerDelivery {
  return dropFolder(env().dropFolder);
}

/**
 * Hands every stored file that no insurer has yet to `delivery`, each insurer's in the order they were built. After a
 * file that could not be delivered the insurer's later files wait, so that nothing overtakes. Bytes are never rebuilt.
 */
export async function deliverTransmissions({ delivery }: { delivery: InsurerDelivery }): Promise<DeliveryReport[]> {
  const waiting = await withDoor(worker, (tx) => listUndelivered(tx));
  const reports: DeliveryReport[] = [];
  const stopped = new Set<string>();
  for (const { transmissionId, issuerId } of waiting) {
    if (stopped.has(issuerId)) continue;
    const report = await deliverOne(transmissionId, delivery);
    reports.push(report);
    if (report.outcome.kind !== "delivered") stopped.add(issuerId);
  }
  return reports;
}

async function deliverOne(transmissionId: string, delivery: InsurerDelivery): Promise<DeliveryReport> {
  const lease: Lease = { token: newId(), seconds: deliveryLeaseSeconds };
  const file = await takeForDelivery(transmissionId, lease);
  if (!file) return { transmissionId, outcome: { kind: "held-elsewhere" } };
  const outcome = await deliverStored(file, delivery);
  if (!outcome.delivered) {
    await withDoor(worker, (tx) => releaseLease(tx, lease.token));
    return { transmissionId, outcome: { kind: "failed", failure: outcome.failure, detail: outcome.detail } };
  }
  const recorded = await recordDelivery(file, lease);
  return { transmissionId, outcome: { kind: recorded ? "delivered" : "lease-lost" } };
}

/** The file with all its events leased to us, or nothing at all. */
export async function takeForDelivery(transmissionId: string, lease: Lease): Promise<StoredTransmission | undefined> {
  return withDoor(worker, async (tx) => {
    const file = await lockUndelivered(tx, transmissionId, { skipLocked: true });
    if (!file) return undefined;
    const ours = await leaseEventsOfTransmission(tx, { transmissionId, eventCount: file.eventCount, lease });
    if (ours) return file;
    await releaseLease(tx, lease.token);
    return undefined;
  });
}

/** False, with nothing changed, when the lease ran out and somebody else took the file over. */
export async function recordDelivery(file: StoredTransmission, lease: Lease): Promise<boolean> {
  return withDoor(worker, async (tx) => {
    // Somebody who only looks whether the file is free holds it for a moment; that must not cost us our record.
    if (!(await lockUndelivered(tx, file.transmissionId, { skipLocked: false }))) return false;
    const ours = { transmissionId: file.transmissionId, token: lease.token };
    if ((await lockLeasedEventsOfTransmission(tx, ours)) !== file.eventCount) return false;
    await markEventsSent(tx, ours);
    await markDelivered(tx, file.transmissionId);
    return true;
  });
}

/** A stored file that does not open is one insurer's failure; the other insurers get theirs. */
async function deliverStored(file: StoredTransmission, delivery: InsurerDelivery): Promise<DeliveryOutcome> {
  const { fileName, sha256 } = file;
  try {
    const bytes = openBytes(sealedFilePlace(file), file.sealedBytes);
    return await delivery.deliver({ fileName, bytes, sha256 });
  } catch (error) {
    if (!(error instanceof SealBrokenError)) throw error;
    return { delivered: false, failure: "content-damaged", detail: `${fileName}: ${error.message}` };
  }
}
