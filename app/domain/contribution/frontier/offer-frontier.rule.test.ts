import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyGroup } from "../../../platform/testing/any-household";
import { choiceModels, type ContributionMinimum } from "../../exchange-profile/exchange-profile";
import { basisPoints, cents, sumCents } from "../../money/cents";
import { planKey, type MetalLevel } from "../../plan-catalog/plan";
import { defaultCurveSheet, testStartOn } from "../../rating/testing/default-curve-sheet";
import { householdOf, pricedAt } from "../../rating/testing/worked-group";
import { sharesOf } from "../schemes/contribution-bucket";
import { householdContribution } from "../schemes/household-contribution.rule";
import { offerFrontier, type FrontierDesign, type FrontierInput, type FrontierPlan } from "./offer-frontier.rule";

const noMinimum: ContributionMinimum = {
  employeeBasisPoints: basisPoints(0),
  dependentsBasisPoints: basisPoints(0),
  waivedStartMonths: [],
};

function plan(
  id: string,
  given: { dollars: number; worth: number | null; level?: MetalLevel } & Partial<FrontierPlan>,
): FrontierPlan {
  const { dollars, worth, level = "silver", ...change } = given;
  const planId = planKey(`${id}XX0010001`);
  return {
    ...{ planId, issuerId: id, line: "medical", metalLevel: level, offerable: true, childOnly: "adult-and-child" },
    childCap: { twoParent: null, singleParent: null },
    sheet: { ...defaultCurveSheet({ baseCents: dollars * 100, tobaccoPercent: 120 }), planId },
    actuarialValueBasisPoints: worth === null ? null : basisPoints(worth),
    ...change,
  };
}

function question(change: Partial<FrontierInput> & Pick<FrontierInput, "plans">): FrontierInput {
  return {
    households: [{ employeeId: "e1", members: householdOf("e1", [21, "self"]) }],
    models: choiceModels,
    minimum: noMinimum,
    offersDependents: true,
    budgetMonthlyCents: null,
    line: "medical",
    startOn: testStartOn,
    profile: { childCapAppliesToDental: true, under21SpouseUsesChildSlot: false, tobaccoAllowed: true },
    ...change,
  };
}

function designsOf(input: FrontierInput): readonly FrontierDesign[] {
  const found = offerFrontier(input);
  if (!found.ok) throw new Error(found.problems.map(({ code }) => code).join());
  return found.value;
}

const cheap = plan("11111", { dollars: 200, worth: 6_000, level: "bronze" });
const middle = plan("22222", { dollars: 300, worth: 7_000 });
const dear = plan("33333", { dollars: 400, worth: 8_000, level: "gold" });

describe("the offers worth a look", () => {
  it("are all percentages of the one plan, from nothing to the whole premium", () => {
    const designs = designsOf(question({ plans: [middle] }));
    expect(designs).toHaveLength(21);
    expect(designs[0]).toMatchObject({ employerMonthlyCents: 0, employeesMonthlyCents: 30_000 });
    expect(designs[20]).toMatchObject({ employerMonthlyCents: 30_000, employeesMonthlyCents: 0 });
    expect(designs.every(({ employerMonthlyCents: a, employeesMonthlyCents: b }) => a + b === 30_000)).toBe(true);
  });

  it("promise dependents no more than the minimum while nobody has any", () => {
    const promised = designsOf(question({ plans: [middle] })).map(({ percentages }) => percentages);
    expect(new Set(promised.map(({ dependentsBasisPoints }) => dependentsBasisPoints))).toEqual(new Set([0]));
  });

  it.each<[string, FrontierPlan[], string[]]>([
    ["a dearer plan that pays less of the care", [middle, plan("44444", { dollars: 310, worth: 6_900 })], ["22222"]],
    ["a dearer plan that pays the same", [middle, plan("44444", { dollars: 315, worth: 7_000 })], ["22222"]],
    [
      "a plan without a stated value that costs as much",
      [middle, plan("44444", { dollars: 300, worth: null })],
      ["22222"],
    ],
    ["of two equal plans the later id", [plan("44444", { dollars: 300, worth: 7_000 }), middle], ["22222"]],
    ["nothing, where each has its merit", [dear, cheap, middle], ["11111", "22222", "33333"]],
    ["a plan that cannot price everybody", [middle, { ...cheap, sheet: null }], ["22222"]],
    ["a plan for children only", [middle, { ...cheap, childOnly: "child-only" }], ["22222"]],
    ["a plan that is not sold to groups", [middle, { ...cheap, metalLevel: "catastrophic" }], ["22222"]],
    ["a plan of the other line", [middle, { ...cheap, line: "dental" }], ["22222"]],
  ])("leave out %s", (_what, plans, kept) => {
    const issuers = designsOf(question({ plans })).map(({ referencePlanId }) => referencePlanId.slice(0, 5));
    expect([...new Set(issuers)].sort()).toEqual(kept);
  });
});

describe("the model of an offer", () => {
  const [a, b, c] = [
    plan("11111", { dollars: 300, worth: 7_000 }),
    plan("22222", { dollars: 350, worth: 7_000 }),
    plan("22222", { dollars: 390, worth: 7_000, level: "gold", planId: planKey("22222XX0010002") }),
  ];
  const modelsOf = (change: Partial<FrontierInput>) => [
    ...new Set(designsOf(question({ plans: [a, b, c], ...change })).map((d) => `${d.choice.model} ${d.planCount}`)),
  ];

  it("is the one that leaves the most plans to choose from", () => {
    expect(modelsOf({})).toEqual(["metal-level 2"]);
  });

  it("is one that the exchange has", () => {
    expect(modelsOf({ models: ["single-plan"] })).toEqual(["single-plan 1"]);
  });

  it("is a single plan where a level or an issuer would hold no other", () => {
    expect(modelsOf({ plans: [a] })).toEqual(["single-plan 1"]);
  });

  it("prefers a level to an issuer of as many plans", () => {
    expect(modelsOf({ plans: [b, c, a] })).toEqual(["metal-level 2"]);
    expect(modelsOf({ plans: [b, c, a], models: ["single-plan", "single-issuer"] })).toEqual(["single-plan 1"]);
    expect(modelsOf({ plans: [b, c], models: ["single-issuer"] })).toEqual(["single-issuer 2"]);
  });
});

describe("a minimum and a budget", () => {
  const minimum = { ...noMinimum, employeeBasisPoints: basisPoints(5_000), dependentsBasisPoints: basisPoints(3_300) };
  const households = [{ employeeId: "e1", members: householdOf("e1", [21, "self"], [21, "spouse"]) }];
  const lowest = (change: Partial<FrontierInput>) =>
    designsOf(question({ plans: [middle], households, minimum, ...change }))[0]?.percentages;

  it("begin at the first step that keeps the minimum", () => {
    expect(lowest({})).toEqual({ employeeBasisPoints: 5_000, dependentsBasisPoints: 3_500 });
  });

  it("ask for no minimum in a month that is free of it", () => {
    const free = { ...minimum, waivedStartMonths: [1] };
    expect(lowest({ minimum: free })).toEqual({ employeeBasisPoints: 0, dependentsBasisPoints: 0 });
  });

  it("promise dependents nothing where they are not covered", () => {
    const alone = [{ employeeId: "e1", members: householdOf("e1", [21, "self"]) }];
    const designs = designsOf(question({ plans: [middle], households: alone, minimum, offersDependents: false }));
    expect(designs.map(({ percentages }) => percentages.dependentsBasisPoints)).toEqual(Array(11).fill(0));
  });

  // 50 % of 300.00 and 35 % of 300.00 is 255.00.
  it.each([
    [25_500, [[5_000, 3_500]]],
    [26_999, [[5_000, 3_500]]],
    [
      27_000,
      [
        [5_000, 3_500],
        [5_500, 3_500],
      ],
    ],
  ])("keep what costs at most %i cents: %j", (budget, kept) => {
    const input = question({ plans: [middle], households, minimum, budgetMonthlyCents: cents(budget) });
    const found = designsOf(input).map(({ percentages }) => Object.values(percentages));
    expect(found).toEqual(kept);
  });

  it("say what the smallest offer costs when none fits the budget", () => {
    const input = question({ plans: [dear, middle], households, minimum, budgetMonthlyCents: cents(25_499) });
    expect(offerFrontier(input)).toMatchObject({
      problems: [{ code: "budget-below-every-offer", params: { budgetCents: 25_499, smallestCents: 25_500 } }],
    });
  });

  it("find nothing for nobody and nothing without prices", () => {
    expect(offerFrontier(question({ plans: [middle], households: [] }))).toMatchObject({
      problems: [{ code: "frontier-without-people" }],
    });
    expect(offerFrontier(question({ plans: [{ ...middle, sheet: null }] }))).toMatchObject({
      problems: [{ code: "frontier-without-prices" }],
    });
  });
});

describe("any small group and market", () => {
  const anyPlans = fc
    .array(
      fc.record({
        dollars: fc.integer({ min: 100, max: 140 }),
        worth: fc.option(fc.integer({ min: 60, max: 64 }).map((percent) => percent * 100)),
        level: fc.constantFrom<MetalLevel>("bronze", "silver", "gold"),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((rows) =>
      rows.map((row, at) => plan(`1111${at % 2}`, { ...row, planId: planKey(`1111${at % 2}XX001000${at}`) })),
    );

  it("gets exactly the offers that a search through all of them leaves unbeaten", () => {
    fc.assert(
      fc.property(anyGroup, anyPlans, fc.option(fc.integer({ min: 0, max: 200_000 })), (group, plans, budget) => {
        const households = group.slice(0, 3).map((members, at) => ({ employeeId: `e${at}`, members }));
        const budgetMonthlyCents = budget === null ? null : cents(budget);
        const found = offerFrontier(question({ plans, households, budgetMonthlyCents }));
        const all = everyOffer(plans, households).filter(({ employer }) => budget === null || employer <= budget);
        const best = all.filter((one) => !all.some((other) => beats(other, one)));
        const wanted = new Set(best.map(({ employer, employees, worth }) => `${employer} ${employees} ${worth}`));
        const got = found.ok
          ? found.value.map((d) =>
              [d.employerMonthlyCents, d.employeesMonthlyCents, d.actuarialValueBasisPoints ?? -1].join(" "),
            )
          : [];
        expect(new Set(got)).toEqual(wanted);
        expect(got).toHaveLength(wanted.size);
      }),
      { numRuns: 25 },
    );
  });

  type Offer = { readonly employer: number; readonly employees: number; readonly worth: number };

  /** By the rules for one household at a time. */
  function everyOffer(plans: readonly FrontierPlan[], households: FrontierInput["households"]): Offer[] {
    const steps = Array.from({ length: 21 }, (_, at) => basisPoints(at * 500));
    return plans.flatMap(({ sheet, actuarialValueBasisPoints }) => {
      const priced = households.map(({ members }) => pricedAt(sheet!, members));
      return steps.flatMap((employeeBasisPoints) =>
        steps.map((dependentsBasisPoints) => {
          const shares = sharesOf({ employeeBasisPoints, dependentsBasisPoints });
          const scheme = {
            method: "chosen-plan-percent",
            shares: { "full-time": shares, "part-time": shares },
          } as const;
          const splits = priced.map((chosen) =>
            householdContribution({ scheme, employment: "full-time", continuesCoverage: false, chosen }),
          );
          return {
            employer: sumCents(splits.map((split) => split.employerShareCents)),
            employees: sumCents(splits.map((split) => split.employeeShareCents)),
            worth: actuarialValueBasisPoints ?? -1,
          };
        }),
      );
    });
  }

  function beats(a: Offer, b: Offer): boolean {
    const noWorse = a.employer <= b.employer && a.employees <= b.employees && a.worth >= b.worth;
    return noWorse && (a.employer < b.employer || a.employees < b.employees || a.worth > b.worth);
  }
});
