import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { withDoor } from "~db/client.server";
import { countiesOfZip, type County } from "~db/repositories/plan-catalog/geo-version.server";

/** The counties to choose from when the ZIP of a home lies in several. */
export async function listHomeCounties(zip: string, on: CalendarDate): Promise<readonly County[]> {
  return withDoor({ kind: "public" }, (tx) => countiesOfZip(tx, { zip: zip.trim().slice(0, 5), on }));
}
