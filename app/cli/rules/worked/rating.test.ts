import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { askRule, refusalsOf } from "~/platform/testing/shop-command";

// Section 2 of the federal rules for prices: the worked group, the caps and the traps, asked on the command line.

const startOn = "2027-01-01";
const period = { planId: "12345WI0010001", effectiveOn: "2027-01-01", expiresOn: "2027-03-31" };
const curveAnswer = z.object({ thousandths: z.array(z.number()) });
const priceAnswer = z.object({
  totalCents: z.number(),
  members: z.array(z.object({ memberId: z.string(), premiumCents: z.number(), treatment: z.string() })),
});
const groupAnswer = z.object({
  households: z.array(z.object({ householdId: z.string(), totalCents: z.number(), members: z.array(z.unknown()) })),
});

/** A plan's prices by age: a base times the federal curve, rounded half up, as an issuer files them. */
async function curveSheet(baseCents: number, tobaccoPercent?: number) {
  const { thousandths } = curveAnswer.parse(await askRule("age-curve", { state: "WI", startOn, ageYears: 40 }));
  const price = (age: number, percent: number) =>
    Math.floor((baseCents * (thousandths[age] ?? 0) * percent + 50_000) / 100_000);
  const ages = [
    { fromAge: 0, toAge: 14 },
    ...Array.from({ length: 50 }, (_, at) => ({ fromAge: 15 + at, toAge: 15 + at })),
  ];
  const bands = ages.map(({ fromAge, toAge }) => ({
    ...{ fromAge, toAge: toAge === 64 ? null : toAge, rateCents: price(toAge, 100) },
    ...(tobaccoPercent ? { tobaccoCents: price(toAge, tobaccoPercent) } : {}),
  }));
  return { kind: "per-age", ...period, bands };
}

type Person = readonly [age: number, relationship: string, usesTobacco?: boolean];
const people = (...all: readonly Person[]) =>
  all.map(([age, relationship, usesTobacco = false], at) => ({
    ...{ memberId: `m${at}`, relationship, usesTobacco, bornOn: `${2026 - age}-06-15` },
  }));

let sheets: readonly [Awaited<ReturnType<typeof curveSheet>>];
beforeAll(async () => {
  sheets = [await curveSheet(30_000)];
});

const household = (members: unknown, more: object = {}) => ({ state: "WI", startOn, sheets, members, ...more });
const priceOf = async (members: unknown, more: object = {}) =>
  priceAnswer.parse(await askRule("household-premium", household(members, more)));
const codesOf = async (name: string, document: unknown) => (await refusalsOf(name, document)).map(({ code }) => code);

const workedGroup = [
  { householdId: "e1", members: people([30, "self"]) },
  { householdId: "e2", members: people([45, "self"], [44, "spouse"], [15, "child"], [12, "child"]) },
  { householdId: "e3", members: people([60, "self"]) },
  { householdId: "e4", members: people([24, "self"], [2, "child"]) },
];
const group = () => ({ state: "WI", startOn, sheets, households: workedGroup });

describe("the worked group at a base of $300", () => {
  it.each([
    ["e1", [34_050]],
    ["e2", [43_320, 41_910, 24_990, 22_950]],
    ["e3", [81_420]],
    ["e4", [30_000, 22_950]],
  ])("charges %s by age", async (id, expected) => {
    const own = workedGroup.find(({ householdId }) => householdId === id);
    const { members, totalCents } = await priceOf(own?.members);
    expect(members.map(({ premiumCents }) => premiumCents)).toEqual(expected);
    expect(totalCents).toBe(expected.reduce((sum, each) => sum + each, 0));
  });

  it("has a bill by age of $3,015.90 and averages of $461.40 and $236.30", async () => {
    const answer = await askRule("composite-averages", group());
    expect(answer).toMatchObject({
      listBillCents: 301_590,
      totalCents: 301_590,
      adjustmentCents: 0,
      adults: { listBillCents: 230_700, chargedHeads: 5, averageCents: 46_140 },
      children: { listBillCents: 70_890, chargedHeads: 3, averageCents: 23_630 },
    });
    const totals = groupAnswer.parse(answer).households.map(({ householdId, totalCents }) => [householdId, totalCents]);
    expect(totals).toEqual([
      ["e1", 46_140],
      ["e2", 139_540],
      ["e3", 46_140],
      ["e4", 69_770],
    ]);
  });

  it("puts the cents that rounding moves on one line, so that the totals agree", async () => {
    const three = [30, 31, 33].map((age) => ({ householdId: `a${age}`, members: people([age, "self"]) }));
    // 340.50 + 347.70 + 359.40 = 1,047.60 over 3 is 349.20 exactly; with one of 32 it is not.
    const four = [...three, { householdId: "a32", members: people([32, "self"]) }];
    const answer = await askRule("composite-averages", { ...group(), households: four });
    expect(answer).toMatchObject({ listBillCents: 140_250, totalCents: 140_250, adjustmentCents: -2 });
    expect(answer).toMatchObject({ adults: { averageCents: 35_063 } });
  });

  it("is priced by tiers where the issuer files factors, with the same total", async () => {
    const factors = {
      "employee-only": 10_000,
      "employee-and-spouse": 20_000,
      "employee-and-children": 18_500,
      family: 28_500,
    };
    const answer = await askRule("composite-tiers", { ...group(), factors });
    // 3,015.90 over 1 + 2.85 + 1 + 1.85 = 6.7 is 450.1343...
    expect(answer).toMatchObject({
      baseCents: 45_013,
      tierCents: { "employee-only": 45_013, "employee-and-children": 83_274, family: 128_287 },
      totalCents: 301_590,
      adjustmentCents: 301_590 - (45_013 + 128_287 + 45_013 + 83_274),
    });
  });
});

describe("children under 21", () => {
  const four = people([45, "self"], [42, "spouse"], [19, "child"], [16, "child"], [12, "child"], [8, "child"]);

  it("are charged for the three oldest: $1,600.20 with four", async () => {
    const { totalCents, members } = await priceOf(four);
    expect(members.map(({ premiumCents }) => premiumCents)).toEqual([43_320, 39_750, 28_230, 25_770, 22_950, 0]);
    expect(totalCents).toBe(160_020);
    expect(members.at(-1)).toMatchObject({ treatment: "fourth-or-later-child" });
  });

  it("are sorted by age before they are counted, whatever the order of the list", async () => {
    const { totalCents, members } = await priceOf([...four].reverse());
    expect(totalCents).toBe(160_020);
    expect(members[0]).toMatchObject({ memberId: "m5", premiumCents: 0 });
  });

  it("of 21 and older are charged each", async () => {
    const grown = people([50, "self"], [25, "child"], [24, "child"], [23, "child"], [22, "child"], [20, "child"]);
    const { members } = await priceOf(grown);
    expect(members.map(({ premiumCents }) => premiumCents)).toEqual([53_580, 30_120, 30_000, 30_000, 30_000, 29_100]);
  });

  it("leave a spouse under 21 a price of their own and use no place of it", async () => {
    const young = people([22, "self"], [20, "spouse"], [3, "child"], [2, "child"], [1, "child"]);
    const { members } = await priceOf(young);
    expect(members.map(({ premiumCents }) => premiumCents)).toEqual([30_000, 29_100, 22_950, 22_950, 22_950]);
  });

  it("of a stand-alone dental plan are charged as the exchange says", async () => {
    const dental = { line: "dental", sheets: [{ ...sheets[0], planId: "12345DC0010001" }] };
    expect((await priceOf(four, { ...dental, state: "DC" })).totalCents).toBe(160_020 + 22_950);
    expect((await priceOf(four, { ...dental, state: "WI" })).totalCents).toBe(160_020);
    expect((await priceOf(four, { ...dental, state: "DC", issuerCapsDentalChildren: true })).totalCents).toBe(160_020);
  });

  it("are charged for fewer where the issuer filed fewer", async () => {
    expect((await priceOf(four, { childCap: 1 })).totalCents).toBe(43_320 + 39_750 + 28_230);
  });
});

describe("age and time", () => {
  it("rates everybody at the age on the first day of the plan year", async () => {
    const born = (bornOn: string) => [{ memberId: "m", relationship: "self", bornOn }];
    expect((await priceOf(born("1997-01-01"))).totalCents).toBe(34_050);
    expect((await priceOf(born("1997-01-02"))).totalCents).toBe(33_570);
    const joined = [{ ...born("1997-01-02")[0], ratedOn: "2027-02-01" }];
    expect((await priceOf(joined)).totalCents).toBe(34_050);
  });

  it("charges everybody of 64 and older the same", async () => {
    for (const age of [64, 65, 80, 109]) {
      expect((await priceOf(people([age, "self"]))).totalCents).toBe(90_000);
    }
  });

  it("takes the prices of the quarter that holds the first day, never the nearest", async () => {
    const next = { ...(await curveSheet(33_000)), effectiveOn: "2027-04-01", expiresOn: "2027-06-30" };
    const both = { sheets: [...sheets, next] };
    const one = people([40, "self"]);
    expect((await priceOf(one, both)).totalCents).toBe(38_340);
    expect(await askRule("household-premium", household(one, { ...both, startOn: "2027-04-01" }))).toMatchObject({
      totalCents: 42_174,
      ratePeriod: { effectiveOn: "2027-04-01", expiresOn: "2027-06-30" },
    });
    expect(await codesOf("household-premium", household(one, { ...both, startOn: "2027-07-01" }))).toEqual([
      "no-rate-period",
    ]);
  });

  it("never prices an age that was not filed at zero", async () => {
    const [sheet] = sheets;
    const adultsOnly = { sheets: [{ ...sheet, bands: sheet.bands.filter(({ fromAge }) => fromAge >= 21) }] };
    const refused = await refusalsOf("household-premium", household(people([40, "self"], [9, "child"]), adultsOnly));
    expect(refused).toMatchObject([{ code: "plan-not-quotable", params: { memberId: "m1", ageYears: 9 } }]);
  });
});

describe("tobacco", () => {
  it("is charged to the user, from 21, and stays outside the averages", async () => {
    const rated = [await curveSheet(30_000, 150)];
    const members = people([30, "self", true], [29, "spouse"], [18, "child", true]);
    const { members: priced } = await priceOf(members, { sheets: rated });
    expect(priced.map(({ premiumCents }) => premiumCents)).toEqual([51_075, 33_570, 27_390]);
    const households = [{ householdId: "e1", members }];
    const bill = await askRule("composite-averages", { ...group(), sheets: rated, households });
    expect(bill).toMatchObject({ tobaccoCents: 17_025, adults: { averageCents: 33_810 }, listBillCents: 112_035 });
  });

  it.each(["CA", "DC", "MA", "NY", "RI", "VT"])("is not rated in %s", async (state) => {
    const rated = [await curveSheet(30_000, 150)];
    expect((await priceOf(people([30, "self", true]), { sheets: rated, state })).totalCents).toBe(34_050);
  });

  it.each([
    ["2026-05-20", null, false],
    ["2026-05-21", null, true],
    ["2026-08-20", 3, false],
    ["2026-08-21", 3, true],
    ["2026-05-20", 12, false],
    [null, null, false],
  ])("last used on %s, with %s months filed: %s", async (lastUsedOn, minimumTobaccoFreeMonths, countsAsUser) => {
    const asked = { lastUsedOn, askedOn: "2026-11-20", minimumTobaccoFreeMonths };
    expect(await askRule("tobacco-user", asked)).toEqual({ countsAsUser });
  });
});

describe("age curves", () => {
  it.each([
    ["WI", 14, 765],
    ["WI", 15, 833],
    ["WI", 18, 913],
    ["WI", 20, 970],
    ["WI", 21, 1_000],
    ["WI", 24, 1_000],
    ["WI", 25, 1_004],
    ["WI", 40, 1_278],
    ["WI", 63, 2_952],
    ["WI", 64, 3_000],
    ["WI", 90, 3_000],
    ["AL", 18, 913],
    ["DC", 20, 654],
    ["DC", 27, 727],
    ["DC", 40, 975],
    ["DC", 61, 2_181],
    ["MA", 20, 751],
    ["MA", 26, 1_183],
    ["MA", 40, 1_393],
    ["MA", 60, 2_365],
    ["MN", 20, 890],
    ["MN", 40, 1_278],
    ["MS", 20, 635],
    ["OR", 20, 635],
    ["UT", 20, 793],
    ["UT", 22, 1_050],
    ["UT", 36, 1_390],
    ["UT", 40, 1_479],
    ["UT", 59, 3_000],
  ])("in %s at %i is %i thousandths", async (state, ageYears, factorThousandths) => {
    expect(await askRule("age-curve", { state, startOn, ageYears })).toMatchObject({ factorThousandths });
  });

  it.each([
    ["NY", "state-rates-not-by-age"],
    ["VT", "state-rates-not-by-age"],
    ["NJ", "state-rates-not-loaded"],
  ])("of %s is none", async (state, code) => {
    expect(await codesOf("age-curve", { state, startOn, ageYears: 40 })).toEqual([code]);
  });
});

describe("states without age rating", () => {
  const key = {
    planId: "12345NY0010001",
    effectiveOn: "2027-01-01",
    expiresOn: "2027-12-31",
    individualCents: 100_000,
  };
  it.each([
    ["NY", 200_000, 170_000, 285_000],
    ["VT", 200_000, 193_000, 281_000],
  ])("%s makes every household's price of one person's", async (state, couple, parent, family) => {
    const answer = await askRule("community-tiers", { ...key, state });
    expect(answer["tiers"]).toEqual({
      ...{ individual: 100_000, couple },
      ...{ primaryAndOne: parent, primaryAndTwo: parent, primaryAndThreeOrMore: parent },
      ...{ coupleAndOne: family, coupleAndTwo: family, coupleAndThreeOrMore: family },
    });
  });

  it("charges the household one amount, which the employee carries", async () => {
    const { tiers } = await askRule("community-tiers", { ...key, state: "NY" });
    const { individualCents: _, ...sheetKey } = key;
    const tiered = [{ kind: "family-tier", ...sheetKey, tiers }];
    const members = people([40, "self"], [39, "spouse"], [5, "child"]);
    for (const rule of ["household-premium", "family-tier-premium"]) {
      const asked = { ...(rule === "household-premium" ? { state: "NY" } : {}), startOn, sheets: tiered, members };
      expect(await askRule(rule, asked)).toMatchObject({ method: "family-tier", totalCents: 285_000 });
    }
    expect(await codesOf("family-tier-premium", { startOn, sheets, members })).toEqual(["json-sheet-by-age"]);
  });

  it("refuses a medical price by age there, and any price in New Jersey", async () => {
    const asked = { kind: "per-age", startOn };
    expect(await codesOf("state-pricing", { ...asked, planId: "12345NY0010001" })).toEqual(["state-rates-not-by-age"]);
    expect(await codesOf("state-pricing", { ...asked, planId: "12345NJ0010001" })).toEqual(["state-rates-not-loaded"]);
    const dental = { ...asked, planId: "12345NY0010001", line: "dental" };
    expect(await askRule("state-pricing", dental)).toEqual({ allowed: true });
  });
});

describe("what issuers file", () => {
  it("covers a child until 26 in medical plans, whatever is filed", async () => {
    const asked = { relationship: "child", dependentMaximumAge: 19 };
    expect(await askRule("issuer-dependent-age", { ...asked, ageYears: 25 })).toEqual({ allowed: true });
    expect(await codesOf("issuer-dependent-age", { ...asked, ageYears: 26 })).toEqual(["dependent-over-issuer-age"]);
    const dental = { ...asked, line: "dental", ageYears: 20 };
    expect(await codesOf("issuer-dependent-age", dental)).toEqual(["dependent-over-issuer-age"]);
  });

  it("has averages on the federal exchange for a single plan only, and none in the District", async () => {
    const asked = { state: "WI", startOn, choiceModel: "single-plan", compositeRatingOffered: true };
    expect(await askRule("composite-offer", asked)).toEqual({ allowed: true });
    expect(await codesOf("composite-offer", { ...asked, choiceModel: "metal-level" })).toEqual([
      "composite-not-with-choice-model",
    ]);
    expect(await codesOf("composite-offer", { ...asked, compositeRatingOffered: null })).toEqual([
      "composite-not-offered-by-plan",
    ]);
    expect(await codesOf("composite-offer", { ...asked, state: "DC" })).toEqual(["composite-not-on-this-exchange"]);
  });
});
