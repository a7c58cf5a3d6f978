import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * A national plan year in CMS layout: as many rates as the federal file of 2025 (2,418,441), here all of small-group plans
 * with four quarters each, so that every row must be kept. Nothing in it is real.
 */
const year = 2027;
export const nationalPlans = 1_186;
const plansPerIssuer = 10;
const areasPerState = 10;
const quarters = [
  ["2027-01-01", "2027-03-31"],
  ["2027-04-01", "2027-06-30"],
  ["2027-07-01", "2027-09-30"],
  ["2027-10-01", "2027-12-31"],
] as const;
const ages = ["0-14", ...Array.from({ length: 49 }, (_, index) => String(15 + index)), "64 and over"];
const states = "AK AL AR AZ DE FL GA HI IA IL IN KS LA MI MO MS MT NC ND NE NH OH OK OR SC SD TN TX UT WI WV WY".split(
  " ",
);

export function rateRowsOf(plans: number): number {
  return plans * areasPerState * quarters.length * ages.length;
}

export const rateColumns = [
  ...["BusinessYear", "StateCode", "IssuerId", "SourceName", "ImportDate", "RateEffectiveDate", "RateExpirationDate"],
  ...["PlanId", "RatingAreaId", "Tobacco", "Age", "IndividualRate", "IndividualTobaccoRate", "Couple"],
  ...["PrimarySubscriberAndOneDependent", "PrimarySubscriberAndTwoDependents"],
  ...["PrimarySubscriberAndThreeOrMoreDependents", "CoupleAndOneDependent", "CoupleAndTwoDependents"],
  "CoupleAndThreeOrMoreDependents",
];
const planColumns =
  "BusinessYear,StateCode,IssuerId,SourceName,MarketCoverage,DentalOnlyPlan,StandardComponentId,PlanMarketingName,ServiceAreaId,PlanType,MetalLevel,PlanId,QHPNonQHPTypeId";
const areaColumns =
  "BusinessYear,StateCode,IssuerId,SourceName,ServiceAreaId,ServiceAreaName,CoverEntireState,County,PartialCounty,ZipCodes,MarketCoverage,DentalOnlyPlan";

type Plan = {
  readonly number: number;
  readonly issuer: number;
  readonly issuerId: string;
  readonly state: string;
  readonly planId: string;
};

function planAt(number: number): Plan {
  const issuer = Math.floor(number / plansPerIssuer);
  const state = states[issuer % states.length] ?? "WY";
  const issuerId = String(10_001 + issuer);
  return { number, issuer, issuerId, state, planId: `${issuerId}${state}${String(10_001 + number).padStart(7, "0")}` };
}

/** Writes the three files into the folder and names the one with the rates. */
export async function writeNationalYear(folder: string, planCount: number): Promise<{ readonly ratesFile: string }> {
  const plans = Array.from({ length: planCount }, (_, number) => planAt(number));
  const issuers = plans.filter((plan) => plan.number % plansPerIssuer === 0);
  const planRows = plans.map(
    ({ state, issuerId, planId, number }) =>
      `${year},${state},${issuerId},HIOS,SHOP (Small Group),No,${planId},Plan ${number},${state}S001,PPO,Silver,${planId}-01,Both`,
  );
  const areaRows = issuers.map(
    ({ state, issuerId }) => `${year},${state},${issuerId},HIOS,${state}S001,Whole state,Yes,,,,SHOP (Small Group),No`,
  );
  await writeFile(join(folder, "plan-attributes-puf.csv"), file(planColumns, planRows));
  await writeFile(join(folder, "service-area-puf.csv"), file(areaColumns, areaRows));
  const ratesFile = join(folder, "rate-puf.csv");
  await pipeline(Readable.from(rateText(plans), { objectMode: false }), createWriteStream(ratesFile));
  return { ratesFile };
}

function file(header: string, rows: readonly string[]): string {
  return `\uFEFF${[header, ...rows].join("\r\n")}\r\n`;
}

/** One piece of text for each plan. The rows of a sheet stand together in half of the plans and far apart in the others. */
function* rateText(plans: readonly Plan[]): Generator<string> {
  yield `\uFEFF${rateColumns.join(",")}\r\n`;
  const areas = Array.from({ length: areasPerState }, (_, index) => index + 1);
  const every = (order: "sheet" | "age") =>
    order === "sheet"
      ? quarters.flatMap((_, quarter) => areas.flatMap((area) => ages.map((_, age) => ({ quarter, area, age }))))
      : ages.flatMap((_, age) => areas.flatMap((area) => quarters.map((_, quarter) => ({ quarter, area, age }))));
  const orders = [every("sheet"), every("age")] as const;
  for (const plan of plans) yield orders[plan.number % 2 === 0 ? 0 : 1].map((at) => rateRow(plan, at)).join("");
}

/** A third of the insurers charge users of tobacco more; the oldest ages of some plans cost over a thousand dollars. */
function rateRow(plan: Plan, { quarter, area, age }: { quarter: number; area: number; age: number }): string {
  const cents = 18_000 + age * 1_731 + area * 207 + quarter * 391 + (plan.number % 97) * 113;
  const tobacco =
    plan.issuer % 3 === 0 ? ["Tobacco User/Non-Tobacco User", dollars(Math.round(cents * 1.2))] : ["No Preference", ""];
  const [from, to] = quarters[quarter] ?? quarters[0];
  const start = `${year},${plan.state},${plan.issuerId},HIOS,2026-10-14 01:01:42,${from},${to},${plan.planId}`;
  return `${start},Rating Area ${area},${tobacco[0]},${ages[age]},${dollars(cents)},${tobacco[1]},,,,,,,\r\n`;
}

/** An import refuses 999.99 as a placeholder. */
function dollars(amount: number): string {
  const cents = amount === 99_999 ? amount + 1 : amount;
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}
