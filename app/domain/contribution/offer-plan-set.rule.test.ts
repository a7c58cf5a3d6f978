import { describe, expect, it } from "vitest";
import { planKey, type MetalLevel } from "../plan-catalog/plan";
import { choiceModelRuling, offerPlanSet, type OfferCandidate, type PlanChoice } from "./offer-plan-set.rule";

function plan(id: string, metalLevel: MetalLevel, change: Partial<OfferCandidate> = {}): OfferCandidate {
  const usual = { line: "medical", offerable: true, childOnly: "adult-and-child" } as const;
  return { planId: planKey(id), issuerId: id.slice(0, 5), metalLevel, ...usual, ...change };
}

const goldA = plan("11111DC0010001", "gold");
const silverA = plan("11111DC0010002", "silver");
const goldB = plan("22222DC0010001", "gold");
const bronzeB = plan("22222DC0010002", "bronze");
const expandedB = plan("22222DC0010003", "expanded-bronze");
const highA = plan("11111DC0020001", "high", { line: "dental" });
const lowA = plan("11111DC0020002", "low", { line: "dental" });
const childOnlyHighB = plan("22222DC0020001", "high", { line: "dental", childOnly: "child-only" });
const offExchangeGoldB = plan("22222DC0010009", "gold", { offerable: false });
const catastrophicB = plan("22222DC0010008", "catastrophic");
const plans = [goldA, silverA, goldB, bronzeB, expandedB, highA, lowA, childOnlyHighB, offExchangeGoldB, catastrophicB];

function offered(choice: PlanChoice, reference: OfferCandidate) {
  return offerPlanSet({ choice, line: reference.line, referencePlanId: reference.planId, plans });
}

describe("plans of an offer", () => {
  const rows: [string, PlanChoice, OfferCandidate, OfferCandidate[]][] = [
    ["one plan", { model: "single-plan", planId: goldA.planId }, goldA, [goldA]],
    ["every gold plan", { model: "metal-level", metalLevel: "gold" }, goldB, [goldA, goldB]],
    ["bronze and expanded bronze", { model: "metal-level", metalLevel: "bronze" }, bronzeB, [bronzeB, expandedB]],
    [
      "the same from expanded bronze",
      { model: "metal-level", metalLevel: "expanded-bronze" },
      expandedB,
      [bronzeB, expandedB],
    ],
    [
      "every medical plan of an issuer",
      { model: "single-issuer", issuerId: "22222" },
      goldB,
      [goldB, bronzeB, expandedB],
    ],
    ["every dental plan of an issuer", { model: "single-issuer", issuerId: "11111" }, lowA, [highA, lowA]],
    ["high dental plans, none for children only", { model: "metal-level", metalLevel: "high" }, highA, [highA]],
  ];

  it.each(rows)("are %s", (_, choice, reference, expected) => {
    expect(offered(choice, reference)).toEqual({ ok: true, value: expected });
  });

  it("must hold the reference plan", () => {
    expect(offered({ model: "metal-level", metalLevel: "gold" }, silverA)).toMatchObject({
      ok: false,
      problems: [{ code: "reference-plan-not-in-offer", field: "referencePlanId", params: { planId: silverA.planId } }],
    });
  });

  it("must be the reference plan itself when there is only one", () => {
    expect(offered({ model: "single-plan", planId: goldA.planId }, goldB)).toMatchObject({
      ok: false,
      problems: [{ code: "reference-plan-not-in-offer" }],
    });
  });

  it.each([
    ["nothing has that level", { model: "metal-level", metalLevel: "platinum" }, goldA],
    ["no group is sold a catastrophic plan", { model: "metal-level", metalLevel: "catastrophic" }, catastrophicB],
    [
      "the plan is not sold on the exchange",
      { model: "single-plan", planId: offExchangeGoldB.planId },
      offExchangeGoldB,
    ],
    ["the issuer is unknown", { model: "single-issuer", issuerId: "33333" }, goldA],
  ] as const)("cannot be empty: %s", (_, choice, reference) => {
    expect(offered(choice, reference)).toMatchObject({ ok: false, problems: [{ code: "offer-has-no-plans" }] });
  });
});

describe("ways of choosing", () => {
  it.each([
    ["single-plan", true],
    ["metal-level", true],
    ["single-issuer", false],
  ] as const)("an exchange without choice by issuer takes %s: %s", (model, taken) => {
    const ruling = choiceModelRuling({ model, available: ["single-plan", "metal-level"] });
    expect(ruling.allowed).toBe(taken);
    expect(ruling.allowed ? [] : ruling.problems.map((problem) => problem.code)).toEqual(
      taken ? [] : ["choice-model-not-available"],
    );
  });
});
