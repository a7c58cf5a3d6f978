import { stateOfCounty } from "../plan-catalog/geography/us-state";
import { done, failed, type Outcome } from "../problem";

/** Where somebody lives, as far as the tables know the ZIP. */
export type HomePlace = { readonly zip: string; readonly state: string; readonly countyFips: string | null };

/**
 * The county and state of a home. `counties` are those that the ZIP lies in; a ZIP that no table knows keeps the
 * county that was known before.
 * Problems: `county-choice-needed` {zip}, `zip-in-other-state` {zip, state}.
 */
export function homePlace(
  { zip, state, countyFips }: { zip: string; state: string; countyFips: string | undefined },
  counties: readonly { readonly fips: string; readonly state: string }[],
): Outcome<HomePlace> {
  if (counties.length === 0) return done({ zip, state, countyFips: countyFips ?? null });
  const inState = counties.filter((county) => county.state === state);
  if (inState.length === 0) return failed({ code: "zip-in-other-state", field: "zip", params: { zip, state } });
  const chosen = inState.length === 1 ? inState[0] : inState.find((county) => county.fips === countyFips);
  if (!chosen) return failed({ code: "county-choice-needed", field: "countyFips", params: { zip } });
  return done({ zip, state: stateOfCounty(chosen.fips) ?? state, countyFips: chosen.fips });
}
