// A state may forbid rating by age, or have an age curve that is not at hand. A medical plan of such a state is not
// priced from a table by age: no other state's way of rating is taken in its place, and no price of zero is shown.
// Law: 45 CFR 147.102(a)(1)(iii), (c)(2), (e). No amounts. Stand-alone dental is outside the federal rating rules.

import type { CalendarDate } from "../calendar/calendar-date";
import type { CoverageLine } from "../coverage-line";
import { ratingRuling } from "../exchange-profile/profile-for";
import { isUsState } from "../exchange-profile/us-state";
import { allowed, refused, type Ruling } from "../problem";
import type { RateSheet } from "./rate-sheet";
import { isCommunityRated } from "./tiers/community-tiers.rule";

export const citation = "45 CFR 147.102(a)(1)(iii), (c)(2), (e)";

/**
 * Whether a sheet may price a household under the rules of the plan's own state (letters six and seven of its id).
 * Problems: `state-rates-not-loaded`, `state-rates-not-by-age`.
 */
export function statePricingRuling(input: {
  sheet: Pick<RateSheet, "kind" | "planId">;
  line: CoverageLine;
  startOn: CalendarDate;
}): Ruling {
  const { sheet, line, startOn } = input;
  const state = sheet.planId.slice(5, 7);
  if (!isUsState(state)) return allowed;
  const loaded = ratingRuling({ state, on: startOn });
  if (!loaded.allowed || line === "dental" || sheet.kind === "family-tier") return loaded;
  if (!isCommunityRated({ state, on: startOn })) return allowed;
  return refused({ code: "state-rates-not-by-age", params: { state, planId: sheet.planId }, citation });
}
