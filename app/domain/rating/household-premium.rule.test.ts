import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { relationships, type Relationship } from "../household/relationship";
import { cents, sumCents } from "../money/cents";
import { householdMonthlyPremium, type HouseholdPremiumInput } from "./household-premium.rule";
import { buildRateSheet } from "./rate-sheet";
import type { HouseholdPremium, RatedMember } from "./rated-household";
import { defaultCurveSheet, personAged, testSheetKey, testStartOn } from "./testing/default-curve-sheet";

const sheet = defaultCurveSheet({ baseCents: 30_000 });
const smokersSheet = defaultCurveSheet({ baseCents: 30_000, tobaccoPercent: 150 });
const profile = { childCapAppliesToDental: true, under21SpouseUsesChildSlot: false, tobaccoAllowed: true };
const usual = { sheet, startOn: testStartOn, profile, line: "medical" } as const;

type Person = readonly [age: number, relationship: Relationship];
function household(...people: readonly Person[]): RatedMember[] {
  return people.map(([age, relationship], index) => personAged(age, { memberId: `m${index}`, relationship }));
}

function priced(input: HouseholdPremiumInput): HouseholdPremium {
  const outcome = householdMonthlyPremium(input);
  if (!outcome.ok) throw new Error(`not priced: ${outcome.problems.map((p) => p.code).join()}`);
  return outcome.value;
}

function premiumsOf(members: readonly RatedMember[], change: Partial<HouseholdPremiumInput> = {}): number[] {
  return priced({ ...usual, members, ...change }).members.map((member) => member.premiumCents);
}

describe("a list bill with a base price of 300.00", () => {
  const families: [string, Person[], number[]][] = [
    ["an employee of 30", [[30, "self"]], [34_050]],
    [
      "an employee of 45 with spouse and two children",
      [
        [45, "self"],
        [44, "spouse"],
        [15, "child"],
        [12, "child"],
      ],
      [43_320, 41_910, 24_990, 22_950],
    ],
    ["an employee of 60", [[60, "self"]], [81_420]],
    [
      "an employee of 24 with a child of 2",
      [
        [24, "self"],
        [2, "child"],
      ],
      [30_000, 22_950],
    ],
  ];

  it.each(families)("charges %s by age", (_, people, premiums) => {
    expect(premiumsOf(household(...people))).toEqual(premiums);
  });

  it("comes to 3,015.90 for the group", () => {
    const totals = families.map(([, people]) => priced({ ...usual, members: household(...people) }).totalCents);
    expect(sumCents(totals)).toBe(301_590);
  });
});

describe("children under 21", () => {
  const fourChildren = household(
    [45, "self"],
    [42, "spouse"],
    [19, "child"],
    [16, "stepchild"],
    [12, "foster-child"],
    [8, "child"],
  );

  it("charges only the three oldest", () => {
    const premium = priced({ ...usual, members: fourChildren });
    expect(premium.members.map((m) => m.premiumCents)).toEqual([43_320, 39_750, 28_230, 25_770, 22_950, 0]);
    expect(premium.totalCents).toBe(160_020);
    expect(premium.members[5]).toMatchObject({ treatment: "fourth-or-later-child", rateAgeBand: { fromAge: 0 } });
  });

  it.each([
    [1, [28_230, 0, 0, 0]],
    [2, [28_230, 25_770, 0, 0]],
    [3, [28_230, 25_770, 22_950, 0]],
    [null, [28_230, 25_770, 22_950, 0]],
  ] as const)("charges as many as the issuer filed (%s)", (childCap, premiums) => {
    expect(premiumsOf(fourChildren, { childCap }).slice(2)).toEqual(premiums);
  });

  it.each([
    ["a couple", fourChildren, 2],
    ["a single parent", fourChildren.filter((member) => member.relationship !== "spouse"), 1],
  ])("charges %s by the cap filed for them", (_, members, charged) => {
    const premiums = priced({ ...usual, members, childCap: { twoParent: 2, singleParent: 1 } }).members;
    expect(premiums.filter((member) => member.ageYears < 21 && member.premiumCents > 0)).toHaveLength(charged);
  });

  it("charges three where the issuer filed a cap for other households only", () => {
    expect(premiumsOf(fourChildren, { childCap: { twoParent: null, singleParent: 1 } })[5]).toBe(0);
    expect(premiumsOf(fourChildren, { childCap: { twoParent: null, singleParent: 1 } })[4]).toBe(22_950);
  });

  it("charges every child of 21 or older beside three younger ones", () => {
    const members = household([50, "self"], [21, "child"], [20, "child"], [19, "child"], [18, "child"]);
    expect(premiumsOf(members)).toEqual([53_580, 30_000, 29_100, 28_230, 27_390]);
  });

  it("takes the lower ids among children born on one day", () => {
    const twins = ["d", "b", "c", "a"].map((memberId) => personAged(5, { memberId, relationship: "child" }));
    expect(premiumsOf(twins)).toEqual([0, 22_950, 22_950, 22_950]);
  });

  it("counts days, not years, when it looks for the oldest", () => {
    const child = (memberId: string, bornOn: string): RatedMember => ({
      memberId,
      relationship: "child",
      bornOn: calendarDate(bornOn),
      usesTobacco: false,
    });
    const members = [
      child("a", "2015-05-04"),
      child("b", "2015-05-03"),
      child("c", "2015-05-02"),
      child("d", "2015-05-01"),
    ];
    expect(premiumsOf(members)).toEqual([0, 22_950, 22_950, 22_950]);
  });

  it.each([
    [true, 0],
    [false, 22_950],
  ])("in stand-alone dental the exchange decides about the cap (%s)", (childCapAppliesToDental, youngest) => {
    const change = { line: "dental", profile: { ...profile, childCapAppliesToDental } } as const;
    expect(premiumsOf(fourChildren, change)[5]).toBe(youngest);
  });

  it.each([
    [true, false, 0],
    [false, true, 22_950],
    [null, false, 22_950],
    [null, true, 0],
  ])("in stand-alone dental an issuer's own setting %s goes before the exchange's %s", (own, exchange, youngest) => {
    const ofExchange = { ...profile, childCapAppliesToDental: exchange };
    const change = { line: "dental", profile: ofExchange, issuerCapsDentalChildren: own } as const;
    expect(premiumsOf(fourChildren, change)[5]).toBe(youngest);
  });

  it("keeps the cap in medical coverage whatever the exchange says about dental", () => {
    expect(premiumsOf(fourChildren, { profile: { ...profile, childCapAppliesToDental: false } })[5]).toBe(0);
  });
});

describe("a spouse or employee under 21", () => {
  const youngCouple = household([20, "self"], [20, "spouse"], [3, "child"], [2, "child"], [1, "child"]);

  it("pays the price of their age and takes no child's place", () => {
    expect(premiumsOf(youngCouple)).toEqual([29_100, 29_100, 22_950, 22_950, 22_950]);
  });

  it("takes a place only where the exchange counts a spouse", () => {
    const change = { profile: { ...profile, under21SpouseUsesChildSlot: true } };
    expect(premiumsOf(youngCouple, change)).toEqual([29_100, 29_100, 22_950, 22_950, 0]);
  });
});

describe("age", () => {
  const born = (bornOn: string, ratedOn?: string): RatedMember => ({
    memberId: "m",
    relationship: "self",
    bornOn: calendarDate(bornOn),
    usesTobacco: false,
    ratedOn: ratedOn === undefined ? undefined : calendarDate(ratedOn),
  });

  it.each([
    ["1995-01-01", 30, 34_050],
    ["1995-01-02", 29, 33_570],
    ["1961-01-01", 64, 90_000],
    ["1930-01-01", 95, 90_000],
  ])("somebody born %s is %i on the first day of the plan year", (bornOn, ageYears, premiumCents) => {
    expect(priced({ ...usual, members: [born(bornOn)] }).members[0]).toMatchObject({ ageYears, premiumCents });
  });

  it("is taken on the day of joining for somebody who joins later", () => {
    expect(priced({ ...usual, members: [born("1995-01-02", "2025-02-01")] }).members[0]?.ageYears).toBe(30);
  });

  it("does not exist for somebody born after the start", () => {
    expect(householdMonthlyPremium({ ...usual, members: [born("2025-01-02")] })).toMatchObject({
      ok: false,
      problems: [{ code: "member-born-after-start", params: { memberId: "m" } }],
    });
  });
});

describe("tobacco", () => {
  it.each([
    [20, 29_100, 0],
    [21, 45_000, 15_000],
    [30, 51_075, 17_025],
  ])("a user of %i pays %i, of it %i for tobacco", (age, premiumCents, tobaccoSurchargeCents) => {
    const members = [personAged(age, { memberId: "m", relationship: "self", usesTobacco: true })];
    expect(priced({ ...usual, sheet: smokersSheet, members }).members[0]).toMatchObject({
      premiumCents,
      tobaccoSurchargeCents,
    });
  });

  it("is never charged where the exchange's state bars it", () => {
    const members = [personAged(30, { memberId: "m", relationship: "self", usesTobacco: true })];
    expect(premiumsOf(members, { sheet: smokersSheet, profile: { ...profile, tobaccoAllowed: false } })).toEqual([
      34_050,
    ]);
  });

  it("changes nothing in a plan that does not rate it", () => {
    const members = [personAged(30, { memberId: "m", relationship: "self", usesTobacco: true })];
    expect(premiumsOf(members)).toEqual([34_050]);
  });
});

describe("a plan without a price for somebody", () => {
  const built = buildRateSheet(testSheetKey, [{ fromAge: 0, toAge: 63, rateCents: cents(100), tobaccoCents: null }]);

  it("is not quotable, and says for whom", () => {
    if (!built.ok) throw new Error("the table is whole from 0 to 63");
    const members = household([63, "self"], [64, "spouse"]);
    expect(householdMonthlyPremium({ ...usual, sheet: built.value, members })).toEqual({
      ok: false,
      problems: [{ code: "plan-not-quotable", params: { planId: testSheetKey.planId, memberId: "m1", ageYears: 64 } }],
    });
  });
});

describe("any household", () => {
  const anyone = fc.record({
    age: fc.integer({ min: 0, max: 100 }),
    relationship: fc.constantFrom(...relationships),
    usesTobacco: fc.boolean(),
  });
  const anyHousehold = fc
    .array(anyone, { minLength: 1, maxLength: 9 })
    .map((people) => people.map(({ age, ...person }, index) => personAged(age, { ...person, memberId: `m${index}` })));
  const byId = (premium: HouseholdPremium) =>
    [...premium.members].sort((a, b) => (a.memberId < b.memberId ? -1 : 1)).map((m) => [m.memberId, m.premiumCents]);

  it("pays the same in whatever order its members are listed", () => {
    const twoOrders = anyHousehold.chain((members) =>
      fc.tuple(fc.constant(members), fc.shuffledSubarray(members, { minLength: members.length })),
    );
    fc.assert(
      fc.property(twoOrders, ([members, shuffled]) => {
        const first = priced({ ...usual, sheet: smokersSheet, members });
        const second = priced({ ...usual, sheet: smokersSheet, members: shuffled });
        expect(second.totalCents).toBe(first.totalCents);
        expect(byId(second)).toEqual(byId(first));
      }),
    );
  });

  it("pays the sum of its members, and never nothing for somebody of 21 or older", () => {
    fc.assert(
      fc.property(anyHousehold, (members) => {
        const premium = priced({ ...usual, members });
        expect(premium.totalCents).toBe(sumCents(premium.members.map((m) => m.premiumCents)));
        expect(premium.members.every((m) => m.ageYears < 21 || m.premiumCents > 0)).toBe(true);
        const chargedChildren = premium.members.filter(
          (m) =>
            m.ageYears < 21 && m.premiumCents > 0 && !["self", "spouse", "domestic-partner"].includes(m.relationship),
        );
        expect(chargedChildren.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
