import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { availableStartDates, type AvailableStartDate } from "~/domain/calendar/group-start-calendar.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { done, failed, type Outcome } from "~/domain/problem";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { withDoor } from "~db/client.server";
import { countiesOfZip, type County } from "~db/repositories/plan-catalog/geo-version.server";

export type QuotePlace = {
  /** All that the ZIP lies in. */
  readonly counties: readonly County[];
  /** The only one, or the chosen one; null while one has to be chosen. */
  readonly county: County | null;
  /** Today where the marketplace of the place keeps its days. */
  readonly today: CalendarDate;
  /** The months in which coverage can start there. */
  readonly starts: readonly AvailableStartDate[];
};

/** Problems: `zip-unknown`, and those of the marketplace's profile. */
export async function findQuotePlace({
  zip,
  countyFips,
}: {
  zip: string;
  countyFips?: string | undefined;
}): Promise<Outcome<QuotePlace>> {
  const on = marketplaceToday("");
  const counties = await withDoor({ kind: "public" }, (tx) => countiesOfZip(tx, { zip, on }), { readOnly: true });
  const [first, ...others] = counties;
  if (!first) return failed({ code: "zip-unknown", field: "zip" });
  const county = others.length === 0 ? first : (counties.find(({ fips }) => fips === countyFips) ?? null);
  const { state } = county ?? first;
  const today = marketplaceToday(state);
  const profile = profileFor({ state, on: today });
  if (!profile.ok) return failed(...profile.problems.map((problem) => ({ ...problem, field: "zip" })));
  return done({
    ...{ counties, county, today },
    starts: availableStartDates({ profile: profile.value, today, deadline: "publish" }),
  });
}

/** The months of the federal process, for a place that nobody has named yet. */
export function usualStarts(): readonly AvailableStartDate[] {
  const today = marketplaceToday(usualState);
  const profile = profileFor({ state: usualState, on: today });
  return profile.ok ? availableStartDates({ profile: profile.value, today, deadline: "publish" }) : [];
}

/** A state whose marketplace keeps the federal calendar. */
const usualState = "TN";
