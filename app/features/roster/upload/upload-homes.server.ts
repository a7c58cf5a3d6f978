import { yearOf, type CalendarDate } from "~/domain/calendar/calendar-date";
import { stateOfCounty } from "~/domain/plan-catalog/geography/us-state";
import { done, failed, type Outcome } from "~/domain/problem";
import type { Tx } from "~db/client.server";
import type { EmployeeColumns } from "~db/repositories/roster/employee.server";
import { listCountiesOfZips, type PlaceOfZip } from "~db/repositories/roster/roster-match.server";
import type { EmployeeInput } from "../employee/employee.schema";
import { plainWord } from "./upload-columns.schema";
import type { UnreadableRow, UploadEntry } from "./upload-rows.server";

export type UploadHomes = ReadonlyMap<string, readonly PlaceOfZip[]>;

/** The counties of every ZIP of the list. */
export async function homesOf(
  tx: Tx,
  rows: readonly (UploadEntry | UnreadableRow)[],
  today: CalendarDate,
): Promise<UploadHomes> {
  const zips = rows.flatMap((row) => (row.kind === "employee" && "input" in row ? (row.input.zip ?? []) : []));
  const found = await listCountiesOfZips(tx, { zips: [...new Set(zips)], year: yearOf(today) });
  const homes = new Map<string, PlaceOfZip[]>();
  for (const place of found) homes.set(place.zip, [...(homes.get(place.zip) ?? []), place]);
  return homes;
}

type Home = Pick<EmployeeColumns, "zip" | "state" | "countyFips"> & { readonly needsCounty: boolean };

/**
 * State and county of a row's home. A ZIP in several counties needs the county's name in the row; without it the county
 * stays open. Problem: `zip-in-other-state`.
 */
export function homeOf(
  homes: UploadHomes,
  { zip, state }: Pick<EmployeeInput, "zip" | "state">,
  county: string,
): Outcome<Home> {
  if (zip === undefined) return done({ zip: null, state: state ?? null, countyFips: null, needsCounty: false });
  const all = homes.get(zip) ?? [];
  if (all.length === 0) return done({ zip, state: state ?? null, countyFips: null, needsCounty: false });
  const inState = state === undefined ? all : all.filter((place) => stateOfCounty(place.countyFips) === state);
  if (inState.length === 0)
    return failed({ code: "zip-in-other-state", field: "zip", params: { zip, state: state ?? "" } });
  const named = inState.filter(({ countyName }) => county !== "" && isCounty(countyName, county));
  const [only, ...others] = named.length > 0 ? named : inState;
  const states = new Set((named.length > 0 ? named : inState).map((place) => stateOfCounty(place.countyFips)));
  const homeState = states.size === 1 ? ([...states][0] ?? state ?? null) : (state ?? null);
  const isClear = only !== undefined && others.length === 0;
  return done({ zip, state: homeState, countyFips: isClear ? only.countyFips : null, needsCounty: !isClear });
}

/** `Davidson` is Davidson County. */
function isCounty(name: string, typed: string): boolean {
  const [whole, part] = [plainWord(name), plainWord(typed)];
  return (
    whole === part ||
    (whole.startsWith(part) && ["county", "parish", "borough", "city"].includes(whole.slice(part.length)))
  );
}
