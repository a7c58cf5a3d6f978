import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import {
  insertSmallCatalog,
  insertSmallEmployer,
  nashville,
  smallPlans,
  type SmallPerson,
} from "~db/testing/small-catalog";
import { saveCoverageYear } from "../coverage-year/save-coverage-year.command.server";
import { loadOfferPage } from "../offer-page.server";
import { loadFrontierPage } from "./frontier/frontier-page.server";

const database = useTestDatabase();
const today = calendarDate("2026-11-24");
const { bronze, wideBronze, otherSilver } = smallPlans;
type Act = Awaited<ReturnType<typeof insertSmallEmployer>>;
const acts: { alone?: Act; family?: Act } = {};

// In the wide bronze plan Ana (40) costs $250.00 and Bo (25) $235.00; Ana's child of 10 costs $220.00.
const ana = { firstName: "Ana", bornOn: calendarDate("1986-06-01") };
const bo = { firstName: "Bo", bornOn: calendarDate("2001-03-01") };
const child = { relationship: "child", bornOn: calendarDate("2016-05-01") } as const;

async function businessWith(people: readonly SmallPerson[]): Promise<Act> {
  const act = await database.asAdmin((admin) => insertSmallEmployer(admin, { people }));
  const input = {
    startOn: calendarDate("2027-01-01"),
    opensOn: calendarDate("2026-12-01"),
    closesOn: calendarDate("2026-12-14"),
    waitingPeriod: "first-of-month-on-or-after-hire",
    offersDependents: "yes",
    payFrequency: "biweekly",
    version: 0,
  } as const;
  expect((await saveCoverageYear({ ...act, state: "TN", today, input })).ok).toBe(true);
  return act;
}

beforeAll(async () => {
  await database.asAdmin(insertSmallCatalog);
  acts.alone = await businessWith([ana, bo]);
  acts.family = await businessWith([{ ...ana, family: [child] }, bo]);
});

const half = {
  ...{ choiceModel: "metal-level", metalLevel: "bronze", referencePlanId: wideBronze.planId },
  ...{ employeeBasisPoints: "50", dependentsBasisPoints: "10" },
};

function request(asked: Record<string, string>, whose: keyof typeof acts = "alone") {
  const act = acts[whose];
  if (!act) throw new Error("the businesses are made first");
  const { employerId, userId } = act;
  const payFrequency = "biweekly" as const;
  const line = "medical" as const;
  return { employerId, userId, place: nashville, payFrequency, today, line, asked: new URLSearchParams(asked) };
}

describe("a monthly budget worked backwards", () => {
  it.each([
    // 80 % of $485.00 is $388.00; 75 % is $363.75.
    ["388", 8_000, 38_800],
    ["387.99", 7_500, 36_375],
    ["485", 10_000, 48_500],
    ["10000", 10_000, 48_500],
  ])("of $%s buys the highest share that stays within it", async (budget, employeeBasisPoints, cost) => {
    const page = await loadOfferPage(request({ ...half, budget }));
    expect(page).toMatchObject({
      terms: { employeeBasisPoints, dependentsBasisPoints: 1_000 },
      budget: { employerMonthlyCents: cost },
      preview: { cost: { employerShareCents: cost } },
    });
  });

  it("raises the employees' share first and then the families'", async () => {
    // All of $485.00, and 5 % of the child's $220.00 is $11.00.
    const bought = async (budget: string) => (await loadOfferPage(request({ ...half, budget }, "family"))).terms;
    expect(await bought("496")).toMatchObject({ employeeBasisPoints: 10_000, dependentsBasisPoints: 500 });
    expect(await bought("495.99")).toMatchObject({ employeeBasisPoints: 10_000, dependentsBasisPoints: 0 });
  });

  it("that is no amount is refused on its field, and the offer stays", async () => {
    const page = await loadOfferPage(request({ ...half, budget: "a lot" }));
    expect(page).toMatchObject({
      budget: null,
      budgetReply: { problems: [{ code: "invalid-amount", field: "budget" }], values: { budget: ["a lot"] } },
      terms: { employeeBasisPoints: 5_000 },
    });
  });
});

describe("the best offers for a budget", () => {
  it("waits for an amount", async () => {
    expect(await loadFrontierPage(request({}))).toMatchObject({ rows: [], reply: null, hasCoverageYear: true });
  });

  it("is worked out in one statement", async () => {
    await loadFrontierPage(request({ budget: "400" }));
    expect((await countStatements(() => loadFrontierPage(request({ budget: "400" })))).statements).toBe(1);
  });

  it("shows the offer that uses most of the budget, with the widest choice around its plan", async () => {
    const { rows, foundCount } = await loadFrontierPage(request({ budget: "400" }));
    // The cheapest plan costs $465.00, of which 85 % is $204.00 and $191.25. A silver plan is worth more: of its $625.00
    // the business pays 60 %, $192.00 and $183.00. The other silver plan is worth as much and costs more.
    expect(foundCount).toBe(2);
    expect(rows).toMatchObject([
      {
        ...{ referencePlanId: bronze.planId, model: "single-issuer", planCount: 3, level: "bronze" },
        ...{ employeeBasisPoints: 8_500, employerMonthlyCents: 39_525, employeesMonthlyCents: 6_975 },
      },
      {
        ...{ referencePlanId: otherSilver.planId, model: "metal-level", planCount: 2, level: "silver" },
        ...{ employeeBasisPoints: 6_000, employerMonthlyCents: 37_500, employeesMonthlyCents: 25_000 },
      },
    ]);
  });

  it("is used by filling in the offer's form, at the cost that was shown", async () => {
    const { rows } = await loadFrontierPage(request({ budget: "400" }));
    const page = await loadOfferPage(request({ ...rows[0]?.fields }));
    expect(page).toMatchObject({
      terms: { choiceModel: "single-issuer", issuerId: "99101", employeeBasisPoints: 8_500 },
      preview: { planCount: 3, cost: { employerShareCents: 39_525 } },
    });
  });

  it("says on the field when the amount cannot be read", async () => {
    expect(await loadFrontierPage(request({ budget: "12.345" }))).toMatchObject({
      rows: [],
      reply: { problems: [{ code: "invalid-amount", field: "budget" }], values: { budget: ["12.345"] } },
    });
  });
});
