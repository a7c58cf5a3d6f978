import { describe, expect, it } from "vitest";
import type { CmsRow } from "./cms-row";
import { readPlanAttributesRow } from "./plan-attributes-row";

const plan = {
  ...{ BusinessYear: "2026", StateCode: "WI", IssuerId: "99101", MarketCoverage: "SHOP (Small Group)" },
  ...{ DentalOnlyPlan: "No", StandardComponentId: "99101WI0100001", PlanId: "99101WI0100001-01" },
  ...{ PlanMarketingName: "Silver", PlanVariantMarketingName: "Silver 5000", MetalLevel: "Silver", PlanType: "HMO" },
  ...{ QHPNonQHPTypeId: "Both", ChildOnlyOffering: "Allows Adult and Child-Only", ServiceAreaId: "WIS001" },
};
function row(cells: Record<string, string>): CmsRow {
  const all: Record<string, string> = { ...plan, ...cells };
  return (column) => all[column] ?? "";
}
const read = (cells: Record<string, string>) => readPlanAttributesRow(row(cells));

describe("which variants can be offered", () => {
  it.each([
    [{}, true],
    [{ QHPNonQHPTypeId: "On the Exchange" }, true],
    [{ QHPNonQHPTypeId: "" }, true],
    [{ QHPNonQHPTypeId: "Off the Exchange" }, false],
    [{ PlanId: "99101WI0100001-00" }, false],
    [{ ChildOnlyOffering: "Allows Child-Only" }, false],
    [{ ChildOnlyOffering: "Allows Adult-Only" }, true],
    [{ MarketCoverage: "Individual" }, false],
  ])("%j: %s", (cells, offerable) => expect(read(cells)).toMatchObject({ kept: true, value: { offerable } }));
});

describe("deductibles", () => {
  const amount = (main: unknown, drug: unknown) => ({ value: { deductible: { main: { individual: main }, drug } } });

  it.each([
    [
      "integrated",
      { MedicalDrugDeductiblesIntegrated: "Yes", TEHBDedInnTier1Individual: "$2,500 " },
      amount(250_000, "included"),
    ],
    [
      "apart",
      {
        ...{ MedicalDrugDeductiblesIntegrated: "No", MEHBDedInnTier1Individual: "$1,000" },
        DEHBDedInnTier1Individual: "Not Applicable",
      },
      amount(100_000, { individual: "not-applicable" }),
    ],
    ["filed without a marker, together", { TEHBDedInnTier1Individual: "$0" }, amount(0, "included")],
    ["filed without a marker, medical", { MEHBDedInnTier1Individual: "$350" }, amount(35_000, "included")],
    ["not filed", {}, amount("unknown", "included")],
  ])("are read where medical and drugs are %s", (_, cells, expected) => expect(read(cells)).toMatchObject(expected));

  it("become unknown, with a warning, when the cell is no amount", () =>
    expect(read({ TEHBDedInnTier1Individual: "see brochure", MedicalDrugDeductiblesIntegrated: "Yes" })).toMatchObject({
      value: { deductible: { main: { individual: "unknown" } } },
      warnings: [{ field: "TEHBDedInnTier1Individual", code: "catalog-money-unreadable" }],
    }));
});

describe("facts of a plan", () => {
  it("keeps unknown apart from no", () => {
    expect(read({ IsHSAEligible: "" })).toMatchObject({ value: { hsaEligible: null } });
    expect(read({ IsHSAEligible: "No" })).toMatchObject({ value: { hsaEligible: false } });
  });

  it("takes the calculator's value before the issuer's percent, unrounded", () => {
    const both = { AVCalculatorOutputNumber: "0.918998637719829", IssuerActuarialValue: "71.77%" };
    expect(read(both)).toMatchObject({ value: { actuarialValue: "0.918998637719829" } });
    expect(read({ IssuerActuarialValue: "71.77%" })).toMatchObject({ value: { actuarialValue: "0.7177" } });
    expect(read({})).toMatchObject({ value: { actuarialValue: null } });
  });

  it("shows the variant's name, else the plan's", () => {
    expect(read({})).toMatchObject({ value: { name: "Silver 5000" } });
    expect(read({ PlanVariantMarketingName: "" })).toMatchObject({ value: { name: "Silver" } });
  });

  it("files a plan under its business year and points out an effective date of another", () =>
    expect(read({ PlanEffectiveDate: "1/1/2025" })).toMatchObject({
      value: { businessYear: 2026 },
      warnings: [{ code: "catalog-effective-year-differs" }],
    }));

  it.each([
    [{ MetalLevel: "Tin" }, "MetalLevel", "catalog-metal-level-unknown"],
    [{ PlanType: "" }, "PlanType", "catalog-plan-type-unknown"],
    [{ MarketCoverage: "" }, "MarketCoverage", "catalog-market-unknown"],
    [{ PlanId: "99101WI0100001" }, "PlanId", "catalog-variant-id-malformed"],
    [{ IssuerId: "9910" }, "IssuerId", "catalog-issuer-id-malformed"],
  ])("refuses %j", (cells, field, code) =>
    expect(read(cells)).toMatchObject({ kept: false, refusals: [{ field, code }] }),
  );
});
