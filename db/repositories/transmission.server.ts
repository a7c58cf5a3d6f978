import { and, asc, eq, sql } from "drizzle-orm";
import type { InferInsertModel } from "drizzle-orm";
import { calendarDate, type CalendarDate } from "../../app/domain/calendar/calendar-date";
import { invariant } from "../../app/domain/invariant";
import type { Tx } from "../client.server";
import { transmissions } from "../schema/enrollment";

export type NewTransmission = Omit<InferInsertModel<typeof transmissions>, "state" | "deliveredAt">;
export type StoredTransmission = Pick<
  typeof transmissions.$inferSelect,
  | "transmissionId"
  | "issuerId"
  | "fileName"
  | "interchangeControlNumber"
  | "eventCount"
  | "sealedBytes"
  | "sha256"
  | "state"
>;

const storedColumns = {
  transmissionId: transmissions.transmissionId,
  issuerId: transmissions.issuerId,
  fileName: transmissions.fileName,
  interchangeControlNumber: transmissions.interchangeControlNumber,
  eventCount: transmissions.eventCount,
  sealedBytes: transmissions.sealedBytes,
  sha256: transmissions.sha256,
  state: transmissions.state,
};

/** The file as it will be sent, for ever. Worker door. */
export async function insertTransmission(tx: Tx, row: NewTransmission): Promise<void> {
  await tx.insert(transmissions).values(row);
}

/** Files that no insurer has yet, each insurer's in the order they were built. Worker door. */
export async function listUndelivered(tx: Tx): Promise<{ transmissionId: string; issuerId: string }[]> {
  return tx
    .select({ transmissionId: transmissions.transmissionId, issuerId: transmissions.issuerId })
    .from(transmissions)
    .where(eq(transmissions.state, "built"))
    .orderBy(asc(transmissions.issuerId), asc(transmissions.interchangeControlNumber));
}

/**
 * The file, locked until the transaction ends; undefined when it has been delivered. `skipLocked` gives up a file that
 * somebody else has locked; otherwise the transaction waits for it. Worker door.
 */
export async function lockUndelivered(
  tx: Tx,
  transmissionId: string,
  { skipLocked }: { skipLocked: boolean },
): Promise<StoredTransmission | undefined> {
  const [row] = await tx
    .select(storedColumns)
    .from(transmissions)
    .where(and(eq(transmissions.transmissionId, transmissionId), eq(transmissions.state, "built")))
    .for("update", skipLocked ? { skipLocked } : {});
  return row;
}

/** Worker door, with the row locked. */
export async function markDelivered(tx: Tx, transmissionId: string): Promise<void> {
  await tx
    .update(transmissions)
    .set({ state: "delivered", deliveredAt: sql`clock_timestamp()` })
    .where(and(eq(transmissions.transmissionId, transmissionId), eq(transmissions.state, "built")));
}

/** When a file is made, in the zone its times are written in. */
export type FileTime = {
  readonly on: CalendarDate;
  /** HHMMSS, Eastern time. */
  readonly time: string;
};

/** The database's clock, so that machines that disagree about the time write files in one order. */
export async function readFileTime(tx: Tx): Promise<FileTime> {
  const [row] = await tx.execute<{ day: string; time: string }>(sql`
    select to_char(clock_timestamp() at time zone 'America/New_York', 'YYYY-MM-DD') as day,
           to_char(clock_timestamp() at time zone 'America/New_York', 'HH24MISS') as time`);
  invariant(row, "the database knows the time");
  return { on: calendarDate(row.day), time: row.time };
}
