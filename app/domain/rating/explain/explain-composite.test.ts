import { describe, expect, it } from "vitest";
import { basisPoints } from "../../money/cents";
import { defaultCurveSheet } from "../testing/default-curve-sheet";
import { householdOf, pricedAt, workedGroup } from "../testing/worked-group";
import { explainCompositeAverages, explainCompositeTiers } from "./explain-composite";

const factors = {
  "employee-only": basisPoints(10_000),
  "employee-and-spouse": basisPoints(20_000),
  "employee-and-children": basisPoints(18_500),
  family: basisPoints(28_500),
};

describe("where composite prices come from", () => {
  const listBill = workedGroup.map((members) => pricedAt(defaultCurveSheet({ baseCents: 30_000 }), members));

  it("is the bill by age over the heads of each age group", () => {
    expect(explainCompositeAverages(listBill)).toEqual({
      ok: true,
      value: {
        code: "explain-composite-averages",
        params: { listBillCents: 301_590 },
        citation: "45 CFR 147.102(c)(3)",
        steps: [
          {
            code: "explain-composite-adult-average",
            params: { listBillCents: 230_700, count: 5, averageCents: 46_140 },
          },
          {
            code: "explain-composite-child-average",
            params: { listBillCents: 70_890, count: 3, averageCents: 23_630 },
          },
        ],
      },
    });
  });

  it("names tobacco and the group's own cents where there are any, and no average of nobody", () => {
    const smokers = defaultCurveSheet({ baseCents: 30_003, tobaccoPercent: 150 });
    const group = [householdOf("a", [30, "self", true]), householdOf("b", [32, "self"])];
    const explanation = explainCompositeAverages(group.map((members) => pricedAt(smokers, members)));
    expect(explanation.ok && explanation.value.steps?.map((step) => step.code)).toEqual([
      "explain-composite-adult-average",
      "explain-composite-tobacco",
      "explain-composite-adjustment",
    ]);
  });

  it("is the base and the factors of the tiers that the group has", () => {
    const explanation = explainCompositeTiers({ households: listBill, factors });
    expect(explanation).toMatchObject({
      ok: true,
      value: { code: "explain-composite-tier-base", params: { plainBillCents: 301_590, baseCents: 45_013 } },
    });
    expect(explanation.ok && explanation.value.steps?.map((step) => [step.code, step.params["tierCents"]])).toEqual([
      ["explain-composite-tier-employee-only", 45_013],
      ["explain-composite-tier-employee-and-children", 83_274],
      ["explain-composite-tier-family", 128_287],
      ["explain-composite-adjustment", undefined],
    ]);
  });

  it("is refused like the prices themselves", () => {
    expect(explainCompositeAverages([]).ok).toBe(false);
    expect(explainCompositeTiers({ households: [], factors }).ok).toBe(false);
  });
});
