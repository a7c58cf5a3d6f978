import { yearOf, type CalendarDate } from "../../calendar/calendar-date";
import type { Cents } from "../../money/cents";
import { parseCmsAge } from "../values/cms-age";
import { parseCmsDate } from "../values/cms-date";
import { isPlaceholderRate } from "../values/cms-money";
import { parseRatingArea } from "../values/cms-place";
import { planIdPattern, type CmsRow, type RowReading } from "./cms-row";
import { readRateRow, type RateRow } from "./rate-row";

const mostRemembered = 10_000;

/** What a cell's text means, worked out once for each text; a file with more different texts than that is read anew. */
function remembered<T>(parse: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let last: { readonly text: string; readonly answer: T } | undefined;
  return (text) => {
    if (last?.text === text) return last.answer;
    const isKnown = known.has(text);
    const answer = isKnown ? (known.get(text) as T) : parse(text);
    if (!isKnown && known.size < mostRemembered) known.set(text, answer);
    last = { text, answer };
    return answer;
  };
}

type Period = { readonly effectiveOn: CalendarDate; readonly expiresOn: CalendarDate; readonly year: number };

/**
 * Reads the rows of one rate file and answers as `readRateRow` does. A national year repeats some hundred texts in all
 * its columns but the prices, so what they mean is remembered; a row with anything unusual in it is read in full.
 */
export function rateRowReader(): (cell: CmsRow) => RowReading<RateRow> {
  const yearOfText = remembered((text) => (/^20\d{2}$/.test(text) ? Number(text) : undefined));
  const areaOf = remembered(parseRatingArea);
  const agesOf = remembered((text) => {
    const band = parseCmsAge(text);
    return band?.kind === "ages" ? band : undefined;
  });
  const isTobaccoRated = remembered((text) =>
    /^no preference$/i.test(text) ? false : /^tobacco user\/non-tobacco user$/i.test(text) ? true : undefined,
  );
  const periodsFrom = remembered((from) => {
    const effectiveOn = parseCmsDate(from);
    return remembered((to): Period | undefined => {
      const expiresOn = parseCmsDate(to);
      if (!effectiveOn || !expiresOn || effectiveOn > expiresOn) return undefined;
      return { effectiveOn, expiresOn, year: yearOf(effectiveOn) };
    });
  });
  const planIdOf = remembered((text) => (planIdPattern.test(text) ? text : undefined));

  function usual(cell: CmsRow): RateRow | undefined {
    const planId = planIdOf(cell("PlanId"));
    const businessYear = yearOfText(cell("BusinessYear"));
    const ratingArea = areaOf(cell("RatingAreaId"));
    const band = agesOf(cell("Age"));
    const period = periodsFrom(cell("RateEffectiveDate"))(cell("RateExpirationDate"));
    const tobaccoRated = isTobaccoRated(cell("Tobacco"));
    const rateCents = usualPrice(cell("IndividualRate"));
    if (!planId || !ratingArea || !band || !period || tobaccoRated === undefined || !rateCents) return undefined;
    if (!businessYear || period.year !== businessYear) return undefined;
    const tobaccoCents = tobaccoRated ? usualPrice(cell("IndividualTobaccoRate")) : null;
    if (tobaccoCents === undefined) return undefined;
    const { effectiveOn, expiresOn } = period;
    const { fromAge, toAge } = band;
    return {
      businessYear,
      planId,
      ratingArea,
      effectiveOn,
      expiresOn,
      kind: "ages",
      fromAge,
      toAge,
      rateCents,
      tobaccoCents,
    };
  }

  return (cell) => {
    const value = usual(cell);
    return value ? { kept: true, value, warnings: [] } : readRateRow(cell);
  };
}

const zero = 48;
const nine = 57;
const point = 46;

/** Digits with two decimals that are no placeholder, `1234.56`; undefined for every other spelling of a price. */
function usualPrice(text: string): Cents | undefined {
  const decimals = text.length - 3;
  if (decimals < 1 || decimals > 5 || text.charCodeAt(decimals) !== point) return undefined;
  let amount = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at === decimals) continue;
    const digit = text.charCodeAt(at);
    if (digit < zero || digit > nine) return undefined;
    amount = amount * 10 + digit - zero;
  }
  return isPlaceholderRate(amount as Cents) ? undefined : (amount as Cents);
}
