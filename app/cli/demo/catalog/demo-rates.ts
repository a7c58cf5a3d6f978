import { ageFactorThousandths } from "../../../domain/rating/age-curve";
import type { DemoPlan } from "./demo-plans";

// Prices of the demonstration: a middle price for a plan that pays 70 % of costs, moved by what the plan pays, by
// insurer, area, year and quarter, then spread over the ages by the state's curve. Rounded once, to the cent, per age.
const middleCents: Readonly<Record<string, number>> = { WI: 42_000, DC: 49_500 };
const firstYear = 2026;
const yearlyTrend = 1.068;
const quarterlyTrend = 1.016;
const pricePerValue = 1.2;

const quarters = [
  ["01-01", "03-31"],
  ["04-01", "06-30"],
  ["07-01", "09-30"],
  ["10-01", "12-31"],
] as const;
const bands = ["0-14", ...Array.from({ length: 49 }, (_, index) => String(15 + index)), "64 and over"];

type RateRecord = Record<string, string>;

/** The Rate records of one plan in one area for one year. */
export function* rateRecords(plan: DemoPlan, year: number, area: number): Generator<RateRecord> {
  if (plan.issuer.line === "dental") {
    yield* dentalRecords(plan, year, area);
    return;
  }
  for (const [index, [from, to]] of quarters.entries()) {
    const base = baseCents(plan, { year, area, quarter: index });
    const period = { RateEffectiveDate: `${year}-${from}`, RateExpirationDate: `${year}-${to}` };
    for (const band of bands) yield { ...common(plan, year, area), ...period, ...agePrices(plan, base, band) };
  }
}

function common(plan: DemoPlan, year: number, area: number): RateRecord {
  const { issuerId, state } = plan.issuer;
  return {
    ...{ BusinessYear: String(year), StateCode: state, IssuerId: issuerId, SourceName: "HIOS", PlanId: plan.planId },
    RatingAreaId: `Rating Area ${area}`,
  };
}

/** Area prices of Wisconsin lie between 0.92 and 1.16 of the middle, without an order that could be guessed. */
function areaFactor(area: number): number {
  return 0.92 + (((area * 7) % 16) * 16) / 1_000;
}

function baseCents(plan: DemoPlan, at: { year: number; area: number; quarter: number }): number {
  const value = Math.pow(plan.actuarialValue / 0.7, pricePerValue);
  const trend = Math.pow(yearlyTrend, at.year - firstYear) * Math.pow(quarterlyTrend, at.quarter);
  const area = plan.issuer.state === "WI" ? areaFactor(at.area) : 1;
  return ((middleCents[plan.issuer.state] ?? 0) * value * trend * area * plan.issuer.costThousandths) / 1_000;
}

function agePrices(plan: DemoPlan, base: number, band: string): RateRecord {
  const age = Number(/^\d+/.exec(band)?.[0]);
  const cents = Math.round((base * ageFactorThousandths({ stateCode: plan.issuer.state, ageYears: age })) / 1_000);
  const most = plan.issuer.tobaccoAt64Thousandths;
  if (most === null) return { Tobacco: "No Preference", Age: band, IndividualRate: dollars(cents) };
  // Only adults can be charged for tobacco: from a tenth more at 21 rising evenly to the insurer's most at 64.
  const surcharge = age < 21 ? 0 : 100 + ((most - 1_100) * (age - 21)) / 43;
  const tobacco = Math.floor((cents * (1_000 + surcharge)) / 1_000);
  const prices = { IndividualRate: dollars(cents), IndividualTobaccoRate: dollars(tobacco) };
  return { Tobacco: "Tobacco User/Non-Tobacco User", Age: band, ...prices };
}

function* dentalRecords(plan: DemoPlan, year: number, area: number): Generator<RateRecord> {
  const value = plan.metalLevel === "High" ? 4_100 : 2_900;
  const base = Math.round(
    (value * plan.issuer.costThousandths * Math.pow(1.03, year - firstYear) * areaFactor(area)) / 1_000,
  );
  const period = { RateEffectiveDate: `${year}-01-01`, RateExpirationDate: `${year}-12-31` };
  const start = { ...common(plan, year, area), ...period };
  if (plan.pricing === "family-option") {
    yield { ...start, Tobacco: "", Age: "Family Option", ...tierPrices(base) };
    return;
  }
  for (const band of bands) {
    const cents = Number(/^\d+/.exec(band)?.[0]) < 20 ? Math.round(base * 0.8) : base;
    yield { ...start, Tobacco: "No Preference", Age: band, IndividualRate: dollars(cents) };
  }
}

function tierPrices(base: number): RateRecord {
  const times = (factor: number) => dollars(Math.round(base * factor));
  return {
    ...{ IndividualRate: times(1), Couple: times(2), PrimarySubscriberAndOneDependent: times(1.8) },
    ...{ PrimarySubscriberAndTwoDependents: times(2.6), PrimarySubscriberAndThreeOrMoreDependents: times(3.2) },
    ...{
      CoupleAndOneDependent: times(2.8),
      CoupleAndTwoDependents: times(3.5),
      CoupleAndThreeOrMoreDependents: times(4.1),
    },
  };
}

/** 999.99 stands for "no price" in filings, so no demonstration price may be that. */
const placeholderCents = 99_999;

function dollars(price: number): string {
  const cents = price === placeholderCents ? price - 1 : price;
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}
