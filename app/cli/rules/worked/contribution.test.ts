import { describe, expect, it } from "vitest";
import { askRule, refusalsOf } from "~/platform/testing/shop-command";

// Sections 3 and 4 of the federal rules for offers, and the state minimums, asked on the command line.

type Priced = readonly [relationship: string, premiumCents: number, ageYears?: number];

function premium(...people: readonly Priced[]) {
  const members = people.map(([relationship, premiumCents, ageYears = 30], at) => ({
    ...{ memberId: `m${at}`, relationship, premiumCents, ageYears },
  }));
  const totalCents = people.reduce((sum, [, each]) => sum + each, 0);
  return { method: "per-member", totalCents, employeeOnlyCents: people[0]?.[1] ?? 0, members };
}

const buckets = (employee: number, spouse = 0, child = 0) => ({
  ...{ employee, spouse, "domestic-partner": spouse, "child-under-26": child, "disabled-child-26-or-older": child },
});
const sharesOf = (...shares: readonly [number, number?, number?]) => {
  const own = buckets(...shares);
  return { "full-time": own, "part-time": own };
};
const tiers = (alone: number, spouse = alone, children = alone, family = alone) => ({
  ...{ "employee-only": alone, "employee-and-spouse": spouse, "employee-and-children": children, family },
});
const codesOf = async (name: string, document: unknown) => (await refusalsOf(name, document)).map(({ code }) => code);

const half = { method: "reference-plan-percent", shares: sharesOf(5_000) };
const reference = premium(["self", 34_050]);

describe("half of the reference plan's $340.50", () => {
  it.each([
    ["the reference plan itself", 34_050, 17_025, 17_025],
    ["a plan of $283.75", 28_375, 17_025, 11_350],
    ["a plan of $408.60", 40_860, 17_025, 23_835],
    ["a plan cheaper than the half", 17_000, 17_000, 0],
  ])("goes to %s", async (_, premiumCents, employerShareCents, employeeShareCents) => {
    const chosen = premium(["self", premiumCents]);
    const answer = { premiumCents, employerShareCents, employeeShareCents };
    expect(await askRule("household-contribution", { scheme: half, chosen, reference })).toMatchObject(answer);
  });

  it("of a composite reference of $461.40 is $230.70 for everybody, whatever the age", async () => {
    const scheme = { method: "composite-reference-percent", shares: sharesOf(5_000) };
    for (const own of [34_050, 81_420, 30_000]) {
      const asked = { scheme, chosen: premium(["self", own]), reference: premium(["self", 46_140]) };
      expect(await askRule("household-contribution", asked)).toMatchObject({ employerShareCents: 23_070 });
    }
  });

  it("is taken from what the rating rule answers, as it answers it", async () => {
    const bands = [{ fromAge: 0, toAge: null, rateCents: 34_050 }];
    const days = { effectiveOn: "2027-01-01", expiresOn: "2027-03-31" };
    const sheets = [{ kind: "per-age", planId: "12345WI0010001", ...days, bands }];
    const members = [{ memberId: "ana", relationship: "self", bornOn: "1996-06-15" }];
    const chosen = await askRule("household-premium", { state: "WI", startOn: "2027-01-01", sheets, members });
    const answer = await askRule("household-contribution", { scheme: half, chosen, reference: chosen });
    expect(answer).toMatchObject({ employerShareCents: 17_025, employeeShareCents: 17_025 });
  });
});

describe("a household", () => {
  const family = premium(
    ["self", 43_320, 45],
    ["spouse", 41_910, 44],
    ["child", 24_990, 15],
    ["child", 22_950, 12],
    ["child", 0, 9],
  );

  it("has the Massachusetts suggestion of 75, 50 and 25 %, each person rounded once", async () => {
    const scheme = { method: "chosen-plan-percent", shares: sharesOf(7_500, 5_000, 2_500) };
    const answer = await askRule("household-contribution", { scheme, chosen: family });
    expect(answer["members"]).toMatchObject(
      [32_490, 20_955, 6_248, 5_738, 0].map((employerShareCents) => ({ employerShareCents })),
    );
    expect(answer).toMatchObject({ premiumCents: 133_170, employerShareCents: 65_431, employeeShareCents: 67_739 });
  });

  it("has nothing paid for a child who costs nothing, nor for somebody who continues coverage", async () => {
    const scheme = { method: "chosen-plan-percent", shares: sharesOf(10_000, 10_000, 10_000) };
    const asked = { scheme, chosen: family, continuesCoverage: true };
    expect(await askRule("household-contribution", asked)).toMatchObject({ employerShareCents: 0 });
    const whole = await askRule("household-contribution", { scheme, chosen: family });
    expect(whole).toMatchObject({ employerShareCents: 133_170, employeeShareCents: 0 });
  });

  it("has a percentage cut at a limit of dollars", async () => {
    const limits = { "full-time": tiers(20_000, 40_000, 40_000, 50_000), "part-time": tiers(10_000) };
    const scheme = { method: "capped-percent", shares: sharesOf(7_500, 5_000, 2_500), limits };
    const asked = { scheme, chosen: family };
    expect(await askRule("household-contribution", asked)).toMatchObject({ employerShareCents: 50_000 });
    const partTime = { ...asked, employment: "part-time" };
    expect(await askRule("household-contribution", partTime)).toMatchObject({ employerShareCents: 10_000 });
  });

  it("has fixed dollars by its make-up, never more than the premium", async () => {
    const amounts = { "full-time": tiers(30_000, 50_000, 45_000, 60_000), "part-time": tiers(0) };
    const scheme = { method: "fixed-dollars", amounts };
    const paid = async (chosen: object) =>
      (await askRule("household-contribution", { scheme, chosen }))["employerShareCents"];
    expect(await paid(family)).toBe(60_000);
    expect(await paid(premium(["self", 34_050]))).toBe(30_000);
    expect(await paid(premium(["self", 28_375]))).toBe(28_375);
    expect(await paid(premium(["self", 30_000], ["child", 22_950, 2]))).toBe(45_000);
  });
});

describe("minimums of the exchanges", () => {
  const asked = { startOn: "2027-02-01", employeeBasisPoints: 5_000, dependentsBasisPoints: 0 };
  it.each([
    ["WI", { employeeBasisPoints: 0 }, []],
    ["DC", { employeeBasisPoints: 5_000 }, []],
    ["DC", { employeeBasisPoints: 4_999 }, ["contribution-below-minimum"]],
    ["DC", { employeeBasisPoints: 0, startOn: "2027-01-01" }, []],
    ["DC", { employeeBasisPoints: 0, startOn: "2022-06-01" }, []],
    ["DC", { employeeBasisPoints: 0, inAnnualWindow: true }, []],
    ["MA", { dependentsBasisPoints: 3_300 }, []],
    ["MA", { dependentsBasisPoints: 3_299 }, ["contribution-below-minimum"]],
    ["MA", { dependentsBasisPoints: 0, offersDependents: false }, []],
    ["CA", { employeeBasisPoints: 4_999 }, ["contribution-below-minimum"]],
    ["NY", { employeeBasisPoints: 0 }, []],
  ])("in %s with %j", async (state, change, codes) => {
    const document = { state, ...asked, ...change };
    if (codes.length > 0) expect(await codesOf("minimum-contribution", document)).toEqual(codes);
    else expect(await askRule("minimum-contribution", document)).toMatchObject({ allowed: true });
  });

  it("are held against each household where dollars are promised", async () => {
    const households = [17_025, 17_024].map((employerShareCents) => ({ premium: reference, employerShareCents }));
    const [enough] = households;
    const terms = { state: "DC", startOn: "2027-02-01" };
    expect(await askRule("amount-minimum", { ...terms, households: [enough] })).toMatchObject({ allowed: true });
    expect(await refusalsOf("amount-minimum", { ...terms, households })).toMatchObject([
      { code: "contribution-amount-below-minimum", params: { covered: "employee", count: 1, mostMissingCents: 1 } },
    ]);
  });
});

describe("the uniform percentage of the tax credit", () => {
  const people = [34_050, 81_420].map((employeeOnlyCents) => ({
    ...{ employeeOnlyCents, employerShareCents: Math.floor((employeeOnlyCents + 1) / 2) },
  }));

  it.each([
    [sharesOf(5_000), { route: "same-percentage", shareBasisPoints: 5_000 }],
    [sharesOf(7_000), { route: "same-percentage", shareBasisPoints: 7_000 }],
  ])("is met by half and more", async (shares, answer) => {
    expect(
      await askRule("uniform-percentage", { scheme: { method: "reference-plan-percent", shares }, people }),
    ).toEqual(answer);
  });

  it("is not met by less, nor by different percentages", async () => {
    const scheme = (shares: unknown) => ({ method: "chosen-plan-percent", shares });
    const low = { scheme: scheme(sharesOf(4_999)), people };
    expect(await codesOf("uniform-percentage", low)).toEqual(["uniform-percentage-below-half"]);
    const shares = { "full-time": buckets(6_000), "part-time": buckets(5_000) };
    const [first, second] = people;
    const mixed = { scheme: scheme(shares), people: [first, { ...second, employment: "part-time" }] };
    expect(await codesOf("uniform-percentage", mixed)).toEqual(["uniform-percentage-differs"]);
    expect(await codesOf("uniform-percentage", { ...mixed, people: [] })).toEqual([
      "uniform-percentage-nobody-enrolled",
    ]);
  });

  it("is met by equal dollars of half the average", async () => {
    const scheme = { method: "fixed-dollars", amounts: { "full-time": tiers(30_000), "part-time": tiers(30_000) } };
    const with_ = (cents: number) => people.map((person) => ({ ...person, employerShareCents: cents }));
    // (340.50 + 814.20) / 2 = 577.35; half of it is 288.675.
    expect(await askRule("uniform-percentage", { scheme, people: with_(28_868) })).toEqual({
      ...{ route: "same-dollars", dollarsCents: 28_868, averageCents: 57_735 },
    });
    expect(await codesOf("uniform-percentage", { scheme, people: with_(28_867) })).toEqual([
      "uniform-dollars-below-half",
    ]);
  });
});

describe("what employees may choose from", () => {
  const plan = (planId: string, metalLevel: string) => ({ planId, issuerId: planId.slice(0, 5), metalLevel });
  const plans = [
    plan("11111WI0010001", "silver"),
    plan("22222WI0010001", "silver"),
    plan("11111WI0010002", "expanded-bronze"),
    { ...plan("11111WI0010003", "silver"), childOnly: "child-only" },
    { ...plan("11111WI0010004", "silver"), offerable: false },
  ];
  const asked = { state: "WI", startOn: "2027-02-01", referencePlanId: "11111WI0010001", plans };

  it.each([
    [{ model: "single-plan", planId: "11111WI0010001" }, ["11111WI0010001"]],
    [{ model: "metal-level", metalLevel: "silver" }, ["11111WI0010001", "22222WI0010001"]],
    [{ model: "single-issuer", issuerId: "11111" }, ["11111WI0010001", "11111WI0010002"]],
  ])("by %j", async (choice, planIds) => {
    expect(await askRule("offer-plan-set", { ...asked, choice })).toEqual({ planIds });
  });

  it("holds the reference plan, in a way that the exchange has", async () => {
    const bronze = { ...asked, choice: { model: "metal-level", metalLevel: "bronze" } };
    expect(await codesOf("offer-plan-set", bronze)).toEqual(["reference-plan-not-in-offer"]);
    const early = { ...asked, startOn: "2016-06-01", choice: { model: "single-issuer", issuerId: "11111" } };
    expect(await codesOf("offer-plan-set", early)).toEqual(["choice-model-not-available"]);
  });
});
