import type { AvailableStartDate } from "~/domain/calendar/group-start-calendar.rule";
import type { Census } from "~/domain/household/census";
import type { Outcome, Problem } from "~/domain/problem";
import { parseForm } from "~/platform/forms/parse-form";
import type { County } from "~db/repositories/plan-catalog/geo-version.server";
import { findQuotePlace, usualStarts, type QuotePlace } from "./quote-place.query.server";
import { quoteStartProblems, saveVisitorQuote, type SavedQuote } from "./save-visitor-quote.command.server";
import { quotePlaceSchema, quoteZipSchema } from "./visitor-quote.schema";

/** The people as the form told them, read by the roster's desk. */
type ToldPeople = {
  readonly census: Outcome<Census>;
  /** What may be kept to fill the form again. */
  readonly typed: Readonly<Record<string, readonly string[]>>;
};

export type TakenQuote = {
  readonly saved: SavedQuote | null;
  readonly problems: readonly Problem[];
  readonly counties: readonly County[];
  readonly starts: readonly AvailableStartDate[];
  readonly typed: Readonly<Record<string, readonly string[]>>;
};

/** The counties and months of the ZIP in a form; the usual months while it is not known. */
export async function placeInForm(form: FormData): Promise<Outcome<QuotePlace>> {
  const parsed = parseForm(quoteZipSchema, form);
  return parsed.ok ? findQuotePlace(parsed.value) : parsed;
}

export function choicesOf(place: Outcome<QuotePlace>): Pick<TakenQuote, "counties" | "starts"> {
  return place.ok ? place.value : { counties: [], starts: usualStarts() };
}

/** Keeps a quote when the place is right and somebody could be read. Everything wrong is told at once. */
export async function takeQuote(
  form: FormData,
  { people, carriedToken }: { people: ToldPeople; carriedToken: string | undefined },
): Promise<TakenQuote> {
  const place = await placeInForm(form);
  const typed = { ...placeTyped(form), ...people.typed };
  const { counties, starts } = choicesOf(place);
  const answer = { typed, counties, starts };
  const parsed = parseForm(quotePlaceSchema, form);
  const { census } = people;
  const wrongPlace = parsed.ok ? (place.ok ? [] : place.problems) : parsed.problems;
  const problems = [...wrongPlace, ...countyProblems(place), ...(census.ok ? [] : census.problems)];
  if (!parsed.ok || !place.ok || !census.ok || !place.value.county) return { ...answer, problems, saved: null };
  const { fips: countyFips, name: countyName, state } = place.value.county;
  const { zip, startOn } = parsed.value;
  const late = quoteStartProblems({ state, startOn }, place.value.today);
  if (late.length > 0 || census.value.length === 0) return { ...answer, problems: [...problems, ...late], saved: null };
  const kept = Object.fromEntries(Object.entries(typed).map(([name, values]) => [name, [...values]]));
  const quote = { zip, countyFips, countyName, state, startOn, typed: kept, census: census.value };
  const outcome = await saveVisitorQuote({ carriedToken, quote });
  return outcome.ok
    ? { ...answer, problems, saved: outcome.value }
    : { ...answer, problems: outcome.problems, saved: null };
}

function countyProblems(place: Outcome<QuotePlace>): readonly Problem[] {
  return place.ok && !place.value.county ? [{ code: "county-required", field: "countyFips" }] : [];
}

function placeTyped(form: FormData): Record<string, readonly string[]> {
  const names = ["zip", "countyFips", "startOn"];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return typeof value === "string" && value !== "" ? [[name, [value.slice(0, 40)]]] : [];
    }),
  );
}
