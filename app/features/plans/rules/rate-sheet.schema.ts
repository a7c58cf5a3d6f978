import { z } from "zod";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { failed, type Outcome, type Problem } from "~/domain/problem";
import { oldestRateAge } from "~/domain/plan-catalog/values/cms-age";
import { buildFamilyTierRateSheet, buildRateSheet, type RateSheet } from "~/domain/rating/rate-sheet";
import { ratePeriodOn } from "~/domain/rating/rating-quarter";
import { amountInCents, day, dayOut, planId, wholeNumber } from "~/platform/forms/json/json-fields";

const filing = "the issuer's filed rates, 45 CFR 147.102";
const age = { minimum: 0, maximum: oldestRateAge, source: "45 CFR 147.102(d)" };
const tierPrice = (household: string) =>
  amountInCents(`Monthly price of ${household}`, { source: filing }).nullable().default(null);

const sheetKey = {
  planId: planId("The plan"),
  ratingArea: wholeNumber({ what: "Rating area", minimum: 1, maximum: 999, source: "45 CFR 147.102(b)" }).prefault(1),
  effectiveOn: day("First day of the rate period"),
  expiresOn: day("Last day of the rate period"),
};

const band = z.strictObject({
  fromAge: wholeNumber({ what: "First age of the band, whole years", ...age }),
  toAge: wholeNumber({ what: "Last age of the band, whole years", ...age })
    .nullable()
    .describe("Last age of the band, whole years; null: and over"),
  rateCents: amountInCents("Monthly price of one person", { source: filing }),
  tobaccoCents: amountInCents("Monthly price of one user of tobacco", { source: filing })
    .nullable()
    .default(null)
    .describe("Monthly price of one user of tobacco, in cents; null: the same for everybody"),
});

const tiers = z.strictObject({
  individual: amountInCents("Monthly price of one person alone", { source: filing }),
  couple: tierPrice("a couple"),
  primaryAndOne: tierPrice("one adult with one dependent"),
  primaryAndTwo: tierPrice("one adult with two dependents"),
  primaryAndThreeOrMore: tierPrice("one adult with three or more dependents"),
  coupleAndOne: tierPrice("a couple with one dependent"),
  coupleAndTwo: tierPrice("a couple with two dependents"),
  coupleAndThreeOrMore: tierPrice("a couple with three or more dependents"),
});

const sheet = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("per-age"), ...sheetKey, bands: z.array(band).min(1).max(200) }),
  z.strictObject({ kind: z.literal("family-tier"), ...sheetKey, tiers }),
]);

/** A plan's filed prices in one rating area, one sheet a rate period. */
export const rateSheets = z
  .array(sheet)
  .min(1)
  .max(40)
  .describe("The plan's filed prices in one rating area, one sheet for each rate period");

export const ratePeriodOut = z.strictObject({
  effectiveOn: dayOut("First day of the rate period"),
  expiresOn: dayOut("Last day of the rate period"),
});

/** The one sheet that holds the day. Problems: those of the rate sheet and of `ratePeriodOn`. */
export function rateSheetOn(sheets: z.output<typeof rateSheets>, startOn: CalendarDate): Outcome<RateSheet> {
  const built: RateSheet[] = [];
  const problems: Problem[] = [];
  sheets.forEach((json, index) => {
    const one = builtSheet(json);
    if (one.ok) built.push(one.value);
    else problems.push(...one.problems.map((problem) => ({ ...problem, field: `sheets.${index}` })));
  });
  return problems.length > 0 ? failed(...problems) : ratePeriodOn({ periods: built, startOn });
}

function builtSheet(json: z.output<typeof sheet>): Outcome<RateSheet> {
  const { planId: plan, ratingArea, effectiveOn, expiresOn } = json;
  const key = { planId: plan, ratingArea, effectiveOn, expiresOn };
  if (json.kind === "family-tier") return buildFamilyTierRateSheet(key, json.tiers);
  return buildRateSheet(
    key,
    json.bands.map((row) => ({ ...row, toAge: row.toAge ?? oldestRateAge })),
  );
}

/** The period of a sheet, to say which prices were taken. */
export function periodOf({ effectiveOn, expiresOn }: RateSheet) {
  return { effectiveOn, expiresOn };
}
