import { describe, expect, it } from "vitest";
import { askRule, refusalsOf } from "~/platform/testing/shop-command";

// Section 7 of the federal rules: the published examples of the tax credit, its years, and figures published wrong.

const dollars = (amount: number) => Math.round(amount * 100);
const codesOf = async (name: string, document: unknown) => (await refusalsOf(name, document)).map(({ code }) => code);

type Claim = { year: number; fte: number; wages: number; premiums: number; average?: number; exempt?: boolean };

const claimOf = ({ year, fte, wages, premiums, average, exempt = false }: Claim) => ({
  taxYearStartOn: `${year}-01-01`,
  coverage: { boughtThroughShop: true, planYearStartOn: `${year}-01-01`, state: "WI" },
  isTaxExempt: exempt,
  fte,
  wagesCents: dollars(wages * fte),
  premiums: [
    {
      employerPaidCents: dollars(premiums),
      totalPremiumCents: dollars(premiums),
      averagePremiumCents: average === undefined ? null : dollars(average),
    },
  ],
  ...(exempt ? { payrollTaxesCents: dollars(1_000_000) } : {}),
});

describe("the published examples", () => {
  it.each([
    ["1: 20 people, $25,000, $240,000, 2014", { year: 2014, fte: 20, wages: 25_000, premiums: 240_000 }, 40_000],
    [
      "2: tax-exempt, 9, $22,000, $72,000",
      { year: 2014, fte: 9, wages: 22_000, premiums: 72_000, exempt: true },
      25_200,
    ],
    [
      "5: 13 people, $27,000, $127,534, 2025",
      { year: 2025, fte: 13, wages: 27_000, premiums: 127_534, average: 200_705 },
      51_013.6,
    ],
    ["6: 12 people, $38,000, $84,000, 2026", { year: 2026, fte: 12, wages: 38_000, premiums: 84_000 }, 31_596.48],
    ["7: 15 people, $20,000, $48,750, 2019", { year: 2019, fte: 15, wages: 20_000, premiums: 48_750 }, 16_250],
  ])("%s", async (_, claim, credit) => {
    const worksheet = await askRule("tax-credit-worksheet", claimOf(claim));
    expect(worksheet).toMatchObject({ creditCents: dollars(credit), averageWagesCents: dollars(claim.wages) });
  });

  it.each([
    ["2 at the 25 % of 2010", 9, 22_000, 72_000, 2_500, 18_000],
    ["3 at a base of $25,000", 12, 35_000, 90_000, 5_000, 21_000],
    ["3 at the 35 % of 2010", 12, 35_000, 90_000, 3_500, 14_700],
    ["4 at the 35 % of 2010", 12, 30_000, 96_000, 3_500, 22_400],
    ["4, tax-exempt, at the 25 % of 2010", 12, 30_000, 96_000, 2_500, 16_000],
  ])("%s", async (_, fte, wages, premiums, shareBasisPoints, credit) => {
    const asked = {
      ...{ fte, shareBasisPoints, creditableCents: dollars(premiums) },
      ...{ averageWagesCents: dollars(wages), baseWagesCents: dollars(25_000) },
    };
    expect(await askRule("credit-phase-out", asked)).toMatchObject({ afterWageCutCents: dollars(credit) });
  });

  it("5 has $12,753.40 of cut, which a test key prints as the credit", async () => {
    const claim = claimOf({ year: 2025, fte: 13, wages: 27_000, premiums: 127_534, average: 200_705 });
    expect(await askRule("tax-credit-worksheet", claim)).toMatchObject({
      ...{ fullCreditCents: dollars(63_767), fteCutCents: dollars(12_753.4), wageCutCents: 0 },
      ...{ paidCents: dollars(127_534), atAverageCents: dollars(200_705), creditableCents: dollars(127_534) },
    });
  });

  it("6 has both cuts taken from the full credit", async () => {
    const claim = claimOf({ year: 2026, fte: 12, wages: 38_000, premiums: 84_000 });
    expect(await askRule("tax-credit-worksheet", claim)).toMatchObject({
      ...{ fullCreditCents: dollars(42_000), fteCutCents: dollars(5_600), wageCutCents: dollars(4_803.52) },
    });
  });

  it("half of $70,000 is $35,000, whatever has been printed", async () => {
    const claim = claimOf({ year: 2014, fte: 10, wages: 20_000, premiums: 70_000 });
    expect(await askRule("tax-credit-worksheet", claim)).toMatchObject({ creditCents: dollars(35_000) });
  });

  it("takes the base before it is rounded for the printed form", async () => {
    // 2016 prints $26,000 and $53,000; the base is $25,900, so $26,000 is above it.
    const claim = claimOf({ year: 2016, fte: 10, wages: 26_000, premiums: 70_000 });
    expect(await askRule("tax-credit-worksheet", claim)).toMatchObject({ wageCutCents: 13_514 });
  });
});

describe("the years", () => {
  it.each([
    [2014, 25_400],
    [2015, 25_800],
    [2016, 25_900],
    [2017, 26_200],
    [2018, 26_600],
    [2019, 27_100],
    [2020, 27_600],
    [2021, 27_800],
    [2022, 28_700],
    [2023, 30_700],
    [2024, 32_400],
    [2025, 33_300],
    [2026, 34_100],
  ])("%i has a base of $%i, nothing at twice as much, 50 % and 35 %", async (year, base) => {
    expect(await askRule("credit-year", { taxYearStartOn: `${year}-01-01` })).toMatchObject({
      ...{ taxYear: year, figuresYear: year, isEstimate: false, baseWagesCents: dollars(base) },
      ...{ taxableBasisPoints: 5_000, taxExemptBasisPoints: 3_500 },
    });
    const twice = { year, fte: 1, wages: Math.ceil((2 * base) / 1_000) * 1_000, premiums: 5_000 };
    expect(await askRule("tax-credit-worksheet", claimOf(twice))).toMatchObject({ creditCents: 0 });
    const below = { year, fte: 10, wages: Math.floor(base / 1_000) * 1_000, premiums: 50_000 };
    expect(await askRule("tax-credit-worksheet", claimOf(below))).toMatchObject({ creditCents: dollars(25_000) });
    const exempt = await askRule("tax-credit-worksheet", claimOf({ ...below, exempt: true }));
    expect(exempt).toMatchObject({ creditCents: dollars(17_500) });
  });

  it("before 2014 are not the credit of the marketplace; the two after the latest are an estimate", async () => {
    expect(await codesOf("credit-year", { taxYearStartOn: "2013-01-01" })).toEqual(["tax-credit-year-not-covered"]);
    const next = await askRule("credit-year", { taxYearStartOn: "2028-01-01" });
    expect(next).toMatchObject({ figuresYear: 2026, isEstimate: true });
    expect(await codesOf("credit-year", { taxYearStartOn: "2029-01-01" })).toEqual(["tax-credit-year-not-covered"]);
  });

  it("of one credit are two in a row", async () => {
    expect(await askRule("credit-period", { taxYear: 2026, firstClaimYear: 2025 })).toEqual({ allowed: true });
    expect(await codesOf("credit-period", { taxYear: 2027, firstClaimYear: 2025 })).toEqual(["credit-period-over"]);
  });
});

describe("limits", () => {
  const ten = claimOf({ year: 2026, fte: 10, wages: 25_000, premiums: 70_000 });

  it.each([
    ["25 people leave nothing", claimOf({ year: 2026, fte: 25, wages: 20_000, premiums: 240_000 }), 0],
    ["24 people leave a fifteenth", claimOf({ year: 2026, fte: 24, wages: 20_000, premiums: 240_000 }), 8_000],
    ["state subsidies come off what was paid", { ...ten, stateSubsidiesCents: dollars(50_000) }, 20_000],
    ["payroll taxes limit the tax-exempt", { ...ten, isTaxExempt: true, payrollTaxesCents: dollars(9_000) }, 9_000],
    [
      "premiums above the area's average do not count",
      claimOf({ year: 2026, fte: 10, wages: 25_000, premiums: 70_000, average: 60_000 }),
      30_000,
    ],
  ])("%s", async (_, claim, credit) => {
    expect(await askRule("tax-credit-worksheet", claim)).toMatchObject({ creditCents: dollars(credit) });
  });

  it("premiums are limited by the average with the employer's part kept", async () => {
    const premiums = [{ employerPaidCents: 300_000, totalPremiumCents: 600_000, averagePremiumCents: 500_000 }];
    expect(await askRule("premium-limit", { premiums })).toEqual({
      ...{ paidCents: 300_000, atAverageCents: 250_000, creditableCents: 250_000 },
    });
  });

  it.each([
    [30_999_99, 1, 30_000_00],
    [62_000_00, 2, 31_000_00],
    [61_999_99, 2, 30_000_00],
  ])("average wages of %i cents over %i are %i", async (wagesCents, fte, averageWagesCents) => {
    expect(await askRule("average-wages", { wagesCents, fte })).toEqual({ averageWagesCents });
  });

  it("coverage is a marketplace's, but for a county that has none left, and never Hawaii's", async () => {
    const coverage = { boughtThroughShop: false, planYearStartOn: "2026-01-01", state: "WI", countyHasShopPlan: false };
    const asked = { taxYearStartOn: "2026-01-01", firstClaimYear: 2025, coverage };
    expect(await askRule("shop-coverage", asked)).toEqual({ allowed: true });
    expect(await codesOf("shop-coverage", { ...asked, firstClaimYear: null })).toEqual(["credit-needs-shop-plan"]);
    const hawaii = { ...asked, coverage: { ...coverage, boughtThroughShop: true, state: "HI" } };
    expect(await codesOf("shop-coverage", hawaii)).toEqual(["credit-withheld-in-state"]);
  });
});

describe("the people", () => {
  it.each([
    ["s-corporation", { isOwner: true, ownershipBasisPoints: 200 }, "fully"],
    ["s-corporation", { isOwner: true, ownershipBasisPoints: 201 }, "not"],
    ["c-corporation", { isOwner: true, ownershipBasisPoints: 500 }, "fully"],
    ["c-corporation", { isOwner: true, ownershipBasisPoints: 501 }, "not"],
    ["partnership", { isOwner: true, ownershipBasisPoints: 1 }, "not"],
    ["c-corporation", { familyTie: "in-law" }, "not"],
    ["c-corporation", { seasonalDays: 120 }, "premiums-only"],
    ["c-corporation", { seasonalDays: 121 }, "fully"],
    ["c-corporation", { workerKind: "independent-contractor" }, "not"],
  ])("of a %s with %j count %s", async (entityKind, individual, counts) => {
    expect(await askRule("counted-individual", { entityKind, individual })).toMatchObject({ counts });
  });

  it("make the whole credit: hours, wages and premiums of those who count", async () => {
    const person = (personId: string, individual: object = {}) => ({
      ...{ personId, individual, services: [{ method: "weeks-worked", weeks: 52 }], wagesCents: dollars(38_000) },
      premium: { employerPaidCents: dollars(7_000), totalPremiumCents: dollars(10_000) },
    });
    const twelve = Array.from({ length: 12 }, (_, at) => person(`p${at}`));
    const {
      fte: _fte,
      wagesCents: _wages,
      premiums: _paid,
      ...claim
    } = claimOf({
      ...{ year: 2026, fte: 1, wages: 1, premiums: 1 },
    });
    const others = [person("owner", { isOwner: true }), person("son", { familyTie: "child-or-descendant" })];
    const asked = { ...claim, entityKind: "partnership", people: [...twelve, ...others] };
    // The figures of example 6.
    expect(await askRule("tax-credit", asked)).toMatchObject({ fte: 12, creditCents: dollars(31_596.48) });
    expect(await codesOf("tax-credit", { ...asked, people: others })).toEqual(["credit-without-employees"]);
  });
});
