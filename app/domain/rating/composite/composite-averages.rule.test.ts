import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basisPoints, sumCents } from "../../money/cents";
import { sharesOf } from "../../contribution/schemes/contribution-bucket";
import { householdContribution } from "../../contribution/schemes/household-contribution.rule";
import type { HouseholdPremium } from "../rated-household";
import { defaultCurveSheet } from "../testing/default-curve-sheet";
import { anyGroup } from "../../../platform/testing/any-household";
import { householdOf, pricedAt, workedGroup } from "../testing/worked-group";
import { compositeAverages, compositeHouseholdPremium, type CompositeAverages } from "./composite-averages.rule";
import { compositeBill } from "./composite-bill";

const sheet = defaultCurveSheet({ baseCents: 30_000 });
const smokersSheet = defaultCurveSheet({ baseCents: 30_000, tobaccoPercent: 150 });

function averagesOf(households: readonly HouseholdPremium[]): CompositeAverages {
  const averages = compositeAverages(households);
  if (!averages.ok) throw new Error(averages.problems.map((problem) => problem.code).join());
  return averages.value;
}

function atAverages(averages: CompositeAverages, household: HouseholdPremium, tobacco: "added" | "left-out" = "added") {
  const priced = compositeHouseholdPremium({ averages, household, tobacco });
  if (!priced.ok) throw new Error(priced.problems.map((problem) => problem.code).join());
  return priced.value;
}

describe("a group of four households at a base price of 300.00", () => {
  const listBill = workedGroup.map((members) => pricedAt(sheet, members));
  const averages = averagesOf(listBill);

  it("pays 461.40 for each adult and 236.30 for each child", () => {
    expect(averages).toEqual({
      adults: { listBillCents: 230_700, chargedHeads: 5, averageCents: 46_140 },
      children: { listBillCents: 70_890, chargedHeads: 3, averageCents: 23_630 },
      adjustmentCents: 0,
      tobaccoCents: 0,
      listBillCents: 301_590,
    });
  });

  it("pays 1,395.40 for the couple with two children", () => {
    expect(atAverages(averages, listBill[1]!).totalCents).toBe(139_540);
    expect(atAverages(averages, listBill[0]!).employeeOnlyCents).toBe(46_140);
  });

  it("pays its bill by age in all", () => {
    const priceOf = (household: HouseholdPremium) =>
      compositeHouseholdPremium({ averages, household, tobacco: "added" });
    const bill = compositeBill({ households: listBill, adjustmentCents: averages.adjustmentCents, priceOf });
    expect(bill).toMatchObject({ ok: true, value: { totalCents: 301_590, adjustmentCents: 0 } });
  });

  it("charges somebody who joins later the same averages, three children at most", () => {
    const joins = pricedAt(
      sheet,
      householdOf("j", [63, "self"], [9, "child"], [8, "child"], [7, "child"], [6, "child"]),
    );
    const priced = atAverages(averages, joins);
    expect(priced.members.map((member) => member.premiumCents)).toEqual([46_140, 23_630, 23_630, 23_630, 0]);
  });

  it("gives every employee 230.70 when the employer pays half of the average", () => {
    const half = sharesOf({ employeeBasisPoints: basisPoints(5_000), dependentsBasisPoints: basisPoints(0) });
    const scheme = {
      method: "composite-reference-percent",
      shares: { "full-time": half, "part-time": half },
    } as const;
    const shares = listBill.map((household) => {
      const reference = atAverages(averages, household);
      const person = { employment: "full-time", continuesCoverage: false } as const;
      return householdContribution({ scheme, ...person, chosen: reference, reference }).employerShareCents;
    });
    expect(shares).toEqual([23_070, 23_070, 23_070, 23_070]);
  });
});

describe("the averages of a group", () => {
  it("put the cents of rounding on one line of the group", () => {
    const three = [30, 31, 31].map((age, at) => pricedAt(sheet, householdOf(`e${at}`, [age, "self"])));
    expect(averagesOf(three)).toMatchObject({
      adults: { listBillCents: 103_590, averageCents: 34_530 },
      adjustmentCents: 0,
    });
    const uneven = [30, 30, 31].map((age, at) =>
      pricedAt(defaultCurveSheet({ baseCents: 30_003 }), householdOf(`e${at}`, [age, "self"])),
    );
    const averages = averagesOf(uneven);
    expect(averages.adults).toEqual({ listBillCents: 102_879, chargedHeads: 3, averageCents: 34_293 });
    const odd = [...uneven, pricedAt(sheet, householdOf("e9", [32, "self"]))];
    expect(averagesOf(odd)).toMatchObject({
      adults: { listBillCents: 138_369, chargedHeads: 4, averageCents: 34_592 },
      adjustmentCents: 1,
    });
  });

  it("leave tobacco out and charge it to its user", () => {
    const households = [
      pricedAt(smokersSheet, householdOf("a", [30, "self", true])),
      pricedAt(smokersSheet, householdOf("b", [30, "self"])),
    ];
    const averages = averagesOf(households);
    expect(averages).toMatchObject({ adults: { averageCents: 34_050 }, tobaccoCents: 17_025, listBillCents: 85_125 });
    expect(atAverages(averages, households[0]!).totalCents).toBe(51_075);
    expect(atAverages(averages, households[0]!, "left-out").totalCents).toBe(34_050);
    expect(atAverages(averages, households[1]!).totalCents).toBe(34_050);
  });

  it.each([
    [20, "children"],
    [21, "adults"],
  ] as const)("count an employee of %i among the %s", (age, group) => {
    const averages = averagesOf([pricedAt(sheet, householdOf("e", [age, "self"]))]);
    expect(averages[group].chargedHeads).toBe(1);
  });

  it("do not exist for children when the group has none", () => {
    const averages = averagesOf([pricedAt(sheet, householdOf("e", [30, "self"]))]);
    const withChild = pricedAt(sheet, householdOf("j", [30, "self"], [1, "child"]));
    expect(compositeHouseholdPremium({ averages, household: withChild, tobacco: "added" })).toMatchObject({
      ok: false,
      problems: [{ code: "composite-average-missing", params: { memberId: "j-1", ageYears: 1 } }],
    });
  });

  it("are not made of nobody, nor of prices by tier", () => {
    expect(compositeAverages([])).toMatchObject({ problems: [{ code: "composite-without-households" }] });
    const byTier = { ...pricedAt(sheet, householdOf("e", [30, "self"])), method: "family-tier" } as const;
    expect(compositeAverages([byTier])).toMatchObject({ problems: [{ code: "composite-needs-prices-by-person" }] });
    const averages = averagesOf([pricedAt(sheet, householdOf("e", [30, "self"]))]);
    expect(compositeHouseholdPremium({ averages, household: byTier, tobacco: "added" }).ok).toBe(false);
  });
});

describe("any group at averages", () => {
  it("pays exactly its bill by age, and the group's line is less than a cent a head", () => {
    fc.assert(
      fc.property(anyGroup, fc.integer({ min: 1_000, max: 90_000 }), (group, baseCents) => {
        const rates = defaultCurveSheet({ baseCents, tobaccoPercent: 130 });
        const households = group.map((members) => pricedAt(rates, members));
        const averages = averagesOf(households);
        const priceOf = (household: HouseholdPremium) =>
          compositeHouseholdPremium({ averages, household, tobacco: "added" });
        const bill = compositeBill({ households, adjustmentCents: averages.adjustmentCents, priceOf });
        if (!bill.ok) throw new Error("every age group has its average");
        expect(bill.value.totalCents).toBe(sumCents(households.map((household) => household.totalCents)));
        const heads = averages.adults.chargedHeads + averages.children.chargedHeads;
        expect(Math.abs(averages.adjustmentCents)).toBeLessThanOrEqual(heads / 2);
      }),
    );
  });

  it("has the same averages in whatever order it is listed", () => {
    const twoOrders = anyGroup.chain((group) =>
      fc.tuple(fc.constant(group), fc.shuffledSubarray(group, { minLength: group.length })),
    );
    fc.assert(
      fc.property(twoOrders, ([group, shuffled]) => {
        const averages = (households: typeof group) =>
          averagesOf(households.map((members) => pricedAt(smokersSheet, [...members].reverse())));
        expect(averages(shuffled)).toEqual(averages(group));
      }),
    );
  });
});
