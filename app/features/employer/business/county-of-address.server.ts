import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { done, failed, type Problem } from "~/domain/problem";
import type { Tx } from "~db/client.server";
import { countiesOfZip, type County } from "~db/repositories/plan-catalog/geo-version.server";

export type Address = { readonly state: string; readonly zip: string; readonly countyFips?: string | undefined };

/** An outcome that, when the county is what is missing, also gives the counties to choose from. */
export type AddressOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly counties?: readonly County[] };

/**
 * The county of an address. A single county answers by itself; of several none is picked: the person chooses. Problems:
 * `zip-unknown`, `zip-in-other-state` {zip, state}, `county-required`.
 */
export async function countyOfAddress(
  tx: Tx,
  { address, on }: { address: Address; on: CalendarDate },
): Promise<AddressOutcome<County>> {
  const everywhere = await countiesOfZip(tx, { zip: address.zip, on });
  const counties = everywhere.filter((county) => county.state === address.state);
  if (everywhere.length === 0) return failed({ code: "zip-unknown", field: "zip" });
  const [first] = counties;
  const { zip, state } = address;
  if (!first) return failed({ code: "zip-in-other-state", field: "zip", params: { zip, state } });
  if (counties.length === 1) return done(first);
  const chosen = counties.find((county) => county.fips === address.countyFips);
  return chosen ? done(chosen) : { ...failed({ code: "county-required", field: "countyFips" }), counties };
}
