import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { basisPoints, cents, type Cents } from "../money/cents";
import { planKey, type PlanKey } from "../plan-catalog/plan";
import { buildFamilyTierRateSheet, buildRateSheet, type RateSheet } from "../rating/rate-sheet";
import { rosterHouseholds, type RosterPerson } from "./roster-households";
import { employeeCostBands, priceRosterAgainstPlans, type OfferTerms, type QuotablePlan } from "./roster-quote";
import { sharesOf } from "./schemes/contribution-bucket";
import { alike, type ContributionScheme, type TierCents } from "./schemes/contribution-scheme";

const startOn = calendarDate("2027-01-01");
const period = { ratingArea: 4, effectiveOn: startOn, expiresOn: calendarDate("2027-03-31") };
const profile = { childCapAppliesToDental: true, under21SpouseUsesChildSlot: false, tobaccoAllowed: true };

/** `baseCents` at age 0 and a dollar for each year of age, from `fromAge` on. */
function plan(id: string, baseCents: number, { fromAge = 0 } = {}): QuotablePlan {
  const planId = planKey(`99101TN${id}`);
  const rows = Array.from({ length: 66 - fromAge }, (_, index) => {
    const age = fromAge + index;
    return { fromAge: age, toAge: age, rateCents: cents(baseCents + 100 * age), tobaccoCents: null };
  });
  return quotable(planId, buildRateSheet({ planId, ...period }, rows));
}

function quotable(planId: PlanKey, built: { ok: boolean; value?: RateSheet }): QuotablePlan {
  return { planId, childCap: { twoParent: null, singleParent: null }, sheet: built.value ?? null };
}

const cheap = plan("0010001", 20_000);
const middle = plan("0010002", 30_000);
const dear = plan("0010003", 40_000);
const unpriced: QuotablePlan = { ...cheap, planId: planKey("99101TN0010009"), sheet: null };

function person(employeeId: string, bornOn: string, more: Partial<RosterPerson> = {}): RosterPerson {
  const hiredOn = calendarDate("2020-01-15");
  const names = { firstName: employeeId, lastName: "Worker" };
  const work = { hiredOn, employmentBasis: "full-time" } as const;
  return { employeeId, ...names, bornOn: calendarDate(bornOn), usesTobacco: null, ...work, dependents: [], ...more };
}

function dependent(dependentId: string, relationship: "spouse" | "child", bornOn: string) {
  return {
    dependentId,
    relationship,
    firstName: dependentId,
    lastName: "Worker",
    bornOn: calendarDate(bornOn),
    usesTobacco: null,
  };
}

const ana = person("ana", "1986-06-01");
const bo = person("bo", "1966-06-01", {
  dependents: [
    dependent("cy", "spouse", "1970-06-01"),
    dependent("di", "child", "2015-06-01"),
    dependent("ed", "child", "1999-06-01"),
  ],
});

function householdsOf(roster: readonly RosterPerson[], changes: Partial<Parameters<typeof rosterHouseholds>[0]> = {}) {
  return rosterHouseholds({ roster, startOn, today: startOn, waitingPeriod: null, offersDependents: true, ...changes });
}

const half = sharesOf({ employeeBasisPoints: basisPoints(5_000), dependentsBasisPoints: basisPoints(0) });
const halfOfReference: ContributionScheme = { method: "reference-plan-percent", shares: alike(half) };

function quotesOf(
  roster: readonly RosterPerson[],
  plans: readonly QuotablePlan[],
  reference?: PlanKey,
  offer: Partial<OfferTerms> = {},
) {
  const averages = "of-these-households" as const;
  const terms = reference ? { referencePlanId: reference, scheme: halfOfReference, averages, ...offer } : undefined;
  return priceRosterAgainstPlans({ households: householdsOf(roster), plans, line: "medical", startOn, profile, terms });
}

describe("who of a roster is priced", () => {
  it("leaves out a child who is 26 and keeps the rest of the family", () => {
    expect(householdsOf([bo])[0]?.members.map((member) => member.memberId)).toEqual(["bo", "cy", "di"]);
  });

  it("is the employee alone when no coverage is offered to dependents", () => {
    expect(householdsOf([bo], { offersDependents: false })[0]?.members).toHaveLength(1);
  });

  it("rates somebody who still waits at their age on their own first day", () => {
    const late = person("late", "1986-01-20", { hiredOn: calendarDate("2026-12-20") });
    const waitingPeriod = "first-of-month-on-or-after-30-days" as const;
    const [waiting] = householdsOf([late], { waitingPeriod });
    expect(waiting?.members[0]?.ratedOn).toBe("2027-02-01");
    const [quote] = priceRosterAgainstPlans({
      households: [waiting!],
      plans: [cheap],
      line: "medical",
      startOn,
      profile,
    });
    // 40 at the group's start on January 1, 41 on February 1.
    expect(quote?.premiumCents).toBe(20_000 + 4_100);
  });
});

describe("a roster priced against plans", () => {
  it("adds up every household in every plan", () => {
    const quotes = quotesOf([ana, bo], [cheap, dear]);
    const years = 40 + 60 + 56 + 11;
    expect(quotes.map((quote) => quote.premiumCents)).toEqual([4 * 20_000 + 100 * years, 4 * 40_000 + 100 * years]);
    expect(quotes.map((quote) => quote.cost)).toEqual([null, null]);
  });

  it("gives no group total where one person has no price, and none where no prices are loaded", () => {
    const adultsOnly = plan("0010004", 20_000, { fromAge: 21 });
    const [partly, none] = quotesOf([ana, bo], [adultsOnly, unpriced]);
    expect(partly).toMatchObject({ premiumCents: null, households: [{ quoted: true }, { quoted: false }] });
    expect(none).toMatchObject({
      premiumCents: null,
      households: [{ problems: [{ code: "no-rates-loaded" }] }, { quoted: false }],
    });
  });

  it("carries the reference plan's dollars to whatever plan is picked, never above its price", () => {
    const [low, reference] = quotesOf([ana], [plan("0010005", 1_000), middle, dear], middle.planId);
    // Half of $340.00 is $170.00, more than the $50.00 that the first plan costs.
    expect(low?.cost).toMatchObject({ premiumCents: 5_000, employerShareCents: 5_000, employeesShareCents: 0 });
    expect(reference?.cost).toMatchObject({
      premiumCents: 34_000,
      employerShareCents: 17_000,
      employeesShareCents: 17_000,
    });
  });

  it("costs nothing for nobody", () => {
    expect(quotesOf([], [cheap], cheap.planId)[0]).toMatchObject({ premiumCents: 0, cost: { householdCount: 0 } });
  });
});

describe("a roster under each way of paying", () => {
  const dollars = (alone: number, family: number): TierCents => ({
    ...{ "employee-only": cents(alone), "employee-and-spouse": cents(family) },
    ...{ "employee-and-children": cents(family), family: cents(family) },
  });
  // Bo's spouse is 56 and the child 11: in the dear plan the family costs $460.00, $456.00 and $411.00.
  const employerPays = (scheme: ContributionScheme, offer: Partial<OfferTerms> = {}) => {
    const [quote] = quotesOf([ana, bo], [dear, middle], middle.planId, { scheme, ...offer });
    return quote?.households.map((household) => household.quoted && household.contribution?.employerShareCents);
  };

  it.each<[string, ContributionScheme, number[]]>([
    ["half of the reference plan", halfOfReference, [17_000, 18_000]],
    ["half of the plan that is picked", { method: "chosen-plan-percent", shares: alike(half) }, [22_000, 23_000]],
    [
      "half of the plan that is picked, up to a limit",
      { method: "capped-percent", shares: alike(half), limits: alike(dollars(22_500, 22_500)) },
      [22_000, 22_500],
    ],
    ["dollars by family size", { method: "fixed-dollars", amounts: alike(dollars(30_000, 50_000)) }, [30_000, 50_000]],
    // Adults of 40, 60 and 56 cost $340.00, $360.00 and $356.00 in the reference plan: $352.00 each on average.
    ["half of the average", { method: "composite-reference-percent", shares: alike(half) }, [17_600, 17_600]],
  ])("pays %s", (_case, scheme, expected) => {
    expect(employerPays(scheme)).toEqual(expected);
  });

  it("keeps the averages that were fixed with the offer, whoever is priced", () => {
    const averages = { adultCents: cents(40_000), childCents: null };
    expect(employerPays({ method: "composite-reference-percent", shares: alike(half) }, { averages })).toEqual([
      20_000, 20_000,
    ]);
  });

  it("pays part-time people what it promises them", () => {
    const quarter = sharesOf({ employeeBasisPoints: basisPoints(2_500), dependentsBasisPoints: basisPoints(0) });
    const scheme: ContributionScheme = {
      method: "reference-plan-percent",
      shares: { "full-time": half, "part-time": quarter },
    };
    const roster = [ana, { ...ana, employeeId: "part", employmentBasis: "part-time" as const }];
    const [quote] = quotesOf(roster, [middle], middle.planId, { scheme });
    expect(quote?.cost).toMatchObject({ employerShareCents: 17_000 + 8_500 });
  });

  it("pays dollars for somebody whom the reference plan cannot price, and no share of it", () => {
    const adultsOnly = plan("0010004", 20_000, { fromAge: 21 });
    const scheme: ContributionScheme = { method: "fixed-dollars", amounts: alike(dollars(10_000, 20_000)) };
    const paid = (terms: Partial<OfferTerms>) =>
      quotesOf([bo], [middle, adultsOnly], adultsOnly.planId, terms)[0]?.cost?.employerShareCents ?? null;
    expect(paid({ scheme })).toBe(20_000);
    expect(paid({})).toBeNull();
    expect(paid({ scheme: { method: "composite-reference-percent", shares: alike(half) } })).toBeNull();
  });
});

describe("what each employee would pay", () => {
  it("is told in the cheapest, the reference and the dearest plan", () => {
    const quotes = quotesOf([ana, bo], [middle, dear, cheap, unpriced], middle.planId);
    const bands = employeeCostBands({ quotes, referencePlanId: middle.planId });
    expect(bands.map((band) => [band.employeeId, band.lowest.planId, band.highest.planId])).toEqual([
      ["ana", cheap.planId, dear.planId],
      ["bo", cheap.planId, dear.planId],
    ]);
    expect(bands[0]).toMatchObject({
      lowest: { employeeShareCents: 24_000 - 17_000 },
      reference: { employeeShareCents: 17_000 },
      highest: { employeeShareCents: 44_000 - 17_000 },
    });
  });

  it("names the earlier of two plans that cost the employee the same", () => {
    const twin = { ...plan("0010006", 30_000) };
    const [band] = employeeCostBands({
      quotes: quotesOf([ana], [middle, twin], middle.planId),
      referencePlanId: middle.planId,
    });
    expect([band?.lowest.planId, band?.highest.planId]).toEqual([middle.planId, middle.planId]);
  });

  it("is not told for somebody whom the reference plan cannot price", () => {
    const individualOnly = { individual: cents(30_000), couple: null, primaryAndOne: null, primaryAndTwo: null };
    const rest = { primaryAndThreeOrMore: null, coupleAndOne: null, coupleAndTwo: null, coupleAndThreeOrMore: null };
    const planId = planKey("99101TN0010007");
    const tiers: Record<string, Cents | null> = { ...individualOnly, ...rest };
    const built = buildFamilyTierRateSheet(
      { planId, ...period },
      tiers as Parameters<typeof buildFamilyTierRateSheet>[1],
    );
    const tiered = quotable(planId, built);
    const bands = employeeCostBands({ quotes: quotesOf([ana, bo], [tiered, cheap], planId), referencePlanId: planId });
    expect(bands.map((band) => band.employeeId)).toEqual(["ana"]);
  });
});
