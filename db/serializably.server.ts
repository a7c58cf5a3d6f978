import { postgresErrorCode, withDoor, type Door, type Tx } from "./client.server";

/**
 * Runs an act as if nobody else acted at the same time: what is signed, whom it covers and what it costs are read and
 * written by several acts, and each of them has to run this way. A row that somebody else stored in the same moment is
 * found when the work runs a second time.
 */
export async function serializably<T>(door: Door, work: (tx: Tx) => Promise<T>): Promise<T> {
  const once = () => withDoor(door, work, { isolation: "serializable", retries: 8 });
  try {
    return await once();
  } catch (error) {
    if (postgresErrorCode(error) !== "23505") throw error;
    return once();
  }
}
