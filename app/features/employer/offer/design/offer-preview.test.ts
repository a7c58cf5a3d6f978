import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import type { CoverageLine } from "~/domain/coverage-line";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import { insertSmallCatalog, insertSmallEmployer, nashville, smallPlans } from "~db/testing/small-catalog";
import { saveCoverageYear } from "../coverage-year/save-coverage-year.command.server";
import { loadOfferPage } from "../offer-page.server";
import { loadOfferPreview } from "./offer-preview.server";

const database = useTestDatabase();
const today = calendarDate("2026-11-24");
const { bronze, wideBronze, silver } = smallPlans;
type Act = Awaited<ReturnType<typeof insertSmallEmployer>>;
let act: Act;
let empty: Act;

beforeAll(async () => {
  await database.asAdmin(insertSmallCatalog);
  const people = [
    { firstName: "Ana", bornOn: calendarDate("1986-06-01") },
    { firstName: "Bo", bornOn: calendarDate("2001-03-01") },
  ];
  act = await database.asAdmin((admin) => insertSmallEmployer(admin, { people }));
  empty = await database.asAdmin((admin) => insertSmallEmployer(admin, { people: [] }));
  const input = {
    startOn: calendarDate("2027-01-01"),
    opensOn: calendarDate("2026-12-01"),
    closesOn: calendarDate("2026-12-14"),
    waitingPeriod: "first-of-month-on-or-after-hire",
    offersDependents: "yes",
    payFrequency: "biweekly",
    version: 0,
  } as const;
  for (const one of [act, empty]) {
    expect((await saveCoverageYear({ ...one, state: "TN", today, input })).ok).toBe(true);
  }
});

const half = {
  ...{ choiceModel: "metal-level", metalLevel: "bronze", issuerId: "", referencePlanId: wideBronze.planId },
  ...{ employeeBasisPoints: "50", dependentsBasisPoints: "0" },
};

function request(asked: Record<string, string>, of: Act = act, line: CoverageLine = "medical") {
  const { employerId, userId } = of;
  const payFrequency = "biweekly" as const;
  return { employerId, userId, place: nashville, payFrequency, today, line, asked: new URLSearchParams(asked) };
}

describe("what an offer would cost, while its form changes", () => {
  it("is worked out in one statement", async () => {
    await loadOfferPreview(request(half));
    const { statements } = await countStatements(() => loadOfferPreview(request(half)));
    expect(statements).toBe(1);
  });

  it("adds up the business's part of the month and of twelve months", async () => {
    const { preview } = await loadOfferPreview(request(half));
    // In the reference plan Ana (40) costs $250.00 and Bo (25) $235.00; half of each is $125.00 and $117.50.
    expect(preview).toMatchObject({
      ...{ planCount: 2, yearCents: 291_000 },
      cost: { employerShareCents: 24_250, employeesShareCents: 24_250, premiumCents: 48_500 },
    });
  });

  it("says how many pay less than a round amount a paycheck", async () => {
    const { preview } = await loadOfferPreview(request(half));
    // 26 paydays: $57.69 and $54.23.
    expect(preview?.headline).toEqual({ underCents: 7_500, heads: 2, ofHeads: 2, mostCents: 5_769 });
  });

  it("puts who pays most first, and names the cheapest and the dearest plan", async () => {
    const { preview } = await loadOfferPreview(request(half));
    expect(preview?.bands).toMatchObject([
      { name: "Ana Worker", lowest: { monthCents: 11_500 }, highest: { monthCents: 12_500, paycheckCents: 5_769 } },
      { name: "Bo Worker", lowest: { monthCents: 10_750, planName: "Cumberland Health bronze 1" } },
    ]);
  });

  it("shows the youngest and the oldest what each way of offering would mean at the same shares", async () => {
    const { preview } = await loadOfferPreview(request(half));
    expect(
      preview?.examples.map(({ model, planCount, people }) => [
        ...[model, planCount],
        ...people.map((person) => [person.ageYears, person.lowest.paycheckCents, person.highest.paycheckCents]),
      ]),
    ).toEqual([
      ["single-plan", 1, [25, 5_423, 5_423], [40, 5_769, 5_769]],
      // Bronze costs Bo $225.00 and Ana $240.00.
      ["metal-level", 2, [25, 4_962, 5_423], [40, 4_962 + 346, 5_769]],
      // Silver costs Bo $325.00 and Ana $340.00.
      ["single-issuer", 3, [25, 4_962, 9_577], [40, 5_308, 9_923]],
    ]);
  });

  it("is that of an example while nobody is listed, without people of the business", async () => {
    const { preview } = await loadOfferPreview(request(half, empty));
    expect(preview).toMatchObject({ examples: [], unpriced: [], cost: { employerShareCents: 12_500 } });
  });

  it("has nothing to say before the form says anything", async () => {
    expect(await loadOfferPreview(request({}))).toEqual({ problems: [], preview: null });
  });

  it("says what keeps it from being shown", async () => {
    expect(await loadOfferPreview(request({ ...half, referencePlanId: silver.planId }))).toMatchObject({
      preview: null,
      problems: [{ code: "reference-plan-not-in-offer" }],
    });
  });
});

describe("the form as the address asks for it", () => {
  it("keeps what was typed when it cannot be shown", async () => {
    const page = await loadOfferPage(request({ ...half, employeeBasisPoints: "half" }));
    expect(page.refused).toMatchObject({
      problems: [{ code: "invalid-percent", field: "employeeBasisPoints" }],
      values: { employeeBasisPoints: ["half"], referencePlanId: [wideBronze.planId] },
    });
    expect((await loadOfferPage(request({ ...half, referencePlanId: bronze.planId }))).refused).toBeNull();
  });
});
