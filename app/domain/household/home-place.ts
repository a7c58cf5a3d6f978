import { stateOfCounty } from "../plan-catalog/geography/us-state";
import { done, failed, type Outcome } from "../problem";

/** Where somebody lives, as far as it is known. */
export type HomePlace = {
  readonly zip: string | null;
  readonly state: string | null;
  readonly countyFips: string | null;
};

type TypedHome = {
  readonly zip?: string | undefined;
  readonly state?: string | undefined;
  readonly countyFips?: string | undefined;
};

/**
 * The county and state of a home. `counties` are those that the ZIP lies in; none for a ZIP that no table knows, which
 * is kept as typed. The county in `stored` counts while the ZIP stays the same.
 * Problems: `county-choice-needed` {zip}, `zip-in-other-state` {zip, state}.
 */
export function homePlace(
  { zip, state, countyFips }: TypedHome,
  {
    counties,
    stored,
  }: {
    readonly counties: readonly { readonly fips: string; readonly state: string }[];
    readonly stored?: Pick<HomePlace, "zip" | "countyFips"> | undefined;
  },
): Outcome<HomePlace> {
  if (zip === undefined) return done({ zip: null, state: state ?? null, countyFips: null });
  const known = stored?.zip === zip ? (stored.countyFips ?? undefined) : undefined;
  if (counties.length === 0) return done({ zip, state: state ?? null, countyFips: countyWithin(known, state) });
  const inState = state === undefined ? counties : counties.filter((county) => county.state === state);
  if (inState.length === 0) {
    return failed({ code: "zip-in-other-state", field: "zip", params: { zip, state: state ?? "" } });
  }
  const wanted = countyFips ?? known;
  const chosen = inState.length === 1 ? inState[0] : inState.find(({ fips }) => fips === wanted);
  if (!chosen) return failed({ code: "county-choice-needed", field: "countyFips", params: { zip } });
  return done({ zip, state: stateOfCounty(chosen.fips) ?? state ?? null, countyFips: chosen.fips });
}

/** The county known before, unless the home has moved to another state. */
function countyWithin(countyFips: string | undefined, state: string | undefined): string | null {
  if (countyFips === undefined) return null;
  const itsState = stateOfCounty(countyFips);
  return state === undefined || itsState === undefined || itsState === state ? countyFips : null;
}
