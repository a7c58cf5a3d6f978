import { gunzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import type { HouseholdQuote, PlanQuote } from "~/domain/contribution/roster-quote";
import { priceRosterAgainstPlans } from "~/domain/contribution/roster-quote";
import { sharesOf as bucketSharesOf } from "~/domain/contribution/schemes/contribution-bucket";
import { alike } from "~/domain/contribution/schemes/contribution-scheme";
import type { CoverageLine } from "~/domain/coverage-line";
import type { Relationship } from "~/domain/household/relationship";
import { basisPoints } from "~/domain/money/cents";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import { describeWithRealData } from "~/platform/testing/real-data";
import { useTestDatabase } from "~/platform/testing/test-database";
import { insertDraftYear } from "~db/testing/draft-year";
import { insertSmallEmployer, type SmallPerson } from "~db/testing/small-catalog";
import { importCatalog } from "./import-catalog.command.server";
import { importGeoFile } from "./import-geo.command.server";
import { loadPlanMarket, type PlanMarket } from "./market/plan-market.server";

const database = useTestDatabase();
let sql: postgres.Sql;
beforeAll(() => {
  sql = postgres(database.urls.ownerUrl, { max: 2, onnotice: () => undefined });
});
afterAll(() => sql.end());

/** One line of a filed rate table, as it stands there; ages and dollars are kept as text. */
type Filed = { plan: string; area: string; from: string; through: string; age: string; dollars: string };

/** A reader of its own, which shares nothing with the import: the files quote no cell. */
function filedRates(file: string): Filed[] {
  const [head = "", ...lines] = gunzipSync(readFileSync(file))
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/);
  const names = head.split(",");
  const at = (name: string) => names.indexOf(name);
  const columns = ["PlanId", "RatingAreaId", "RateEffectiveDate", "RateExpirationDate", "Age", "IndividualRate"].map(
    at,
  );
  return lines.map((line) => {
    const cells = line.split(",");
    const [plan = "", area = "", from = "", through = "", age = "", dollars = ""] = columns.map((n) => cells[n] ?? "");
    return { plan, area, from, through, age, dollars };
  });
}

async function importFolder(folder: string, places: string, year: number): Promise<void> {
  const catalog = await importCatalog({ sql, folder });
  if (!catalog.ok) throw new Error(JSON.stringify(catalog.problems));
  const geo = await importGeoFile({ sql, path: places, years: { yearFrom: year, yearTo: year } });
  if (!geo.ok) throw new Error(JSON.stringify(geo.problems));
}

const born = (relationship: Relationship, bornOn: string) => ({ relationship, bornOn: calendarDate(bornOn) });
const person = (firstName: string, bornOn: string, family: SmallPerson["family"] = []): SmallPerson => ({
  firstName,
  bornOn: calendarDate(bornOn),
  family,
});

type Place = { state: string; countyFips: string; zip: string };

async function groupOf(people: readonly SmallPerson[], startOn: string) {
  return database.asAdmin(async (admin) => {
    const { employerId, userId } = await insertSmallEmployer(admin, { people });
    await admin`update employees set hired_on = '2010-01-04' where employer_id = ${employerId}`;
    await insertDraftYear(admin, employerId, startOn);
    return { employerId, userId };
  });
}

/** The plans in the order asked for, priced through the page's own loading. */
async function quotesOf(
  group: { employerId: string; userId: string },
  { place, today, line, planIds }: { place: Place; today: string; line: CoverageLine; planIds: readonly string[] },
): Promise<{ market: PlanMarket; plans: ShelfPlan[] }> {
  const market = await loadPlanMarket({ ...group, place, today: calendarDate(today), line });
  const plans = planIds.map((planId) => {
    const plan = market.plans.find((one) => one.planId === planId);
    if (!plan) throw new Error(`${planId} is not sold there: ${market.gap ?? "not on the shelf"}`);
    return plan;
  });
  return { market, plans };
}

/** What the plan's page says of each household; the list has the same total for the group. */
function quoteIn({ plans, households, profile, shopping, premiums }: PlanMarket, planId: string) {
  const only = plans.filter((plan) => plan.planId === planId);
  const line = only[0]?.line ?? "medical";
  const [quote] = priceRosterAgainstPlans({ households, plans: only, line, startOn: shopping.startOn, profile });
  expect(premiums.get(planId)).toBe(quote?.premiumCents);
  return quote;
}

/** Premium of each member in dollars, in order of age from the oldest; children of one age cost the same. */
function premiumsOf(household: HouseholdQuote | undefined): string[] {
  if (!household?.quoted) throw new Error(JSON.stringify(household?.problems));
  return [...household.premium.members]
    .sort((a, b) => Number(b.relationship === "self") - Number(a.relationship === "self") || b.ageYears - a.ageYears)
    .map((member) => dollars(member.premiumCents));
}

function dollars(cents: number | undefined | null): string {
  return cents === undefined || cents === null
    ? "no price"
    : `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}

function sharesOf(quote: PlanQuote | undefined): string[] {
  return (quote?.households ?? []).map((household) =>
    household.quoted ? dollars(household.contribution?.employerShareCents) : "no price",
  );
}

function totalsOf(quote: PlanQuote | undefined): string[] {
  return (quote?.households ?? []).map((household) =>
    household.quoted ? dollars(household.premium.totalCents) : "no price",
  );
}

const careFirstSilver = "78079DC0220026";
const kaiserSilver = "94506DC0350008";
const aetnaGold = "73987DC0040005";
const deltaDentalLow = "81334DC0020006";

/** Third quarter of 2016, the whole District: price by the age column of the file, in dollars. */
const quoted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [careFirstSilver]: {
    ...{ "0-20": "264.87", "21": "294.44", "24": "294.44", "25": "294.44", "27": "294.44" },
    ...{ "42": "426.47", "44": "460.49", "45": "478.31", "64": "883.31", "65 and over": "883.31" },
  },
  [kaiserSilver]: {
    ...{ "0-20": "209.37", "21": "232.74", "24": "232.74", "25": "232.74", "27": "232.74" },
    ...{ "42": "337.11", "44": "364.00", "45": "378.08", "64": "698.21", "65 and over": "698.21" },
  },
  [aetnaGold]: {
    ...{ "0-20": "254.60", "21": "283.02", "24": "283.02", "25": "283.02", "27": "283.02" },
    ...{ "42": "409.93", "44": "442.63", "45": "459.76", "64": "848.78", "65 and over": "848.78" },
  },
  [deltaDentalLow]: { "0-20": "22.49", "42": "21.94" },
};

const startOn = "2016-07-01";
const families: readonly SmallPerson[] = [
  // 27 until the day after the start.
  person("Abel", "1988-07-02"),
  // 24, a spouse of 20, and three children: the spouse takes no child's place, so everybody is charged.
  person("Bauer", "1992-01-15", [
    born("spouse", "1995-07-02"),
    ...["2013-01-10", "2014-02-11", "2015-03-12"].map((on) => born("child", on)),
  ]),
  // 42, alone with four under 21: 20, 17, 12 and 3. The youngest is not charged.
  person(
    "Cole",
    "1974-01-05",
    ["1995-07-02", "1999-03-03", "2004-04-04", "2013-05-05"].map((on) => born("child", on)),
  ),
  // 66, with a spouse who turns 65 the day after the start.
  person("Dunn", "1950-03-01", [born("spouse", "1951-07-02")]),
  // 45, a spouse of 44, a child of 25, one who turns 21 on the very day, and 19, 15, 10 and 5.
  person("Egan", "1971-02-11", [
    born("spouse", "1971-07-02"),
    ...["1990-07-02", "1995-07-01", "1996-10-10", "2001-05-05", "2006-03-03", "2011-02-02"].map((on) =>
      born("child", on),
    ),
  ]),
];

/** Each family's members in the plan, the employee first and then from the oldest, written out from the rates above. */
const byHand: Readonly<Record<string, readonly (readonly string[])[]>> = {
  [careFirstSilver]: [
    ["294.44"],
    ["294.44", "264.87", "264.87", "264.87", "264.87"],
    ["426.47", "264.87", "264.87", "264.87", "0.00"],
    ["883.31", "883.31"],
    ["478.31", "460.49", "294.44", "294.44", "264.87", "264.87", "264.87", "0.00"],
  ],
  [kaiserSilver]: [
    ["232.74"],
    ["232.74", "209.37", "209.37", "209.37", "209.37"],
    ["337.11", "209.37", "209.37", "209.37", "0.00"],
    ["698.21", "698.21"],
    ["378.08", "364.00", "232.74", "232.74", "209.37", "209.37", "209.37", "0.00"],
  ],
  [aetnaGold]: [
    ["283.02"],
    ["283.02", "254.60", "254.60", "254.60", "254.60"],
    ["409.93", "254.60", "254.60", "254.60", "0.00"],
    ["848.78", "848.78"],
    ["459.76", "442.63", "283.02", "283.02", "254.60", "254.60", "254.60", "0.00"],
  ],
};

/** The columns above added up on paper, and the five families of a plan together. */
const totals: Readonly<Record<string, { families: readonly string[]; group: string }>> = {
  [careFirstSilver]: { families: ["294.44", "1353.92", "1221.08", "1766.62", "2322.29"], group: "6958.35" },
  [kaiserSilver]: { families: ["232.74", "1070.22", "965.22", "1396.42", "1835.67"], group: "5500.27" },
  [aetnaGold]: { families: ["283.02", "1301.42", "1173.73", "1697.56", "2232.23"], group: "6687.96" },
};

/**
 * The employer pays 85 % of the employee's and 40 % of each dependent's price in the CareFirst plan, per person to the cent:
 *   85 % of 294.44 = 250.274 -> 250.27     40 % of 264.87 = 105.948 -> 105.95
 *   85 % of 426.47 = 362.4995 -> 362.50    40 % of 294.44 = 117.776 -> 117.78
 *   85 % of 883.31 = 750.8135 -> 750.81    40 % of 460.49 = 184.196 -> 184.20
 *   85 % of 478.31 = 406.5635 -> 406.56    40 % of 883.31 = 353.324 -> 353.32
 * In the Kaiser plan each of the employees costs less than that, so their whole price is paid and no more:
 *   Abel 232.74; Bauer 232.74 + 4 x 105.95; Cole 337.11 + 3 x 105.95; Dunn 698.21 + 353.32;
 *   Egan 378.08 + 184.20 + 2 x 117.78 + 3 x 105.95.
 */
const shares: Readonly<Record<string, { families: readonly string[]; group: string }>> = {
  [careFirstSilver]: { families: ["250.27", "674.07", "680.35", "1104.13", "1144.17"], group: "3852.99" },
  [kaiserSilver]: { families: ["232.74", "656.54", "654.96", "1051.53", "1115.69"], group: "3711.46" },
  [aetnaGold]: { families: ["250.27", "674.07", "680.35", "1104.13", "1144.17"], group: "3852.99" },
};

describeWithRealData("five families in the District of Columbia from 1 July 2016", (data) => {
  const folder = join(data, "puf/dc-2016-shop");
  const asked = { place: { state: "DC", countyFips: "11001", zip: "20001" }, today: "2016-05-02" };
  const planIds = Object.keys(byHand);
  const percentages = { employeeBasisPoints: basisPoints(8500), dependentsBasisPoints: basisPoints(4000) };
  let group: { employerId: string; userId: string };
  let market: PlanMarket;
  let quotes: readonly PlanQuote[];

  beforeAll(async () => {
    await importFolder(folder, join(data, "puf/geo/county_rating_area_2015.csv"), 2016);
    group = await groupOf(families, startOn);
    const found = await quotesOf(group, { ...asked, line: "medical", planIds });
    market = found.market;
    const { households, profile } = market;
    const scheme = { method: "reference-plan-percent", shares: alike(bucketSharesOf(percentages)) } as const;
    const terms = { referencePlanId: found.plans[0]!.planId, scheme, averages: "of-these-households" } as const;
    const offer = {
      households,
      plans: found.plans,
      line: "medical",
      startOn: calendarDate(startOn),
      profile,
      terms,
    } as const;
    quotes = priceRosterAgainstPlans(offer);
  });

  it("are priced from rates that stand in the filed table", () => {
    const rows = filedRates(join(folder, "rate_puf.csv.gz"));
    for (const [plan, prices] of Object.entries(quoted)) {
      for (const [age, price] of Object.entries(prices)) {
        const inForce = rows.filter(
          (row) => row.plan === plan && row.age === age && row.from <= startOn && startOn <= row.through,
        );
        expect(inForce, `${plan} at ${age}`).toMatchObject([{ area: "Rating Area 1", dollars: price }]);
      }
    }
  });

  it.each(planIds)("cost each member what the table says in %s", (planId) => {
    const onThePage = quoteIn(market, planId)?.households.map(premiumsOf);
    expect(onThePage).toEqual(byHand[planId]);
  });

  it.each(planIds)("cost each family and the group the sum on paper in %s", (planId) => {
    const quote = quoteIn(market, planId);
    expect(totalsOf(quote)).toEqual(totals[planId]?.families);
    expect(dollars(quote?.premiumCents)).toBe(totals[planId]?.group);
  });

  it.each(planIds)("leave the employer the share on paper in %s", (planId) => {
    const quote = quotes.find((one) => one.planId === planId);
    expect(sharesOf(quote)).toEqual(shares[planId]?.families);
    expect(dollars(quote?.cost?.employerShareCents)).toBe(shares[planId]?.group);
  });

  it("pay for every child in stand-alone dental, where the rule of three does not hold in the District", async () => {
    const found = await quotesOf(group, { ...asked, line: "dental", planIds: [deltaDentalLow] });
    const [, , cole] = quoteIn(found.market, deltaDentalLow)?.households ?? [];
    expect(premiumsOf(cole)).toEqual(["21.94", "22.49", "22.49", "22.49", "22.49"]);
    // 21.94 + 4 x 22.49
    expect(cole?.quoted && dollars(cole.premium.totalCents)).toBe("111.90");
  });
});

describeWithRealData("a family in western Massachusetts from 1 April 2017", (data) => {
  const folder = join(data, "puf/ma-2017-shop");
  const gold = "34484MA0250002";
  const inForce = { from: "2017-04-01", through: "2017-06-30" };
  /** The same plan in two rating areas, second quarter of 2017. */
  const prices = [
    { area: "Rating Area 1", age: "0-20", dollars: "217.55" },
    { area: "Rating Area 1", age: "27", dollars: "353.45" },
    { area: "Rating Area 1", age: "42", dollars: "413.44" },
    { area: "Rating Area 2", age: "0-20", dollars: "195.79" },
    { area: "Rating Area 2", age: "27", dollars: "318.10" },
    { area: "Rating Area 2", age: "42", dollars: "372.09" },
  ];
  const family = person("Fay", "1975-03-31", [
    born("spouse", "1989-04-02"),
    ...["2000-01-01", "2005-01-01", "2010-01-01", "2015-01-01"].map((on) => born("child", on)),
  ]);

  beforeAll(async () => {
    await importFolder(folder, join(folder, "zip_county_rating_area.csv"), 2017);
  });

  it("is priced from rates that stand in the filed table", () => {
    const rows = filedRates(join(folder, "rate_puf.csv.gz")).filter((row) => row.plan === gold);
    for (const price of prices) expect(rows).toContainEqual({ plan: gold, ...inForce, ...price });
  });

  it.each([
    // 413.44 + 353.45 + 3 x 217.55
    {
      town: "Agawam, area 1",
      where: { countyFips: "25013", zip: "01001" },
      members: ["413.44", "353.45", "217.55", "217.55", "217.55", "0.00"],
      total: "1419.54",
    },
    // 372.09 + 318.10 + 3 x 195.79
    {
      town: "Fitchburg, area 2",
      where: { countyFips: "25027", zip: "01420" },
      members: ["372.09", "318.10", "195.79", "195.79", "195.79", "0.00"],
      total: "1277.56",
    },
  ])("costs what the table of its own area says: $town", async ({ where, members, total }) => {
    const group = await groupOf([family], "2017-04-01");
    const place = { state: "MA", ...where };
    const { market } = await quotesOf(group, { place, today: "2017-02-01", line: "medical", planIds: [gold] });
    const [fay] = quoteIn(market, gold)?.households ?? [];
    expect(premiumsOf(fay)).toEqual(members);
    expect(totalsOf(quoteIn(market, gold))).toEqual([total]);
  });
});
