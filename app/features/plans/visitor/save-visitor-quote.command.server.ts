import { startDateRuling } from "~/domain/calendar/group-start-calendar.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import type { Census } from "~/domain/household/census";
import { basisPoints } from "~/domain/money/cents";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { countAttempt } from "~/platform/rate-limit/rate-limit.server";
import type { QuoteTerms } from "~/platform/session/quote-cookie.server";
import { isToken, newToken, tokenHash } from "~/platform/session/token.server";
import { withDoor } from "~db/client.server";
import { openQuote, storeQuote, type VisitorQuote } from "./visitor-quote.server";
import type { QuoteShares } from "./visitor-quote.schema";

/** What the visitor's browser is to carry from now on. */
export type SavedQuote = { readonly token: string; readonly terms: QuoteTerms };

/** Where an offer begins as well. */
const usualShares = { employeeBasisPoints: basisPoints(5_000), dependentsBasisPoints: basisPoints(0) };

type NewQuote = Pick<VisitorQuote, "zip" | "countyFips" | "countyName" | "state" | "startOn" | "typed"> & {
  readonly census: Census;
};

/** Why the quote cannot be for this month. */
export function quoteStartProblems(
  { state, startOn }: Pick<VisitorQuote, "state" | "startOn">,
  today: CalendarDate,
): readonly Problem[] {
  const profile = profileFor({ state, on: today });
  if (!profile.ok) return profile.problems;
  const ruling = startDateRuling({ profile: profile.value, today, startOn, deadline: "publish" });
  return ruling.allowed ? [] : ruling.problems;
}

/**
 * Keeps what a visitor asked prices for: in the quote that the browser carries while that still lives, else in a new one.
 * Problem: `too-many-attempts`.
 */
export async function saveVisitorQuote({
  carriedToken,
  quote,
}: {
  carriedToken: string | undefined;
  quote: NewQuote;
}): Promise<Outcome<SavedQuote>> {
  const account = carriedToken === undefined ? {} : { account: tokenHash(carriedToken) };
  const counted = await countAttempt("quote", account);
  if (!counted.ok) return counted;
  const before = carriedToken === undefined ? undefined : await openQuote(carriedToken);
  const { employeeBasisPoints, dependentsBasisPoints } = before ?? usualShares;
  const whole = { ...quote, census: [...quote.census.map((people) => [...people])], employeeBasisPoints };
  return keep({ token: carriedToken, isLive: before !== undefined, quote: { ...whole, dependentsBasisPoints } });
}

/** Changes the shares of the quote. Problems: `too-many-attempts`, `quote-gone`. */
export async function saveQuoteShares(token: string | undefined, shares: QuoteShares): Promise<Outcome<SavedQuote>> {
  const counted = await countAttempt("quote", token === undefined ? {} : { account: tokenHash(token) });
  if (!counted.ok) return counted;
  const before = token === undefined ? undefined : await openQuote(token);
  if (!before) return failed({ code: "quote-gone" });
  const { employeeShare: employeeBasisPoints, dependentsShare: dependentsBasisPoints } = shares;
  return keep({ token, isLive: true, quote: { ...before, employeeBasisPoints, dependentsBasisPoints } });
}

/**
 * Opens a private link: the browser gets a copy of its own, so that what is typed here later is never seen through the
 * link. Problems: `too-many-attempts`, `quote-gone`.
 */
export async function copyVisitorQuote(linkToken: string | undefined): Promise<Outcome<SavedQuote>> {
  const isWhole = isToken(linkToken);
  const counted = await countAttempt("quote", isWhole ? { account: tokenHash(linkToken) } : {});
  if (!counted.ok) return counted;
  const quote = isWhole ? await openQuote(linkToken) : undefined;
  return quote ? keep({ token: undefined, isLive: false, quote }) : failed({ code: "quote-gone" });
}

async function keep({
  token: carried,
  isLive,
  quote,
}: {
  token: string | undefined;
  isLive: boolean;
  quote: VisitorQuote;
}): Promise<Outcome<SavedQuote>> {
  const token = carried !== undefined && isLive ? carried : newToken();
  await withDoor({ kind: "public" }, (tx) => storeQuote(tx, { token, quote }));
  const { startOn, employeeBasisPoints, dependentsBasisPoints } = quote;
  return done({ token, terms: { startOn, employeeBasisPoints, dependentsBasisPoints } });
}
