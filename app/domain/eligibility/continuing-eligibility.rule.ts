// An employer that has grown past the limit stays eligible as long as its coverage through the marketplace goes on
// without a gap, until it fails another test or leaves. After a gap it is measured anew. 45 CFR 155.710(d). Whole days.
import { addDays, type CalendarDate } from "../calendar/calendar-date";
import type { Explanation } from "../explanation";

export const citation = "45 CFR 155.710(d)";

/** Days of coverage through the marketplace, both included; for a plan year ended early, the day it ended. */
export type CoveredYear = { readonly startOn: CalendarDate; readonly endOn: CalendarDate };

export type ContinuingEligibility = {
  /** What `smallEmployerRuling` asks for. */
  readonly alreadyInShop: boolean;
  /** First day of the unbroken coverage; null where there is none. */
  readonly since: CalendarDate | null;
};

type Input = { readonly coveredYears: readonly CoveredYear[]; readonly startOn: CalendarDate };

/** Whether coverage reaches `startOn` of the new plan year without a day between. */
export function continuingEligibility({ coveredYears, startOn }: Input): ContinuingEligibility {
  const latestFirst = coveredYears
    .filter((year) => year.startOn < startOn && year.startOn <= year.endOn)
    .sort((a, b) => (a.startOn < b.startOn ? 1 : -1));
  let since: CalendarDate | null = null;
  for (;;) {
    const from: CalendarDate = since ?? startOn;
    const before = latestFirst.find((year) => year.startOn < from && addDays(year.endOn, 1) >= from);
    if (!before) return { alreadyInShop: since !== null, since };
    since = before.startOn;
  }
}

export function explainContinuingEligibility(input: Input): Explanation {
  const { since } = continuingEligibility(input);
  const { startOn } = input;
  return since === null
    ? { code: "explain-continuing-none", params: { startOn }, citation }
    : { code: "explain-continuing-since", params: { sinceOn: since, startOn }, citation };
}
