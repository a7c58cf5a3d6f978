import { describe, expect, it } from "vitest";
import { calendarDate as day } from "../domain/calendar/calendar-date";
import { explainEmployeeCoverageStart, explainNewHireWindow } from "../domain/calendar/explain/explain-coverage-start";
import {
  explainEarliestStart,
  explainGroupDeadlines,
  explainRenewal,
} from "../domain/calendar/explain/explain-group-calendar";
import { sharesOf } from "../domain/contribution/schemes/contribution-bucket";
import type { ContributionScheme } from "../domain/contribution/schemes/contribution-scheme";
import { explainHouseholdContribution } from "../domain/contribution/schemes/explain-contribution";
import { explainContinuingEligibility } from "../domain/eligibility/continuing-eligibility.rule";
import { eligibilityRules, explainEmployerEligibility } from "../domain/eligibility/employer-eligibility.rule";
import { explainMarketplaceCalculatorFte, fteStepCodes } from "../domain/eligibility/fte-count.rule";
import { explainSection45rFte } from "../domain/eligibility/section-45r-fte.rule";
import { explainSection4980hSize, sizeBases } from "../domain/eligibility/section-4980h-size.rule";
import { explainStateHeadCount } from "../domain/eligibility/state-head-count.rule";
import { profileFor } from "../domain/exchange-profile/profile-for";
import type { Explanation } from "../domain/explanation";
import { basisPoints, cents } from "../domain/money/cents";
import { explainParticipation } from "../domain/participation/explain/explain-participation";
import type { ParticipationStatus } from "../domain/participation/minimum-participation.rule";
import type { Outcome } from "../domain/problem";
import { explainCompositeAverages, explainCompositeTiers } from "../domain/rating/explain/explain-composite";
import { explainHouseholdPremium } from "../domain/rating/explain/explain-household-premium";
import type { RateSheet } from "../domain/rating/rate-sheet";
import type { RatedMember } from "../domain/rating/rated-household";
import { communityTierSheet } from "../domain/rating/tiers/community-tiers.rule";
import { defaultCurveSheet, testSheetKey, testStartOn } from "../domain/rating/testing/default-curve-sheet";
import { householdOf, pricedAt, workedGroup } from "../domain/rating/testing/worked-group";
import { explanationSentence } from "./explanations";
import { catalogs } from "./i18n/catalogs.server";
import { locales, type Locale } from "./i18n/languages";
import { translator } from "./i18n/translator.server";
import { sourceFiles, textOf } from "./testing/source-files";

/** The line itself and the lines of its steps, in reading order. */
function linesOf(explanation: Explanation, locale: Locale): string[] {
  const steps = (explanation.steps ?? []).flatMap((step) => linesOf(step, locale));
  return [explanationSentence(translator(locale), locale, explanation), ...steps];
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map((problem) => problem.code).join());
  return outcome.value;
}

const profileOf = (state: string, on = "2026-10-01") => valueOf(profileFor({ state, on: day(on) }));

const family = householdOf(
  "e",
  [45, "self"],
  [42, "spouse", true],
  [19, "child"],
  [16, "child"],
  [12, "child"],
  [1, "child"],
);
const one = householdOf("e", [30, "self"]);
const couple = householdOf("e", [30, "self"], [30, "spouse"]);
const base = (dollars: number) => defaultCurveSheet({ baseCents: dollars * 100 });
const byHousehold = valueOf(communityTierSheet({ key: testSheetKey, individualCents: cents(10_000), state: "VT" }));

function premium(members: readonly RatedMember[], sheet: RateSheet): Explanation {
  const profile = { childCapAppliesToDental: true, under21SpouseUsesChildSlot: false, tobaccoAllowed: true };
  return valueOf(explainHouseholdPremium({ sheet, startOn: testStartOn, members, profile, line: "medical" }));
}

const percentages = { employeeBasisPoints: basisPoints(5_000), dependentsBasisPoints: basisPoints(2_500) };
const shares = { "full-time": sharesOf(percentages), "part-time": sharesOf(percentages) };
const alike = (amount: number) => {
  const tiers = {
    "employee-only": cents(amount),
    "employee-and-spouse": cents(amount),
    "employee-and-children": cents(amount),
    family: cents(amount),
  };
  return { "full-time": tiers, "part-time": tiers };
};

const promised = (chosen: number) =>
  explainHouseholdContribution({
    scheme: { method: "reference-plan-percent", shares },
    employment: "full-time",
    continuesCoverage: false,
    chosen: pricedAt(base(chosen), one),
    reference: pricedAt(base(300), one),
  });

function paid(
  scheme: ContributionScheme,
  members: readonly RatedMember[],
  sheet: RateSheet,
  continuesCoverage = false,
) {
  const chosen = pricedAt(sheet, members);
  return explainHouseholdContribution({ scheme, employment: "full-time", continuesCoverage, chosen });
}

const ofChosen: ContributionScheme = { method: "chosen-plan-percent", shares };

function takers(counts: Partial<Record<ParticipationStatus, number>>, state: string, on: string, isOwner = false) {
  const people = Object.entries(counts).flatMap(([status, count]) =>
    Array.from({ length: count }, (_, at) => ({
      employeeId: `${status}-${at}`,
      offered: true,
      isOwnerOrOwnerSpouse: isOwner,
      fullTime: true,
      status: status as ParticipationStatus,
    })),
  );
  const [startOn, submittedOn] = on.split(" from ").map(day);
  return explainParticipation({
    people,
    profile: profileOf(state, startOn),
    startOn: startOn!,
    submittedOn: submittedOn!,
  });
}

const elected = (takes: number, waives: number) => ({ elected: takes, "waived-no-other-coverage": waives });

function resort(summer: number, months: number) {
  const monthsOf = Array.from({ length: 12 }, (_, index) => ({
    fullTimeHeads: 41 + (index < months ? summer : 0),
    partTimeHours: [90.5, 130],
    seasonalHeads: index < months ? summer : 0,
  }));
  return valueOf(explainSection4980hSize({ basis: "preceding-calendar-year", sizeLimitFte: 50, months: monthsOf }));
}

const actual = (...hours: number[]) =>
  valueOf(
    explainSection45rFte(hours.map((h, at) => ({ personId: `p${at}`, services: [{ method: "actual", hours: h }] }))),
  );

const answers = (yes: boolean | null) => ({
  sizeAttested: yes,
  principalAddressInState: yes,
  offersAllFullTime: yes,
  atLeastOneNonOwnerEnrolling: yes,
});
const eligibility = (fte: number, yes: boolean | null, alreadyInShop = false) =>
  explainEmployerEligibility({
    profile: profileOf("WI"),
    fte,
    alreadyInShop,
    principalAddressState: "WI",
    attestations: answers(yes),
  });

const worker = { weeklyHours: 32, worksiteState: "CA", isContractor: false } as const;
const heads = (state: "CA" | "WI") =>
  explainStateHeadCount({ state, on: day("2026-01-01"), offersPartTime: false, workers: [worker] });

const factors = {
  "employee-only": basisPoints(10_000),
  "employee-and-spouse": basisPoints(20_000),
  "employee-and-children": basisPoints(18_500),
  family: basisPoints(28_500),
};
const listBill = workedGroup.map((members) => pricedAt(base(300), members));
const smokersBill = [householdOf("a", [30, "self", true]), householdOf("b", [32, "self"])].map((members) =>
  pricedAt(defaultCurveSheet({ baseCents: 30_003, tobaccoPercent: 150 }), members),
);

const waiting = (
  waitingPeriod: "date-of-hire" | "first-of-month-after-hire" | "first-of-month-on-or-after-60-days",
  groupStartOn = "2024-01-01",
) => explainEmployeeCoverageStart({ waitingPeriod, hiredOn: day("2024-11-02"), groupStartOn: day(groupStartOn) });

const real = {
  "premium by age": premium(family, base(300)),
  "premium with tobacco": premium(family, defaultCurveSheet({ baseCents: 30_000, tobaccoPercent: 150 })),
  "premium of one person": premium(one, base(300)),
  "premium by household": premium(couple, byHousehold),
  "contribution of a reference plan": promised(250),
  "contribution above the premium": promised(149),
  "contribution with an uncharged child": paid(ofChosen, family, base(300)),
  "contribution by household": paid(ofChosen, couple, byHousehold),
  "contribution in dollars": paid({ method: "fixed-dollars", amounts: alike(20_000) }, one, base(300)),
  "contribution in more dollars than the premium": paid(
    { method: "fixed-dollars", amounts: alike(90_000) },
    one,
    base(300),
  ),
  "contribution up to a limit": paid({ method: "capped-percent", shares, limits: alike(10_000) }, one, base(300)),
  "contribution after leaving": paid(ofChosen, one, base(300), true),
  "participation short": takers(elected(5, 5), "WI", "2026-10-01 from 2026-09-10"),
  "participation short by one": takers(elected(6, 4), "WI", "2026-10-01 from 2026-09-10"),
  "participation of 2015": takers(
    { ...elected(4, 3), "waived-covered-elsewhere": 3 },
    "WI",
    "2015-06-01 from 2015-05-10",
  ),
  "participation in the window": takers(elected(1, 9), "WI", "2027-01-01 from 2026-11-20"),
  "participation in a free month": takers(elected(1, 9), "DC", "2027-01-01 from 2026-10-20"),
  "participation of nobody": takers(elected(0, 0), "DC", "2026-10-01 from 2026-09-10"),
  "days of a group": explainGroupDeadlines({ profile: profileOf("DC"), startOn: day("2026-10-01") }),
  "days of a federal group": explainGroupDeadlines({ profile: profileOf("WI"), startOn: day("2026-10-01") }),
  "earliest start": explainEarliestStart({ profile: profileOf("WI"), receivedOn: day("2026-09-16") }),
  "earliest start to publish": explainEarliestStart({
    profile: profileOf("WI"),
    receivedOn: day("2026-09-09"),
    deadline: "publish",
  }),
  renewal: explainRenewal({ profile: profileOf("VT"), startOn: day("2026-07-01") }),
  "coverage after 60 days": waiting("first-of-month-on-or-after-60-days"),
  "coverage after the hire": waiting("first-of-month-after-hire"),
  "coverage on the day of hire": waiting("date-of-hire"),
  "coverage with the group": waiting("date-of-hire", "2025-02-01"),
  "choice of a new employee": explainNewHireWindow({ hiredOn: day("2026-03-02"), coverageStartOn: day("2026-04-01") }),
  "choice after a long wait": explainNewHireWindow({ hiredOn: day("2026-03-02"), coverageStartOn: day("2026-05-01") }),
  "size with a season": resort(40, 3),
  "size with a long season": resort(30, 6),
  "size of one month like the other": resort(0, 0),
  calculator: valueOf(explainMarketplaceCalculatorFte({ fullTimeHeads: 4, partTimeWeeklyHours: 1_075.5 })),
  "credit count": actual(2_080, 1_040, 2_500),
  "credit count of little work": actual(520),
  eligible: eligibility(12, true),
  "not eligible": eligibility(51, false),
  "too small, nothing answered": eligibility(0, null),
  "grown out": eligibility(51, true, true),
  "covered without a gap": explainContinuingEligibility({
    coveredYears: [{ startOn: day("2025-10-01"), endOn: day("2026-09-30") }],
    startOn: day("2026-10-01"),
  }),
  "covered with a gap": explainContinuingEligibility({ coveredYears: [], startOn: day("2026-10-01") }),
  "heads in California": heads("CA"),
  "heads in Wisconsin": heads("WI"),
  averages: valueOf(explainCompositeAverages(listBill)),
  "averages with tobacco": valueOf(explainCompositeAverages(smokersBill)),
  "tier prices": valueOf(explainCompositeTiers({ households: listBill, factors })),
} satisfies Record<string, Explanation>;

describe("what an explanation says", () => {
  const linesIn = (locale: Locale, name: keyof typeof real) => linesOf(real[name], locale);

  it.each(locales)("is whole sentences without a hole or a code in %s", (locale) => {
    const hole =
      /\{\{|undefined|null|NaN|object|\$t\(|explain-|_(one|other)|\be-\d|\b(WI|CA|DC|VT)\b|\d{4}-\d{2}-\d{2}/;
    const lines = Object.values(real).flatMap((explanation) => linesOf(explanation, locale));
    expect(lines.filter((line) => hole.test(line))).toEqual([]);
    expect(lines.filter((line) => !/^[\p{Lu}\p{N}$].*\.$/u.test(line))).toEqual([]);
  });

  it("names each person's price, the part for tobacco and the child who is not charged", () => {
    const [total, , spouse, ...others] = linesIn("en", "premium with tobacco");
    expect(total).toBe(
      "The premium is $1,798.95 a month: the prices of the 5 people who are charged, added up. Each person's age on " +
        "their first day counts. Nothing is rounded.",
    );
    expect(spouse).toBe(
      "Age 42, with tobacco use: $596.25 a month, the insurer's price for that age. $198.75 of it is for tobacco.",
    );
    expect(others.at(-1)).toBe(
      "Age 1: no charge. Of the children under 21 only the oldest are charged, 3 at most in this plan.",
    );
    expect(linesIn("es", "premium by age")[2]).toBe(
      "Edad 42: $397.50 al mes, el precio de la aseguradora para esa edad.",
    );
  });

  it("shows a share, what it is taken from, and what the premium allows", () => {
    expect(linesIn("en", "contribution of a reference plan")).toEqual([
      "You pay $170.25 a month and the employee pays $113.50. Together they make the premium of $283.75.",
      "Your percentages are taken of what the reference plan of your offer costs for each person. That many dollars go " +
        "toward whatever plan is picked.",
      "You promise 50% of $340.50. That is $170.25, rounded to the nearest cent. It is not more than this person's " +
        "premium of $283.75, so you pay $170.25 a month.",
    ]);
    expect(linesIn("es", "contribution above the premium")[2]).toBe(
      "Usted promete el 50% de $340.50. Son $170.25, redondeado al centavo más cercano. La prima de esta persona es de " +
        "solo $169.12 y usted nunca paga más que eso, así que paga $169.12 al mes.",
    );
  });

  it("counts the people who are missing, one or more", () => {
    expect(linesIn("en", "participation short by one")[0]).toMatch(/^1 more person has to enroll\./);
    expect(linesIn("en", "participation short").slice(0, 3)).toEqual([
      "2 more people have to enroll. People who count now: 5. The minimum is 7.",
      "Enrolled: 5. Covered elsewhere: 0. Together 5 of the 10 people in the count.",
      "The minimum is 70% of 10, rounded up to whole people: 7.",
    ]);
    expect(linesIn("es", "participation short")[0]).toMatch(/^Falta que se inscriban 2 personas más\./);
  });

  it("writes days with their weekday", () => {
    expect(linesIn("en", "coverage after 60 days")[1]).toBe(
      "The first day of work is Saturday, November 2, 2024. 60 days later is Wednesday, January 1, 2025. Weekends and " +
        "holidays count.",
    );
    expect(linesIn("es", "days of a group")[5]).toBe(
      "Su primer pago vence el lunes, 14 de septiembre de 2026. El día que fija el mercado, el sábado, 12 de " +
        "septiembre de 2026, cae en fin de semana o feriado, así que cuenta el siguiente día hábil.",
    );
  });

  it("divides hours and rounds them as the rule does", () => {
    expect(linesIn("en", "calculator").slice(1)).toEqual([
      "1,075.5 part-time hours a week divided by 30 make 35.85.",
      "Together with 4 full time: 39.85.",
      "39.85 rounded down to a whole number is 39.",
    ]);
    expect(linesIn("es", "credit count").at(-1)).toBe(
      "5,200 horas divididas entre 2,080, redondeado hacia abajo a un número entero: 2.",
    );
  });

  it("lets a line of the bill go below zero", () => {
    expect(linesIn("en", "averages with tobacco").at(-1)).toMatch(/^One line of -\$0\.01 on your group's bill/);
  });
});

describe("every line an explanation can hold", () => {
  const attested = eligibilityRules.filter((rule) => rule !== "small-employer");
  const made = [
    ...fteStepCodes.map((code) => `explain-fte-${code}`),
    ...sizeBases.map((basis) => `explain-size-of-${basis}`),
    ...attested.flatMap((rule) =>
      ["met", "not-met", "unanswered"].map((answer) => `explain-eligibility-${rule}-${answer}`),
    ),
  ];
  const rules = sourceFiles(["app/domain"], [".ts"]).filter((path) => !path.includes(".test."));
  const written = rules.flatMap((path) =>
    [...textOf(path).matchAll(/"(explain-[a-z0-9-]+)"/g)].map((match) => match[1]!),
  );
  const codes = [...new Set([...made, ...written])].sort();

  it.each(locales)("has its sentence in %s, and no sentence is left over", (locale) => {
    const keys = Object.keys(catalogs[locale].explanations).map((key) =>
      key.replace(/(_own)?(_(one|many|other))?$/, ""),
    );
    expect([...new Set(keys)].sort()).toEqual(codes);
  });

  it("is put together at run time only where this test says how", () => {
    const prefixes = rules.flatMap((path) =>
      [...textOf(path).matchAll(/`(explain-[a-z0-9-]+)\$/g)].map((match) => match[1]!),
    );
    expect(prefixes.sort()).toEqual(["explain-eligibility-", "explain-fte-", "explain-size-of-"]);
  });
});
