import { describe, expect, it } from "vitest";
import { readBenefitRow } from "./benefit-row";
import { businessRuleFor, readBusinessRuleRow } from "./business-rule-row";
import type { CmsRow } from "./cms-row";
import { columnsOf, fileKindOf, requiredColumns, catalogFileKinds } from "./file-kind";
import { readNetworkRow } from "./network-row";
import { readRateRow } from "./rate-row";
import { readServiceAreaRow } from "./service-area-row";

const start = { BusinessYear: "2026", StateCode: "WI", IssuerId: "99101", SourceName: "HIOS" };
function row(cells: Record<string, string>): CmsRow {
  const all: Record<string, string> = { ...start, ...cells };
  return (column) => all[column] ?? "";
}

describe("kinds of filing", () => {
  it.each(catalogFileKinds)("knows a %s file by its columns, also when one of them is missing", (kind) => {
    const header = [...requiredColumns[kind]];
    expect(fileKindOf(header)).toBe(kind);
    expect(fileKindOf(header.slice(1))).toBe(kind);
    expect(columnsOf(kind, header.slice(1), "a.csv")).toEqual({
      ok: false,
      problems: [
        {
          code: "catalog-column-missing",
          field: header[0],
          params: { file: "a.csv", column: header[0], kind },
        },
      ],
    });
  });

  it("finds a column by another year's spelling, in any case and place", () => {
    const header = ["METALLEVEL", "Dental Only", ...requiredColumns["plan-attributes"].slice(0, 4).reverse()];
    const columns = columnsOf(
      "network",
      [...requiredColumns.network, "DentalOnly", "DependentMaximumAgeRule"],
      "n.csv",
    );
    expect(columns.ok && columns.value("DentalOnlyPlan")).toBe(6);
    expect(columns.ok && columns.value("dependentmaximumagrule")).toBe(7);
    expect(columns.ok && columns.value("FederalTIN")).toBeUndefined();
    expect(fileKindOf(header)).toBeUndefined();
  });
});

describe("rates", () => {
  const rate = {
    ...{ PlanId: "99101WI0100001", RatingAreaId: "Rating Area 3", Age: "30", Tobacco: "No Preference" },
    ...{ RateEffectiveDate: "2026-01-01", RateExpirationDate: "3/31/2026", IndividualRate: "1,001.67" },
  };

  it("reads thousands separators whole", () =>
    expect(readRateRow(row(rate))).toMatchObject({
      kept: true,
      value: { kind: "ages", fromAge: 30, toAge: 30, rateCents: 100_167, tobaccoCents: null, ratingArea: 3 },
      warnings: [],
    }));

  it("reads the tobacco user's own price only where tobacco is rated", () => {
    const tobacco = { ...rate, IndividualTobaccoRate: "1,200.00" };
    expect(readRateRow(row(tobacco))).toMatchObject({ value: { tobaccoCents: null } });
    expect(readRateRow(row({ ...tobacco, Tobacco: "Tobacco User/Non-Tobacco User" }))).toMatchObject({
      value: { tobaccoCents: 120_000 },
    });
  });

  it("reads a household's tiers and leaves an unfiled tier open", () =>
    expect(
      readRateRow(row({ ...rate, Tobacco: "", Age: "Family Option", IndividualRate: "27.41", Couple: "54.82" })),
    ).toMatchObject({
      value: { kind: "family-option", tierCents: { individual: 2_741, couple: 5_482, coupleAndOne: null } },
    }));

  it.each([
    [{ IndividualRate: "999.99" }, "IndividualRate", "catalog-rate-placeholder"],
    [{ IndividualRate: "0" }, "IndividualRate", "catalog-rate-placeholder"],
    [{ IndividualRate: "" }, "IndividualRate", "catalog-cell-empty"],
    [{ IndividualRate: "n/a" }, "IndividualRate", "catalog-rate-unreadable"],
    [{ PlanId: "99101WI010000" }, "PlanId", "catalog-plan-id-malformed"],
    [{ RatingAreaId: "Somewhere" }, "RatingAreaId", "catalog-rating-area-unreadable"],
    [{ RateEffectiveDate: "31/12/2026" }, "RateEffectiveDate", "catalog-date-unreadable"],
    [{ RateExpirationDate: "2025-12-31" }, "RateExpirationDate", "catalog-rate-period-backwards"],
    [{ Age: "adult" }, "Age", "catalog-age-unreadable"],
    [{ Tobacco: "Sometimes" }, "Tobacco", "catalog-tobacco-unreadable"],
    [{ BusinessYear: "26" }, "BusinessYear", "catalog-business-year-unreadable"],
  ])("refuses %j and names the cell", (cells, field, code) => {
    const reading = readRateRow(row({ ...rate, ...cells }));
    const value = row({ ...rate, ...cells })(field);
    expect(reading).toEqual({ kept: false, refusals: [{ code, field, params: { value } }] });
  });

  it("keeps a rate of another calendar year under its business year, with a warning", () =>
    expect(readRateRow(row({ ...rate, RateEffectiveDate: "1/1/2025" }))).toMatchObject({
      kept: true,
      value: { businessYear: 2026 },
      warnings: [{ code: "catalog-effective-year-differs" }],
    }));
});

describe("service areas", () => {
  const area = { ServiceAreaId: "WIS001", ServiceAreaName: "South", CoverEntireState: "No", DentalOnlyPlan: "" };

  it.each([
    [{ CoverEntireState: "Yes" }, { kind: "state" }],
    [
      { County: "1001", PartialCounty: "No" },
      { kind: "county", countyFips: "01001" },
    ],
    [
      { County: "29027.0", PartialCounty: "Yes", ZipCodes: "65201, 65202" },
      { kind: "zips", countyFips: "29027", zips: ["65201", "65202"] },
    ],
  ])("covers with %j", (cells, cover) =>
    expect(readServiceAreaRow(row({ ...area, ...cells }))).toMatchObject({
      value: { cover, line: null, market: null },
    }),
  );

  it.each([
    [{ County: "" }, "County", "catalog-county-unreadable"],
    [{ County: "550250" }, "County", "catalog-county-unreadable"],
    [{ County: "55025", PartialCounty: "Yes" }, "ZipCodes", "catalog-partial-county-without-zips"],
    [{ County: "55025", PartialCounty: "Yes", ZipCodes: "part of it" }, "ZipCodes", "catalog-zip-list-unreadable"],
  ])("refuses %j", (cells, field, code) =>
    expect(readServiceAreaRow(row({ ...area, ...cells }))).toMatchObject({ kept: false, refusals: [{ field, code }] }),
  );
});

describe("benefits", () => {
  const benefit = { PlanId: "99101WI0100001-01", BenefitName: "Specialist Visit", IsCovered: "Not covered" };

  it("compares words without case and keeps cells as written", () =>
    expect(readBenefitRow(row({ ...benefit, LimitUnit: "Visit(s) per year" }))).toMatchObject({
      value: { isCovered: false, isEssential: null, limitUnit: "Visit(s) per year", isIrregular: false },
      warnings: [],
    }));

  it.each([
    [{ CopayInnTier1: "20%" }, "CopayInnTier1"],
    [{ CoinsInnTier1: "$20" }, "CoinsInnTier1"],
  ])("marks %j as in the wrong column", (cells, field) =>
    expect(readBenefitRow(row({ ...benefit, ...cells }))).toMatchObject({
      value: { isIrregular: true },
      warnings: [{ field, code: "catalog-cost-share-irregular" }],
    }),
  );
});

describe("networks", () => {
  it("keeps a network whose address cannot be linked, without the address", () =>
    expect(readNetworkRow(row({ NetworkId: "WIN001", NetworkName: "Open", NetworkURL: "not yet" }))).toMatchObject({
      value: { url: null },
      warnings: [{ field: "NetworkURL", code: "catalog-link-unusable" }],
    }));
});

describe("business rules", () => {
  const rule = (cells: Record<string, string>) => readBusinessRuleRow(row(cells));

  it.each([
    ["1", 1],
    ["2", 2],
    ["3 or more", 3],
    ["", null],
    ["Not Applicable", null],
  ])("caps the charged children at %s", (text, cap) =>
    expect(rule({ TwoParentFamilyMaxDependentsRule: text })).toMatchObject({ value: { maxDependentsTwoParent: cap } }),
  );

  it("reads who must live with the subscriber", () =>
    expect(rule({ CohabitationRule: "Child,No;Foster Child,Yes", DependentMaximumAgRule: "26" })).toMatchObject({
      value: { cohabitation: { Child: false, "Foster Child": true }, dependentMaximumAge: 26 },
    }));

  it("lets the plan's own rule win over its product's, and that over the issuer's", () => {
    const rules = [
      { issuerId: "99101", productId: null, planId: null },
      { issuerId: "99101", productId: "99101WI010", planId: null },
      { issuerId: "99101", productId: "99101WI010", planId: "99101WI0100001" },
      { issuerId: "99102", productId: null, planId: null },
    ];
    expect(businessRuleFor(rules, "99101WI0100001")).toBe(rules[2]);
    expect(businessRuleFor(rules, "99101WI0100002")).toBe(rules[1]);
    expect(businessRuleFor(rules, "99101WI0110001")).toBe(rules[0]);
    expect(businessRuleFor(rules, "99103WI0110001")).toBeUndefined();
  });
});
