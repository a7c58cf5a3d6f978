import { yearOf, type CalendarDate } from "~/domain/calendar/calendar-date";
import { stateOfCounty } from "~/domain/plan-catalog/geography/us-state";
import { homePlace, type HomePlace } from "~/domain/household/home-place";
import { done, type Outcome } from "~/domain/problem";
import type { Tx } from "~db/client.server";
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

/**
 * State and county of a row's home. A ZIP in several counties needs the county's name in the row; without it the county
 * stays open. Problem: `zip-in-other-state`.
 */
export function homeOf(
  homes: UploadHomes,
  { zip, state }: Pick<EmployeeInput, "zip" | "state">,
  county: string,
): Outcome<HomePlace & { readonly needsCounty: boolean }> {
  const all = (homes.get(zip ?? "") ?? []).map(({ countyFips: fips, countyName }) => ({
    ...{ fips, countyName, state: stateOfCounty(fips) ?? "" },
  }));
  const named = all.filter((place) => county !== "" && isCounty(place.countyName, county));
  const isNamedInState = named.some((place) => state === undefined || place.state === state);
  const counties = isNamedInState ? named : all;
  const home = homePlace({ zip, state }, { counties });
  if (home.ok) return done({ ...home.value, needsCounty: false });
  if (home.problems.some(({ code }) => code !== "county-choice-needed")) return home;
  const states = new Set(counties.map((place) => place.state));
  const [only = null] = states.size === 1 ? states : [];
  return done({ zip: zip ?? null, state: state ?? only, countyFips: null, needsCounty: true });
}

/** `Davidson` is Davidson County. */
function isCounty(name: string, typed: string): boolean {
  const [whole, part] = [plainWord(name), plainWord(typed)];
  return (
    whole === part ||
    (whole.startsWith(part) && ["county", "parish", "borough", "city"].includes(whole.slice(part.length)))
  );
}
