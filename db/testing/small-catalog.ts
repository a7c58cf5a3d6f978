import { randomUUID } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { calendarDate, type CalendarDate } from "../../app/domain/calendar/calendar-date";
import type { CoverageLine } from "../../app/domain/coverage-line";
import type { Relationship } from "../../app/domain/household/relationship";
import { cents } from "../../app/domain/money/cents";
import type { MetalLevel, PlanLimit, PlanType } from "../../app/domain/plan-catalog/plan";
import { cardBenefits } from "../../app/domain/plan-catalog/shelf-plan";
import { careServices, filedNameOf } from "../../app/domain/plan-catalog/yearly-cost/use-profile";
import {
  catalogVersions,
  networks,
  planBenefits,
  plans,
  rateSheets,
  serviceAreaCounties,
  serviceAreas,
} from "../schema/catalog";
import { employers } from "../schema/employers";
import { countyRatingAreas, geoVersions } from "../schema/geo";
import { dependents, employees } from "../schema/roster";

export type SmallPlace = { readonly state: string; readonly countyFips: string; readonly zip: string };
export const nashville = { state: "TN", countyFips: "47037", zip: "37203" } as const;
export const washington = { state: "DC", countyFips: "11001", zip: "20003" } as const;

type SmallPlan = {
  readonly planId: string;
  readonly issuerName: string;
  readonly name: string;
  readonly line: CoverageLine;
  readonly metalLevel: MetalLevel;
  readonly planType: PlanType;
  readonly deductibleCents: number;
  /** Price at age 0; each year of age adds a dollar. Null: no prices filed. */
  readonly baseCents: number | null;
  /** Sold in these ZIPs of the county only. */
  readonly zips?: string[];
  /** With what a year's estimate needs; the others state two benefits. */
  readonly wholeYear?: true;
};

/** What a year's estimate needs beyond the two benefits of a card. */
const otherServices = careServices
  .filter((service) => service !== "primary-care" && service !== "generic-drug")
  .map((service) => filedNameOf[service]);

/** One plan of each kind that the desks treat differently. */
export const smallPlans = {
  bronze: plan("99101TN0010001", "medical", {
    ...{ metalLevel: "bronze", baseCents: 20_000, deductibleCents: 700_000, wholeYear: true },
  }),
  wideBronze: plan("99101TN0010002", "medical", {
    metalLevel: "expanded-bronze",
    baseCents: 21_000,
    deductibleCents: 600_000,
  }),
  silver: plan("99101TN0010003", "medical", { metalLevel: "silver", baseCents: 30_000, deductibleCents: 300_000 }),
  otherSilver: plan("99102TN0010001", "medical", {
    ...{ metalLevel: "silver", baseCents: 28_000, deductibleCents: 400_000, wholeYear: true },
  }),
  unpricedGold: plan("99102TN0010002", "medical", { metalLevel: "gold", baseCents: null, deductibleCents: 100_000 }),
  elsewhereGold: plan("99102TN0010003", "medical", {
    metalLevel: "gold",
    baseCents: 40_000,
    deductibleCents: 100_000,
    zips: ["37299"],
  }),
  lowDental: plan("99102TN0020001", "dental", { metalLevel: "low", baseCents: 1_000, deductibleCents: 5_000 }),
} as const;

/** As filed; dental plans state none. */
const actuarialValues: Partial<Record<MetalLevel, string>> = { bronze: "0.6", silver: "0.69999", gold: "0.80154" };

function plan(
  planId: string,
  line: CoverageLine,
  rest: Pick<SmallPlan, "metalLevel" | "baseCents" | "deductibleCents" | "zips" | "wholeYear">,
): SmallPlan {
  const issuerName = planId.startsWith("99101") ? "Cumberland Health" : "Harpeth Mutual";
  return {
    planId,
    line,
    issuerName,
    name: `${rest.metalLevel} ${planId.slice(-1)}`,
    planType: line === "medical" ? "ppo" : "pos",
    ...rest,
  };
}

/** Price of one person in one of the plans. */
export function smallPrice({ baseCents }: SmallPlan, ageYears: number): number {
  return (baseCents ?? 0) + 100 * ageYears;
}

/** The same plan as another place's insurers sell it. */
export function planIdIn({ state }: SmallPlace, { planId }: { readonly planId: string }): string {
  return planId.replace("TN", state);
}

/** A catalog and a rating area for one place in 2027, Nashville if none is named. Once a place for a test database. */
export async function insertSmallCatalog(admin: postgres.Sql, place: SmallPlace = nashville): Promise<number> {
  const { state: stateCode, countyFips } = place;
  const db = drizzle(admin);
  const version = {
    businessYear: 2027,
    states: [stateCode] as string[],
    source: "test",
    checksum: "small",
    status: "ready",
  } as const;
  const [row] = await db.insert(catalogVersions).values(version).returning();
  if (!row) throw new Error("no catalog version was made");
  const { catalogVersionId } = row;
  await db
    .insert(networks)
    .values({ catalogVersionId, issuerId: "99101", networkId: "TNN001", stateCode, name: "River Network" });
  for (const [index, known] of Object.values(smallPlans).entries()) {
    const small = { ...known, planId: planIdIn(place, known) };
    await insertPlan(db, { catalogVersionId, key: index + 1, small, place });
  }
  const years = { yearFrom: 2000, yearTo: 2199 };
  const geo = { layout: "zip-county", source: "test", checksum: "small", ...years, rowCounts: {} };
  const [made] = await db
    .insert(geoVersions)
    .values(geo as typeof geoVersions.$inferInsert)
    .returning();
  const area = { stateCode, countyFips, ratingArea: 4, source: "test", ...years };
  await db.insert(countyRatingAreas).values({ geoVersionId: made?.geoVersionId ?? 0, ...area });
  return catalogVersionId;
}

type Db = ReturnType<typeof drizzle>;

async function insertPlan(
  db: Db,
  {
    catalogVersionId,
    key,
    small,
    place: { state: stateCode, countyFips },
  }: { catalogVersionId: number; key: number; small: SmallPlan; place: SmallPlace },
) {
  const { planId, line, zips, baseCents, deductibleCents, wholeYear, ...described } = small;
  const issuerId = planId.slice(0, 5);
  const variantId = `${planId}-01`;
  const amount = cents(deductibleCents);
  const limit: PlanLimit = {
    main: { individual: amount, familyPerPerson: amount, familyPerGroup: cents(2 * amount) },
    drug: "included",
  };
  const area = { catalogVersionId, serviceAreaKey: key, issuerId, serviceAreaId: `TNS00${key}`, stateCode };
  await db
    .insert(serviceAreas)
    .values({ ...area, name: "Area", line, market: "small-group", coversEntireState: !zips });
  if (zips) await db.insert(serviceAreaCounties).values({ catalogVersionId, serviceAreaKey: key, countyFips, zips });
  const states = { individualState: "amount", familyState: "amount" } as const;
  await db.insert(plans).values({
    ...{ catalogVersionId, variantId, planId, line, issuerId, ...described, stateCode, market: "small-group" },
    ...{
      offerable: true,
      childOnly: "adult-and-child",
      hsaEligible: line === "medical" ? false : null,
      actuarialValue: actuarialValues[described.metalLevel] ?? null,
      serviceAreaKey: key,
    },
    ...{ networkId: "TNN001", deductible: limit, outOfPocketMaximum: limit, deductibleIndividualCents: amount },
    ...{ deductibleIndividualState: states.individualState, deductibleFamilyState: states.familyState },
    ...{ outOfPocketIndividualState: states.individualState, outOfPocketFamilyState: states.familyState },
    details: {
      productId: planId.slice(0, 10),
      exampleCosts: {},
      limitsAsWritten: {},
    } as unknown as (typeof plans.$inferInsert)["details"],
  });
  const benefit = {
    catalogVersionId,
    variantId,
    isCovered: true,
    isIrregular: false,
    coinsuranceInNetwork: "Not Applicable",
  };
  await db.insert(planBenefits).values([
    { ...benefit, ordinal: 1, name: cardBenefits[line].visit, copayInNetwork: "$25.00" },
    { ...benefit, ordinal: 2, name: cardBenefits[line].second, copayInNetwork: "$10.00 Copay after deductible" },
    ...(wholeYear ? otherServices : []).map((name, index) => ({
      ...{ ...benefit, ordinal: index + 3, name, copayInNetwork: "$25.00" },
    })),
  ]);
  if (baseCents === null) return;
  await db.insert(rateSheets).values({
    ...{ catalogVersionId, planId, ratingArea: 4 },
    ...{ effectiveOn: calendarDate("2027-01-01"), expiresOn: calendarDate("2027-03-31") },
    bandStarts: Array.from({ length: 66 }, (_, age) => age),
    centsByAge: Array.from({ length: 66 }, (_, age) => smallPrice(small, age)),
  });
}

export type SmallPerson = {
  readonly firstName: string;
  readonly bornOn: CalendarDate;
  readonly partTime?: boolean;
  readonly family?: readonly { relationship: Relationship; bornOn: CalendarDate }[];
};

/** A business with its people and nothing else, in Nashville if no place is named. */
export async function insertSmallEmployer(
  admin: postgres.Sql,
  {
    people,
    standing = "eligible",
    place = nashville,
  }: { people: readonly SmallPerson[]; standing?: "eligible" | "applicant"; place?: SmallPlace },
): Promise<{ readonly employerId: string; readonly userId: string; readonly actorName: string }> {
  const db = drizzle(admin);
  const employerId = randomUUID();
  await db.insert(employers).values({
    ...{ employerId, legalName: "Elm Street Bakery LLC", ein: "621234567", entityKind: "limited-liability-company" },
    ...{ contactEmail: "owner@example.com", phone: "6155550100", addressLine1: "10 Elm St", city: "Nashville" },
    ...{ ...place, countyName: "Davidson County", exchange: place.state === "DC" ? "dc" : "ff-shop", standing },
  });
  for (const { firstName, bornOn, partTime = false, family = [] } of people) {
    const employeeId = randomUUID();
    await db.insert(employees).values({
      ...{ employerId, employeeId, firstName, lastName: "Worker", bornOn, sex: "F" },
      ...{ hiredOn: calendarDate("2020-01-15"), employmentBasis: partTime ? "part-time" : "full-time" },
    });
    for (const { relationship, bornOn: memberBornOn } of family) {
      await db.insert(dependents).values({
        ...{ employerId, dependentId: randomUUID(), employeeId, relationship, firstName: "Kim", lastName: "Worker" },
        ...{ bornOn: memberBornOn, sex: "U" },
      });
    }
  }
  return { employerId, userId: randomUUID(), actorName: "Olga Owner" };
}
