import { describe, expect, it } from "vitest";
import { calendarDate } from "../../domain/calendar/calendar-date";
import { cents } from "../../domain/money/cents";
import { planKey, type HouseholdLimit, type PlanVariantKey } from "../../domain/plan-catalog/plan";
import type { BenefitLine, CareCost, PlanFacts } from "../../domain/plan-catalog/shelf-plan";
import { planYearCost } from "../../domain/plan-catalog/yearly-cost/plan-year-cost";
import { careServices, filedNameOf } from "../../domain/plan-catalog/yearly-cost/use-profile";
import { translator } from "../../platform/i18n/translator.server";
import { comparisonDocument } from "./comparison-document";
import {
  comparisonGroups,
  countRows,
  differingRows,
  lowestOf,
  type ComparedFacts,
  type Comparison,
} from "./comparison-rows";

const words = { t: translator("en", "plan-compare"), locale: "en" } as const;
const limit = (dollars: number): HouseholdLimit => ({
  ...{ individual: cents(100 * dollars), familyPerPerson: cents(100 * dollars) },
  familyPerGroup: cents(200 * dollars),
});
const filed = (copay: string): CareCost => ({ covered: true, copay, coinsurance: "Not Applicable" });

function facts(id: string, { deductible = 1_000, copay = "$20", monthly = 50_000 } = {}): ComparedFacts {
  const planId = planKey(`99101TN001000${id}`);
  const careCosts = Object.fromEntries(careServices.map((service) => [filedNameOf[service], filed(copay)]));
  const plan: PlanFacts = {
    ...{ planId, variantId: `${planId}-01` as PlanVariantKey, issuerId: "99101", issuerName: "Cumberland Health" },
    name: `Gold ${id}`,
    line: "medical",
    metalLevel: "gold",
    planType: "ppo",
    childOnly: "adult-and-child",
    ...{ offerable: true, hsaEligible: false, networkName: null, summaryOfBenefitsUrl: null },
    actuarialValueBasisPoints: null,
    ...{ visitCost: filed(copay), secondCost: filed(copay) },
    deductible: { main: limit(deductible), drug: "included" },
    outOfPocketMaximum: { main: limit(5_000), drug: "included" },
  };
  const benefits = Object.entries(careCosts).map(([name, cost]): BenefitLine => ({
    ...{ name, inNetwork: cost, outOfNetwork: cost, limitQuantity: null, limitUnit: null },
    ...{ exclusions: null, explanation: null },
  }));
  const premium = { monthlyCents: cents(monthly), isShare: false };
  return {
    ...{ plan, family: null, monthlyCents: cents(monthly) },
    sheet: {
      ...{ planId, brochureUrl: null, formularyUrl: null, networkUrl: null, referralRequired: null },
      ...{ nationalNetwork: null, actuarialValue: null, exampleCosts: {}, benefits },
    },
    year: planYearCost({ ...plan, careCosts }, { startOn: calendarDate("2027-01-01"), headCount: 1, premium }),
  };
}

const comparisonOf = (...compared: ComparedFacts[]): Comparison => ({ compared, line: "medical", reader: "employer" });
const rowOf = (comparison: Comparison, key: string) =>
  comparisonGroups(words, comparison)
    .flatMap(({ rows }) => rows)
    .find((row) => row.key === key);

describe("the lowest amount of a row", () => {
  it.each([
    ["is marked", [300, 100, 200], [1]],
    ["is marked wherever it is shared", [100, 300, 100], [0, 2]],
    ["is nothing special when all are the same", [100, 100, 100], []],
    ["is not known while one plan does not state its own", [100, null, 300], []],
    ["is not known while one plan has none", [100, "not-applicable" as const, 300], []],
    ["needs two plans", [100], []],
  ])("%s", (_name, amounts, positions) => {
    const stated = amounts.map((amount) => (typeof amount === "number" ? cents(amount) : amount));
    expect(lowestOf(stated)).toEqual(positions);
  });
});

describe("the rows of a comparison", () => {
  const comparison = comparisonOf(facts("1"), facts("2", { deductible: 500, monthly: 61_240 }));

  it("say the same thing in the same words", () => {
    expect(rowOf(comparison, "premium")).toMatchObject({ cells: ["$500.00", "$612.40"], lowest: [0] });
    expect(rowOf(comparison, "deductible-individual")).toMatchObject({ cells: ["$1,000.00", "$500.00"], lowest: [1] });
    expect(rowOf(comparison, "Primary Care Visit")?.cells).toEqual(["$20.00", "$20.00"]);
  });

  it("never leave a cell blank", () => {
    const cells = comparisonGroups(words, comparison).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(cells.filter((cell) => cell?.trim() === "")).toEqual([]);
    expect(rowOf(comparison, "Outpatient Facility Fee")?.cells).toEqual(["Not stated", "Not stated"]);
  });

  it("hold a year in whole dollars, and say where it cannot be estimated", () => {
    // Low use: a visit, a test and two fills at 20 dollars each.
    expect(rowOf(comparison, "care-low")?.cells).toEqual(["$80", "$80"]);
    // Nineteen services of 20 dollars at medium use, and twelve months' premium.
    expect(rowOf(comparison, "total-medium")?.cells[0]).toBe("$6,380");
    const unknown = comparisonOf(facts("1"), facts("2", { copay: "see brochure" }));
    expect(rowOf(unknown, "care-low")).toMatchObject({ cells: ["$80", "Cannot be estimated"], lowest: [] });
  });

  it("leave the year out for dental", () => {
    const keys = comparisonGroups(words, { ...comparison, line: "dental" }).map(({ key }) => key);
    expect(keys).toEqual(["cost", "adults", "children", "network"]);
  });

  it("can be narrowed to those that differ, and to none when nothing does", () => {
    const rows = differingRows(comparisonGroups(words, comparison)).flatMap((group) =>
      group.rows.map(({ key }) => key),
    );
    expect(rows).toEqual([
      ...["premium", "deductible-individual", "deductible-familyPerGroup", "premium-whole", "total-medium"],
    ]);
    expect(countRows(differingRows(comparisonGroups(words, comparisonOf(facts("1"), facts("1")))))).toBe(0);
  });
});

describe("the comparison as a document", () => {
  const asked = {
    comparison: comparisonOf(facts("1"), facts("2", { monthly: 61_240 })),
    ...{ onlyDifferences: true, businessName: "Elm Street Bakery" },
    ...{ startOn: calendarDate("2027-01-01"), today: calendarDate("2026-11-24") },
  };

  it("holds the same rows, the lowest marked in words", () => {
    const { columns, groups, lead } = comparisonDocument(words, asked);
    expect(columns).toEqual([
      "Cumberland Health Gold 1\n$500.00 a month for your group",
      "Cumberland Health Gold 2\n$612.40 a month for your group",
    ]);
    expect(groups[0]?.rows).toEqual([{ label: "Whole group, a month", cells: ["$500.00 (Lowest)", "$612.40"] }]);
    expect(lead).toContain("Elm Street Bakery");
  });

  it("is in the reader's language", () => {
    const spanish = comparisonDocument({ t: translator("es", "plan-compare"), locale: "es" }, asked);
    expect(spanish.title).toBe("Comparar planes");
    expect(spanish.groups[0]?.rows[0]?.cells[0]).toBe("$500.00 (El más bajo)");
  });
});
