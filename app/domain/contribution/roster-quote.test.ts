import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { basisPoints, cents, type Cents } from "../money/cents";
import { planKey, type PlanKey } from "../plan-catalog/plan";
import { buildFamilyTierRateSheet, buildRateSheet, type RateSheet } from "../rating/rate-sheet";
import { rosterHouseholds, type RosterPerson } from "./roster-households";
import { employeeCostBands, priceRosterAgainstPlans, type QuotablePlan } from "./roster-quote";

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
  return { employeeId, ...names, bornOn: calendarDate(bornOn), usesTobacco: null, hiredOn, dependents: [], ...more };
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

function quotesOf(roster: readonly RosterPerson[], plans: readonly QuotablePlan[], reference?: PlanKey) {
  const percentages = { employeeBasisPoints: basisPoints(5_000), dependentsBasisPoints: basisPoints(0) };
  const terms = reference ? { referencePlanId: reference, percentages } : undefined;
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
