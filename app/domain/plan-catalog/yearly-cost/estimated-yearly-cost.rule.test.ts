import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import { cents } from "../../money/cents";
import type { HouseholdLimit, StatedCents } from "../plan";
import type { CareCost } from "../shelf-plan";
import { estimatedYearlyCost, type PlanTerms } from "./estimated-yearly-cost.rule";
import { careServices, useLevels, useTableOn, type CareService, type UsedService } from "./use-profile";

const none = "Not Applicable";
const cost = (copay: string, coinsurance = none): CareCost => ({ covered: true, copay, coinsurance });
const limit = (one: number, group = 2 * one): HouseholdLimit => ({
  ...{ individual: cents(one * 100), familyPerPerson: cents(one * 100), familyPerGroup: cents(group * 100) },
});
const used = (service: CareService, count: number, dollars: number, days = 1): UsedService => ({
  ...{ service, count, days, priceCents: cents(dollars * 100) },
});
const terms = (
  costs: PlanTerms["costs"],
  { deductible = limit(1_000), maximum = limit(3_000) }: { deductible?: HouseholdLimit; maximum?: HouseholdLimit } = {},
): PlanTerms => ({
  costs,
  deductible: { main: deductible, drug: "included" },
  outOfPocketMaximum: { main: maximum, drug: "included" },
});
const paid = (plan: PlanTerms, ...people: (readonly UsedService[])[]) => {
  const answer = estimatedYearlyCost(plan, people);
  return answer.estimated ? answer.paidCents / 100 : answer.missing;
};

describe("one person's year, by hand", () => {
  it.each([
    ["a copay for each visit", cost("$20"), used("primary-care", 3, 150), 60],
    ["never more than the visit costs", cost("$200"), used("primary-care", 1, 150), 150],
    ["nothing where nothing is charged", cost("No Charge"), used("laboratory", 4, 100), 0],
    // 1,000 of the first 1,200 go to the deductible, then 50 of the 200 left; then 50 a time.
    ["a copay after the deductible", cost("$50 Copay after deductible"), used("emergency-room", 2, 1_200), 1_100],
    // 20 first, 1,000 to the deductible, nothing of the rest; the second time 20.
    ["a copay before the deductible", cost("$20 Copay before deductible"), used("emergency-room", 2, 1_200), 1_040],
    ["a percentage", cost(none, "25%"), used("imaging", 2, 900), 450],
    // 1,000 and 20 % of 800, then 20 % of 1,800.
    [
      "a percentage after the deductible",
      cost(none, "20% Coinsurance after deductible"),
      used("emergency-room", 2, 1_800),
      1_520,
    ],
    // 50 and 20 % of 850 without a deductible to meet on it.
    ["a copay and a percentage of what is left", cost("$50", "20%"), used("imaging", 1, 900), 220],
    ["a copay for each day of a stay", cost("$300 Copay per Day"), used("hospital-stay", 1, 12_000, 3), 900],
    ["one copay for a stay", cost("$300 Copay per Stay"), used("hospital-stay", 1, 12_000, 3), 300],
    ["the maximum and no more", cost(none, "50%"), used("hospital-stay", 2, 12_000, 3), 3_000],
  ])("is %s", (_name, share, service, dollars) => {
    expect(paid(terms({ [service.service]: share }), [service])).toBe(dollars);
  });

  it("meets the deductible in the order of the services, and says how much of it", () => {
    const plan = terms({
      laboratory: cost("No Charge after deductible"),
      imaging: cost(none, "10% Coinsurance after deductible"),
    });
    // Two tests are 200 of the 1,000; a scan is 800 more and 10 % of the last 100.
    const answer = estimatedYearlyCost(plan, [[used("laboratory", 2, 100), used("imaging", 1, 900)]]);
    expect(answer).toMatchObject({
      estimated: true,
      paidCents: 101_000,
      deductibleCents: 100_000,
      reachesMaximum: false,
    });
    expect(answer.estimated && answer.services.map(({ paidCents }) => paidCents)).toEqual([20_000, 81_000]);
  });

  it("counts drugs apart where they have a deductible and a maximum of their own", () => {
    const drugs = cost("$40 Copay after deductible");
    const plan: PlanTerms = {
      costs: { "brand-drug": drugs, imaging: cost(none, "10% Coinsurance after deductible") },
      deductible: { main: limit(1_000), drug: limit(100) },
      outOfPocketMaximum: { main: limit(3_000), drug: limit(200) },
    };
    // Drugs: 100 and 40 of the first fill, 40 of the second, then 20 until the drugs' 200 are reached. Scan: 900.
    expect(paid(plan, [used("brand-drug", 5, 350), used("imaging", 1, 900)])).toBe(1_100);
  });

  it("has no deductible where the filing says that none applies", () => {
    const free = {
      individual: "not-applicable",
      familyPerPerson: "not-applicable",
      familyPerGroup: "not-applicable",
    } as const;
    const plan = terms({ imaging: cost(none, "10% Coinsurance after deductible") }, { deductible: free });
    expect(paid(plan, [used("imaging", 1, 900)])).toBe(90);
  });
});

describe("a family's year, by hand", () => {
  const plan = terms({ "emergency-room": cost("No Charge after deductible") });
  const visit = [used("emergency-room", 1, 1_800)];

  it("has each person meet their own deductible until the family's is met", () => {
    expect(paid(plan, visit, visit)).toBe(2_000);
    expect(paid(plan, visit, visit, visit)).toBe(2_000);
  });

  it("has one deductible where the filing sets none for each person", () => {
    const deductible: HouseholdLimit = { ...limit(1_000), familyPerPerson: "not-applicable" };
    expect(paid(terms(plan.costs, { deductible }), visit, visit)).toBe(2_000);
    expect(paid(terms(plan.costs, { deductible }), visit, [])).toBe(1_800);
  });

  it("stops at each person's maximum and at the family's", () => {
    const dear = terms({ "hospital-stay": cost(none, "50%") }, { maximum: limit(3_000, 5_000) });
    const stay = [used("hospital-stay", 1, 12_000, 3)];
    expect(paid(dear, stay, [])).toBe(3_000);
    expect(paid(dear, stay, stay)).toBe(5_000);
  });
});

describe("a plan without an estimate", () => {
  it.each([
    [
      "its deductible is not stated",
      { deductible: { ...limit(1_000), individual: "unknown" as StatedCents } },
      ["deductible"],
    ],
    [
      "its maximum is not stated",
      { maximum: { ...limit(3_000), individual: "unknown" as StatedCents } },
      ["out-of-pocket-maximum"],
    ],
    [
      "it names no maximum at all",
      { maximum: { ...limit(3_000), individual: "not-applicable" as StatedCents } },
      ["out-of-pocket-maximum"],
    ],
  ])("is one where %s", (_name, limits, missing) => {
    expect(paid(terms({ imaging: cost("$20") }, limits), [used("imaging", 1, 900)])).toEqual(missing);
  });

  it("is one with a cell that does not say what is paid, and never costs nothing", () => {
    const year = [used("primary-care", 1, 150), used("imaging", 1, 900), used("laboratory", 1, 100)];
    expect(paid(terms({ "primary-care": cost("$20"), imaging: cost("", "") }), year)).toEqual([
      "imaging",
      "laboratory",
    ]);
  });

  it("for one person alone still asks nothing of a family", () => {
    const deductible: HouseholdLimit = { ...limit(1_000), familyPerGroup: "unknown", familyPerPerson: "unknown" };
    const plan = terms({ imaging: cost("$20") }, { deductible });
    expect(paid(plan, [used("imaging", 1, 900)])).toBe(20);
    expect(paid(plan, [used("imaging", 1, 900)], [])).toEqual(["deductible"]);
  });
});

describe("any plan", () => {
  const anyAmount = fc.integer({ min: 0, max: 900_000 }).map(cents);
  const anyStated = fc.oneof(anyAmount, fc.constant("not-applicable" as const));
  const anyDeductible = fc.record({ individual: anyStated, familyPerPerson: anyStated, familyPerGroup: anyStated });
  const anyMaximum = fc.record({ individual: anyAmount, familyPerPerson: anyAmount, familyPerGroup: anyAmount });
  const cell = (texts: readonly string[]) => fc.constantFrom(...texts);
  const anyCost = fc.record({
    covered: fc.constant(true),
    copay: cell([
      "No Charge",
      "$30",
      "$75 Copay after deductible",
      "$40 Copay before deductible",
      "$250 Copay per Day",
    ]),
    coinsurance: cell([none, "No Charge after deductible", "17.5%", "35% Coinsurance after deductible", "100%"]),
  });
  const anyTerms: fc.Arbitrary<PlanTerms> = fc.record({
    costs: fc.record(Object.fromEntries(careServices.map((service) => [service, anyCost]))),
    deductible: fc.record({ main: anyDeductible, drug: fc.oneof(fc.constant("included" as const), anyDeductible) }),
    outOfPocketMaximum: fc.record({ main: anyMaximum, drug: fc.oneof(fc.constant("included" as const), anyMaximum) }),
  });
  const table = useTableOn(calendarDate("2027-01-01"))!;
  const heads = fc.integer({ min: 1, max: 5 });

  it("never costs less at higher use", () => {
    fc.assert(
      fc.property(anyTerms, heads, (plan, headCount) => {
        const totals = useLevels.map((level) => {
          const answer = estimatedYearlyCost(
            plan,
            Array.from({ length: headCount }, () => table.services[level]),
          );
          return answer.estimated ? answer.paidCents : NaN;
        });
        expect(totals[1]).toBeGreaterThanOrEqual(totals[0]!);
        expect(totals[2]).toBeGreaterThanOrEqual(totals[1]!);
      }),
    );
  });

  it("never costs more than its out-of-pocket maximum, and its parts add up", () => {
    fc.assert(
      fc.property(anyTerms, heads, (plan, headCount) => {
        const answer = estimatedYearlyCost(
          plan,
          Array.from({ length: headCount }, () => table.services.high),
        );
        if (!answer.estimated) throw new Error("every cell is stated");
        const { main, drug } = plan.outOfPocketMaximum;
        const most = (limits: HouseholdLimit) => Number(headCount === 1 ? limits.individual : limits.familyPerGroup);
        expect(answer.paidCents).toBeLessThanOrEqual(most(main) + (drug === "included" ? 0 : most(drug)));
        expect(answer.services.reduce((sum, service) => sum + service.paidCents, 0)).toBe(answer.paidCents);
        expect(answer.deductibleCents).toBeLessThanOrEqual(answer.paidCents);
      }),
    );
  });
});
