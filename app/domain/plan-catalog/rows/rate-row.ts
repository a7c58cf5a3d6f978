import { yearOf, type CalendarDate } from "../../calendar/calendar-date";
import { parseDollars, type Cents } from "../../money/cents";
import type { FamilyTier, FamilyTierCents } from "../../rating/rate-sheet";
import { parseCmsAge } from "../values/cms-age";
import { parseCmsDate } from "../values/cms-date";
import { isPlaceholderRate, isTooLargeRate } from "../values/cms-money";
import { parseRatingArea } from "../values/cms-place";
import { planIdPattern, RowReader, type CmsRow, type RowReading } from "./cms-row";

const tierColumns = {
  couple: "Couple",
  primaryAndOne: "PrimarySubscriberAndOneDependent",
  primaryAndTwo: "PrimarySubscriberAndTwoDependents",
  primaryAndThreeOrMore: "PrimarySubscriberAndThreeOrMoreDependents",
  coupleAndOne: "CoupleAndOneDependent",
  coupleAndTwo: "CoupleAndTwoDependents",
  coupleAndThreeOrMore: "CoupleAndThreeOrMoreDependents",
} as const satisfies Readonly<Record<Exclude<FamilyTier, "individual">, string>>;

type RateKey = {
  readonly businessYear: number;
  readonly planId: string;
  readonly ratingArea: number;
  readonly effectiveOn: CalendarDate;
  readonly expiresOn: CalendarDate;
};

/** One filed rate. `tobaccoCents` is the tobacco user's price; null where the plan has no price of its own for them. */
export type RateRow = RateKey &
  (
    | {
        readonly kind: "ages";
        readonly fromAge: number;
        readonly toAge: number;
        readonly rateCents: Cents;
        readonly tobaccoCents: Cents | null;
      }
    | { readonly kind: "family-option"; readonly tierCents: FamilyTierCents }
  );

export function readRateRow(cell: CmsRow): RowReading<RateRow> {
  const reader = new RowReader(cell);
  const businessYear = reader.businessYear();
  const planId = reader.matching("PlanId", planIdPattern, "catalog-plan-id-malformed");
  const ratingArea = required(reader, "RatingAreaId", parseRatingArea, "catalog-rating-area-unreadable");
  const effectiveOn = required(reader, "RateEffectiveDate", parseCmsDate, "catalog-date-unreadable");
  const expiresOn = required(reader, "RateExpirationDate", parseCmsDate, "catalog-date-unreadable");
  const age = required(reader, "Age", parseCmsAge, "catalog-age-unreadable");
  if (effectiveOn && expiresOn && effectiveOn > expiresOn) {
    reader.refuse("RateExpirationDate", "catalog-rate-period-backwards");
  }
  if (effectiveOn && reader.refusals.length === 0 && yearOf(effectiveOn) !== businessYear) {
    reader.warn("RateEffectiveDate", "catalog-effective-year-differs");
  }
  const filed = age?.kind === "family-option" ? familyPrice(reader) : agePrice(reader);
  return reader.done(() => {
    const key = { businessYear, planId, ratingArea: ratingArea!, effectiveOn: effectiveOn!, expiresOn: expiresOn! };
    if (filed.kind === "family-option") {
      return { ...key, kind: filed.kind, tierCents: { individual: filed.individual!, ...filed.tiers } };
    }
    const { fromAge, toAge } = age as { fromAge: number; toAge: number };
    return { ...key, kind: "ages", fromAge, toAge, rateCents: filed.rateCents!, tobaccoCents: filed.tobaccoCents };
  });
}

function required<T>(
  reader: RowReader,
  column: string,
  parse: (text: string) => T | undefined,
  code: Parameters<RowReader["refuse"]>[1],
): T | undefined {
  const value = parse(reader.cell(column));
  return value === undefined ? reader.refuse(column, reader.cell(column) === "" ? "catalog-cell-empty" : code) : value;
}

function price(reader: RowReader, column: string): Cents | undefined {
  const value = required(reader, column, parseDollars, "catalog-rate-unreadable");
  if (value === undefined) return undefined;
  if (isPlaceholderRate(value)) return reader.refuse(column, "catalog-rate-placeholder");
  return isTooLargeRate(value) ? reader.refuse(column, "catalog-rate-too-large") : value;
}

function agePrice(reader: RowReader) {
  const rateCents = price(reader, "IndividualRate");
  const tobacco = reader.cell("Tobacco");
  if (tobacco === "" || /^no preference$/i.test(tobacco))
    return { kind: "ages", rateCents, tobaccoCents: null } as const;
  if (!/^tobacco user\/non-tobacco user$/i.test(tobacco)) reader.refuse("Tobacco", "catalog-tobacco-unreadable");
  const tobaccoCents =
    reader.cell("IndividualTobaccoRate") === "" ? null : (price(reader, "IndividualTobaccoRate") ?? null);
  return { kind: "ages", rateCents, tobaccoCents } as const;
}

function familyPrice(reader: RowReader) {
  const individual = price(reader, "IndividualRate");
  const tier = (column: string) => (reader.cell(column) === "" ? null : (price(reader, column) ?? null));
  const tiers = {
    couple: tier(tierColumns.couple),
    primaryAndOne: tier(tierColumns.primaryAndOne),
    primaryAndTwo: tier(tierColumns.primaryAndTwo),
    primaryAndThreeOrMore: tier(tierColumns.primaryAndThreeOrMore),
    coupleAndOne: tier(tierColumns.coupleAndOne),
    coupleAndTwo: tier(tierColumns.coupleAndTwo),
    coupleAndThreeOrMore: tier(tierColumns.coupleAndThreeOrMore),
  };
  return { kind: "family-option", individual, tiers } as const;
}
