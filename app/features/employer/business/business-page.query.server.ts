import { withDoor } from "~db/client.server";
import { countiesOfZip, type County } from "~db/repositories/plan-catalog/geo-version.server";
import type { CalendarDate } from "~/domain/calendar/calendar-date";

/** The counties of the ZIP on record within its state. One statement. */
export async function countiesOnRecord(
  { zip, state }: { zip: string; state: string },
  on: CalendarDate,
): Promise<readonly County[]> {
  const counties = await withDoor({ kind: "public" }, (tx) => countiesOfZip(tx, { zip, on }), { readOnly: true });
  return counties.filter((county) => county.state === state);
}
