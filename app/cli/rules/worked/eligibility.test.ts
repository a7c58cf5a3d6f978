import { describe, expect, it } from "vitest";
import { askRule, refusalsOf } from "~/platform/testing/shop-command";

// Sections 1 and 8.2 of the federal rules for employers, asked on the command line.

const sameMonths = (month: { fullTimeHeads: number; partTimeHours: number[]; seasonalHeads?: number }) =>
  Array.from({ length: 12 }, () => month);
const onDay = "2027-01-01";
const met = {
  ...{ sizeAttested: true, principalAddressInState: true, offersAllFullTime: true, atLeastOneNonOwnerEnrolling: true },
};
const codesOf = async (name: string, document: unknown) =>
  (await refusalsOf(name, document)).map(({ code, field }) => `${field ?? ""} ${code}`.trim());

describe("the three counts of full-time equivalents differ", () => {
  it("section 4980H divides each month's hours by 120, 120 a person at most, and rounds the year's average down", async () => {
    // 10 + (120 + 60 + 119.99) / 120 = 12.49...
    const months = sameMonths({ fullTimeHeads: 10, partTimeHours: [130, 60, 119.99] });
    expect(await askRule("section-4980h-fte", { months })).toMatchObject({ fte: 12, method: "section-4980h" });
    const whole = sameMonths({ fullTimeHeads: 10, partTimeHours: [744, 60, 60] });
    expect(await askRule("section-4980h-fte", { months: whole })).toMatchObject({ fte: 12 });
    const steps = (await askRule("section-4980h-fte", { months: whole }))["steps"];
    expect(steps).toContainEqual({ code: "year-total", params: { equivalents: 144 } });
  });

  it.each([
    [10, 89.99, 12],
    [10, 90, 13],
    [0, 29.99, 0],
  ])("the calculator takes %i heads and %d weekly hours over 30 as %i", async (fullTimeHeads, hours, fte) => {
    const answer = await askRule("marketplace-calculator-fte", { fullTimeHeads, partTimeWeeklyHours: hours });
    expect(answer).toMatchObject({ fte, method: "marketplace-calculator" });
  });

  it.each([
    ["one full year", [{ method: "actual", hours: 2_080 }], 1, 2_080],
    ["more than a full year counts as one", [{ method: "actual", hours: 3_000 }], 1, 2_080],
    ["any work is one at least", [{ method: "actual", hours: 1 }], 1, 1],
    ["nobody's work is none", [{ method: "actual", hours: 0 }], 0, 0],
    ["eight hours a day", [{ method: "days-worked", days: 100 }], 1, 800],
    ["forty hours a week", [{ method: "weeks-worked", weeks: 52 }], 1, 2_080],
  ])("section 45R: %s", async (_, services, fte, totalHours) => {
    const answer = await askRule("section-45r-fte", { people: [{ personId: "a", services }] });
    expect(answer).toMatchObject({ fte, totalHours });
  });

  it("section 45R caps each person and rounds the sum down", async () => {
    const hours = [2_080, 2_200, 1_040, 1_039];
    const people = hours.map((each, at) => ({ personId: `p${at}`, services: [{ method: "actual", hours: each }] }));
    // 2,080 + 2,080 + 1,040 + 1,039 = 6,239, one hour short of three.
    expect(await askRule("section-45r-fte", { people })).toMatchObject({ fte: 2, totalHours: 6_239 });
    expect(await askRule("credited-hours", { service: { method: "weeks-worked", weeks: 53 } })).toEqual({
      ...{ creditedHours: 2_120, countedHours: 2_080 },
    });
  });

  it("heads of the state: California counts from 30 hours, from 20 where part-time people are offered coverage", async () => {
    const workers = [30, 29, 20, 19].map((weeklyHours) => ({ weeklyHours, worksiteState: "CA" }));
    const count = (offersPartTime: boolean) =>
      askRule("state-head-count", { state: "CA", on: onDay, offersPartTime, workers });
    expect(await count(false)).toMatchObject({ count: { eligibleHeads: 1 } });
    expect(await count(true)).toMatchObject({ count: { eligibleHeads: 3 } });
    const elsewhere = [...workers, ...Array(2).fill({ weeklyHours: 40, worksiteState: "NV" })];
    const asked = { state: "CA", on: onDay, offersPartTime: false, workers: elsewhere };
    expect(await codesOf("state-head-count", asked)).toEqual(["most-employees-in-other-states"]);
    expect(await askRule("state-head-count", { ...asked, state: "TX" })).toEqual({ allowed: true, count: null });
  });
});

describe("a small employer", () => {
  it.each([
    ["TX", 50],
    ["CA", 100],
    ["CO", 100],
    ["NY", 100],
    ["VT", 100],
  ])("in %s has up to %i", async (state, sizeLimitFte) => {
    const asked = { state, on: onDay, fte: sizeLimitFte };
    expect(await askRule("small-employer", asked)).toEqual({ allowed: true, sizeLimitFte });
    expect(await codesOf("small-employer", { ...asked, fte: sizeLimitFte + 1 })).toEqual(["fte employer-too-large"]);
    const stays = { ...asked, fte: sizeLimitFte + 1, alreadyInShop: true };
    expect(await askRule("small-employer", stays)).toEqual({ allowed: true, sizeLimitFte });
    expect(await codesOf("small-employer", { ...asked, fte: 0 })).toEqual(["fte employer-below-one-fte"]);
  });

  it("may exceed the limit for four months, or 120 days, when seasonal workers made the excess", async () => {
    const year = (months: number, seasonalHeads: number) =>
      Array.from({ length: 12 }, (_, month) =>
        month < months
          ? { fullTimeHeads: 120, partTimeHours: [], seasonalHeads }
          : { fullTimeHeads: 40, partTimeHours: [], seasonalHeads: 0 },
      );
    const size = { state: "TX", on: onDay, basis: "preceding-calendar-year" };
    const sizeOf = (months: unknown, more = {}) => askRule("section-4980h-size", { ...size, months, ...more });
    expect(await sizeOf(year(4, 70))).toMatchObject({ fte: 66, withinLimit: true, sizeLimitFte: 50 });
    expect(await sizeOf(year(4, 69))).toMatchObject({
      withinLimit: false,
      seasonal: { unexplainedMonths: [1, 2, 3, 4] },
    });
    expect(await sizeOf(year(5, 70))).toMatchObject({ withinLimit: false });
    expect(await sizeOf(year(5, 70), { daysOverLimit: 120 })).toMatchObject({ withinLimit: true });
    expect(await sizeOf(year(5, 70), { daysOverLimit: 121 })).toMatchObject({ withinLimit: false });
    const alone = await askRule("seasonal-workers", { state: "TX", on: onDay, months: year(4, 70) });
    expect(alone).toEqual({ applies: true, monthsOverLimit: 4, unexplainedMonths: [], sizeLimitFte: 50 });
  });

  it("is counted with the businesses it belongs together with, and a person of two of them once", async () => {
    const months = (hours: number) => Array.from({ length: 12 }, () => [{ personId: "ana", hours }]);
    const together = [
      { relation: "applicant", months: months(70) },
      { relation: "controlled-group", months: months(60) },
      { relation: "unrelated", months: months(700) },
    ];
    expect(await askRule("related-employers", { employers: together })).toMatchObject({ fte: 1 });
    const [first] = together;
    expect(await askRule("related-employers", { employers: [first] })).toMatchObject({ fte: 0 });
  });

  it("stays one while its coverage goes on without a day between", async () => {
    const coveredYears = [
      { startOn: "2025-01-01", endOn: "2025-12-31" },
      { startOn: "2026-01-01", endOn: "2026-12-31" },
    ];
    const continues = await askRule("continuing-eligibility", { coveredYears, startOn: "2027-01-01" });
    expect(continues).toEqual({ alreadyInShop: true, since: "2025-01-01" });
    const gap = await askRule("continuing-eligibility", { coveredYears, startOn: "2027-02-01" });
    expect(gap).toEqual({ alreadyInShop: false, since: null });
  });
});

describe("owners, partners and spouses", () => {
  const owner = { workerKind: "employee", ownerConnection: "owner-or-partner", ownershipBasisPoints: 10_000 };
  const spouse = { ...owner, ownerConnection: "spouse-of-owner-or-partner" };
  const worker = { workerKind: "employee" };
  const business = { entityKind: "sole-proprietorship", whollyOwnedByOneCouple: true };

  it("are no group by themselves, nor with a contractor", async () => {
    const contractor = { workerKind: "independent-contractor" };
    const asked = { business, workers: [owner, spouse, contractor] };
    expect(await codesOf("common-law-employee", asked)).toEqual(["no-employee-beside-owners"]);
    expect(await askRule("common-law-employee", { business, workers: [owner, worker] })).toMatchObject({
      workers: [{ isEmployee: false }, { isEmployee: true }],
    });
  });

  it("of an S corporation leave the size count from above 2 %", async () => {
    const corporation = { entityKind: "s-corporation", whollyOwnedByOneCouple: false };
    const workers = [200, 201].map((ownershipBasisPoints) => ({ ...owner, ownershipBasisPoints }));
    expect(await askRule("common-law-employee", { business: corporation, workers })).toMatchObject({
      workers: [{ countsForSize: true }, { countsForSize: false }],
    });
  });

  it("are not the employee whom the first day of the plan year needs", async () => {
    expect(await askRule("first-day-employees", { employees: 1, startOn: onDay })).toEqual({ allowed: true });
    expect(await codesOf("first-day-employees", { employees: 0, startOn: onDay })).toEqual([
      "no-employee-on-first-day",
    ]);
  });
});

describe("the four statements of the federal application", () => {
  const asked = { state: "WI", on: onDay, fte: 7, principalAddressState: "WI", attestations: met };

  it("make an employer eligible together", async () => {
    expect(await askRule("employer-eligibility", asked)).toMatchObject({ eligible: true, sizeLimitFte: 50 });
  });

  it.each([
    ["sizeAttested", "employer-size-not-attested"],
    ["principalAddressInState", "principal-address-not-attested"],
    ["offersAllFullTime", "full-time-employees-left-out"],
    ["atLeastOneNonOwnerEnrolling", "no-non-owner-enrolling"],
  ])("without %s they do not", async (name, code) => {
    const answer = await askRule("employer-eligibility", { ...asked, attestations: { ...met, [name]: false } });
    expect(answer).toMatchObject({ eligible: false });
    const findings = JSON.stringify(answer["findings"]);
    expect(findings).toContain(`"code":"${code}"`);
    expect(findings).toContain('"sentence":"');
  });

  it("take the worksite's marketplace as well as the address's", async () => {
    const elsewhere = { ...asked, principalAddressState: "IL" };
    expect(await askRule("employer-eligibility", elsewhere)).toMatchObject({ eligible: false });
    expect(await askRule("employer-eligibility", { ...elsewhere, worksiteStates: ["WI"] })).toMatchObject({
      eligible: true,
    });
  });
});

describe("who may be covered", () => {
  const family = { coverageStartOn: "2027-01-01", today: "2026-11-20" };
  const child = (bornOn: string, relationship = "child") => ({ dependents: [{ relationship, bornOn }], ...family });

  it("a child until 26, a disabled child after that", async () => {
    expect(await askRule("dependent-eligibility", child("2001-01-02"))).toEqual({ allowed: true });
    expect(await codesOf("dependent-eligibility", child("2001-01-01"))).toEqual(["dependents.0.bornOn child-too-old"]);
    expect(await askRule("dependent-eligibility", child("1991-01-01", "disabled-child"))).toEqual({ allowed: true });
    const notOffered = { ...child("2010-01-01"), dependentsOffered: false };
    expect(await codesOf("dependent-eligibility", notOffered)).toEqual(["dependents dependents-not-offered"]);
  });

  it("somebody younger than 110 who has been born", async () => {
    const asked = { hiredOn: "2026-01-05", today: "2026-11-20" };
    expect(await askRule("employee-age", { ...asked, bornOn: "1990-05-05" })).toEqual({ allowed: true, problem: null });
    expect(await codesOf("employee-age", { ...asked, bornOn: "2026-12-01" })).toEqual([
      "bornOn birth-date-in-the-future",
    ]);
    expect(await codesOf("employee-age", { ...asked, bornOn: "1916-11-20" })).toEqual(["bornOn age-not-plausible"]);
    expect(await askRule("employee-age", { ...asked, bornOn: "2015-01-01" })).toMatchObject({
      problem: { code: "employee-under-14-when-hired" },
    });
  });
});
