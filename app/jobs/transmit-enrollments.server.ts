import { buildTransmissions, type BuildReport } from "~/features/issuers/build-transmission.command.server";
import {
  deliverTransmissions,
  type DeliveryReport,
  installedDelivery,
} from "~/features/issuers/deliver-transmissions.command.server";

export type TransmissionRun = {
  readonly built: readonly BuildReport[];
  readonly deliveries: readonly DeliveryReport[];
};

/**
 * Puts waiting enrollments into files and hands files to their insurers. What an earlier run stored and did not
 * deliver goes first, with the bytes it stored. Safe to run twice at once and to be killed anywhere.
 */
export async function transmitEnrollments({
  delivery = installedDelivery(),
}: { delivery?: ReturnType<typeof installedDelivery> } = {}): Promise<TransmissionRun> {
  const left = await deliverTransmissions({ delivery });
  const built = await buildTransmissions();
  if (built.every((report) => report.transmissionId === null)) return { built, deliveries: left };
  return { built, deliveries: [...left, ...(await deliverTransmissions({ delivery }))] };
}
