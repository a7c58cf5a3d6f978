import { sql } from "drizzle-orm";
import { invariant } from "../../app/domain/invariant";
import type { Tx } from "../client.server";
import { controlNumbers } from "../schema/registries";

/** X12 ISA13 has nine digits; the other levels keep to the same range. */
const largestControlNumber = 999_999_999;

export type ControlNumbers = {
  readonly interchange: number;
  readonly group: number;
  /** One for each transaction set, rising without gaps. */
  readonly sets: readonly number[];
};

/**
 * Takes the next numbers of one insurer. The counter rows stay locked until the transaction ends, so the numbers and
 * the file that carries them are stored together or not at all. Worker door.
 */
export async function allocateControlNumbers(
  tx: Tx,
  issuerId: string,
  { setCount }: { setCount: number },
): Promise<ControlNumbers> {
  invariant(setCount > 0, "a file has at least one transaction set");
  const counts = [
    { issuerId, level: "interchange" as const, lastNumber: 1 },
    { issuerId, level: "group" as const, lastNumber: 1 },
    { issuerId, level: "set" as const, lastNumber: setCount },
  ];
  const rows = await tx
    .insert(controlNumbers)
    .values(counts)
    .onConflictDoUpdate({
      target: [controlNumbers.issuerId, controlNumbers.level],
      set: { lastNumber: sql`${controlNumbers.lastNumber} + excluded.last_number` },
    })
    .returning({ level: controlNumbers.level, lastNumber: controlNumbers.lastNumber });
  const last = new Map(rows.map((row) => [row.level, row.lastNumber]));
  const interchange = last.get("interchange");
  const group = last.get("group");
  const set = last.get("set");
  invariant(interchange && group && set, "the database answered for each level");
  invariant(
    Math.max(interchange, group, set) <= largestControlNumber,
    `the control numbers of ${issuerId} are used up`,
  );
  return { interchange, group, sets: Array.from({ length: setCount }, (_, index) => set - setCount + 1 + index) };
}
