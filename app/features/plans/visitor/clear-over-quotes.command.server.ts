import { now } from "~/platform/clock.server";
import { withDoor } from "~db/client.server";
import { deleteOverQuotes } from "~db/repositories/quote.server";

/** Removes the quotes that are over and tells how many; for the timetable. */
export async function clearOverQuotes(): Promise<number> {
  return withDoor({ kind: "public" }, (tx) => deleteOverQuotes(tx, now()));
}
