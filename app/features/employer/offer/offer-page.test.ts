import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { parsePosted } from "~/platform/forms/parse-form";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import { insertSmallCatalog, insertSmallEmployer, nashville, smallPlans } from "~db/testing/small-catalog";
import { loadCoverageYear } from "./coverage-year/coverage-year-page.server";
import { saveOfferSchema } from "./offer.schema";
import { loadOfferPage } from "./offer-page.server";
import { loadReviewPage } from "./review-page.server";
import { saveCoverageYear } from "./coverage-year/save-coverage-year.command.server";
import { saveOffer } from "./save-offer.command.server";

const database = useTestDatabase();
const today = calendarDate("2026-11-24");
const startOn = calendarDate("2027-01-01");
const { bronze, wideBronze, silver } = smallPlans;
let act: { employerId: string; userId: string; actorName: string };
beforeAll(async () => {
  await database.asAdmin(insertSmallCatalog);
  const people = [{ firstName: "Ana", bornOn: calendarDate("1986-06-01") }];
  act = await database.asAdmin((admin) => insertSmallEmployer(admin, { people }));
});

function request() {
  return { employerId: act.employerId, userId: act.userId, place: nashville, payFrequency: "biweekly" as const, today };
}

function offerPage(asked: Record<string, string> = {}) {
  return loadOfferPage({ ...request(), line: "medical", asked: new URLSearchParams(asked) });
}

const level = {
  choiceModel: "metal-level",
  metalLevel: "bronze",
  issuerId: "",
  referencePlanId: wideBronze.planId,
  employeeBasisPoints: "50",
  dependentsBasisPoints: "0",
};

async function saveYear() {
  const [opensOn, closesOn] = [calendarDate("2026-12-01"), calendarDate("2026-12-14")];
  const waitingPeriod = "first-of-month-on-or-after-hire";
  const input = {
    startOn,
    opensOn,
    closesOn,
    waitingPeriod,
    offersDependents: "yes",
    payFrequency: "biweekly",
    version: 0,
  } as const;
  expect((await saveCoverageYear({ ...act, state: "TN", today, input })).ok).toBe(true);
}

describe("the coverage-year page", () => {
  it("suggests the earliest open start with its dates, in one statement", async () => {
    const { result, statements } = await countStatements(() =>
      loadCoverageYear({ ...request(), wantedStartOn: undefined }),
    );
    expect(statements).toBe(1);
    expect(result).toMatchObject({
      startOn,
      opensOn: "2026-12-01",
      closesOn: "2026-12-14",
      mayChange: true,
      version: 0,
    });
    expect(result.starts.map((start) => start.startOn)).toEqual(["2027-01-01", "2027-02-01"]);
  });

  it("moves every date with another start, and answers one that is over with the next", async () => {
    const later = await loadCoverageYear({ ...request(), wantedStartOn: calendarDate("2027-02-01") });
    expect(later).toMatchObject({ startOn: "2027-02-01", closesOn: "2027-01-14", startProblems: [] });
    const over = await loadCoverageYear({ ...request(), wantedStartOn: calendarDate("2026-12-01") });
    expect(over).toMatchObject({
      startOn: "2027-01-01",
      startProblems: [{ code: "start-date-deadline-passed", params: { nextStartOn: "2027-01-01" } }],
    });
  });
});

describe("the offer page", () => {
  it("waits for the coverage year, then shows plans with prices only and no cost before anything is chosen", async () => {
    expect(await offerPage()).toMatchObject({ hasCoverageYear: false });
    await saveYear();
    const page = await offerPage({ referencePlanId: silver.planId });
    expect(page).toMatchObject({
      hasCoverageYear: true,
      mayChange: true,
      preview: null,
      problems: [],
      terms: { referencePlanId: silver.planId },
    });
    expect(page.plans.map((plan) => plan.planId)).not.toContain(smallPlans.unpricedGold.planId);
  });

  it("shows what the form in the address would cost a month and a paycheck, and saves nothing", async () => {
    const { preview, isOffered } = await offerPage(level);
    expect(isOffered).toBe(false);
    // Ana is 40: $240.00 in bronze, $250.00 in the reference plan, of which the business pays half.
    expect(preview?.cost).toMatchObject({
      premiumCents: 25_000,
      employerShareCents: 12_500,
      employeesShareCents: 12_500,
    });
    expect(preview?.bands).toMatchObject([
      {
        name: "Ana Worker",
        lowest: { monthCents: 11_500, paycheckCents: 5_308 },
        reference: { monthCents: 12_500, paycheckCents: 5_769 },
      },
    ]);
  });

  it("says why there is no cost yet", async () => {
    expect(await offerPage({ ...level, referencePlanId: "" })).toMatchObject({
      preview: null,
      problems: [{ code: "reference-plan-required" }],
    });
    expect(await offerPage({ ...level, referencePlanId: silver.planId })).toMatchObject({
      preview: null,
      problems: [{ code: "reference-plan-not-in-offer" }],
    });
  });
});

describe("the review page", () => {
  it("adds up what is offered and finds nothing missing", async () => {
    const typed = { choiceModel: "single-plan", referencePlanId: bronze.planId, version: "1" };
    const input = parsePosted(saveOfferSchema, { ...typed, employeeBasisPoints: "50", dependentsBasisPoints: "0" });
    const saved =
      input.ok && (await saveOffer({ ...act, place: nashville, today, line: "medical", input: input.value }));
    expect(saved).toMatchObject({ ok: true });
    const page = await loadReviewPage({ ...request(), isEligible: true });
    expect(page).toMatchObject({ problems: [], employeeCount: 1, cost: { employerShareCents: 12_000 } });
    expect(page.offers).toMatchObject([
      { line: "medical", planCount: 1, referencePlanName: "Cumberland Health bronze 1" },
    ]);
    expect((await loadReviewPage({ ...request(), isEligible: false })).problems).toMatchObject([
      { code: "employer-not-eligible-yet" },
    ]);
  });
});
