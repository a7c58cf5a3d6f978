import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import type { CoverageLine } from "~/domain/coverage-line";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import { insertSmallCatalog, insertSmallEmployer, nashville, smallPlans } from "~db/testing/small-catalog";
import { saveCoverageYear } from "../../coverage-year/save-coverage-year.command.server";
import { actOnScenario } from "./scenario-act.server";
import { loadScenariosPage } from "./scenarios-page.server";

const database = useTestDatabase();
const today = calendarDate("2026-11-24");
type Act = Awaited<ReturnType<typeof insertSmallEmployer>>;
let act: Act;

beforeAll(() => database.asAdmin(insertSmallCatalog));
beforeEach(async () => {
  const people = [1986, 2001, 1970].map((year) => ({
    firstName: `Born${year}`,
    bornOn: calendarDate(`${year}-06-01`),
  }));
  act = await database.asAdmin((admin) => insertSmallEmployer(admin, { people }));
});

const half = {
  ...{ choiceModel: "metal-level", metalLevel: "bronze", referencePlanId: smallPlans.wideBronze.planId },
  ...{ employeeBasisPoints: "50", dependentsBasisPoints: "0" },
};

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

function send(values: Record<string, string>, of: Act = act, line: CoverageLine = "medical") {
  return actOnScenario(of, { line, form: formOf(values) });
}

const save = (name: string, changes: Record<string, string> = {}, line?: CoverageLine) =>
  send({ intent: "save", name, ...half, ...changes }, act, line);

function page(asked: Record<string, string> = {}, of: Act = act, line: CoverageLine = "medical") {
  const payFrequency = "biweekly" as const;
  const { employerId, userId } = of;
  return loadScenariosPage({
    ...{ employerId, userId, place: nashville, payFrequency, today, line },
    asked: new URLSearchParams(asked),
  });
}

async function codesOf(outcome: ReturnType<typeof send>): Promise<string[]> {
  const answer = await outcome;
  return answer.ok ? [] : answer.problems.map(({ code, field }) => (field ? `${code} ${field}` : code));
}

const names = async () => (await page()).scenarios.map(({ name }) => name);
async function firstSaved() {
  const [first] = (await page()).scenarios;
  return { scenarioId: first?.scenarioId ?? "", version: String(first?.version) };
}

describe("designs that are put aside", () => {
  it("are at most three of a line, each line on its own", async () => {
    for (const name of ["One", "Two", "Three"]) expect(await codesOf(save(name))).toEqual([]);
    expect(await codesOf(save("Four"))).toEqual(["scenario-limit-reached name"]);
    expect(await codesOf(save("Dental", {}, "dental"))).toEqual([]);
    expect(await names()).toEqual(["One", "Two", "Three"]);
    expect((await page()).isFull).toBe(true);
  });

  it("stay three when five are saved at once", async () => {
    await Promise.all(["A", "B", "C", "D", "E"].map((name) => save(name)));
    expect(await names()).toHaveLength(3);
  });

  it.each([
    ["without a name", { name: " " }, "required name"],
    ["with a name that is too long", { name: "x".repeat(41) }, "text-too-long name"],
    ["with terms that the form would refuse", { employeeBasisPoints: "101" }, "invalid-percent employeeBasisPoints"],
  ])("are not saved %s", async (_case, changes, code) => {
    expect(await codesOf(save("Half", changes))).toEqual([code]);
    expect(await names()).toEqual([]);
  });

  it("get another name, and are recorded", async () => {
    await save("Half");
    const { scenarioId } = await firstSaved();
    expect(await codesOf(send({ intent: "rename", scenarioId, newName: "Bronze half" }))).toEqual([]);
    expect(await names()).toEqual(["Bronze half"]);
    const recorded = await database.asAdmin(
      (admin) => admin<{ action: string }[]>`
        select action from audit_log where employer_id = ${act.employerId} order by sequence`,
    );
    expect(recorded.map(({ action }) => action)).toEqual(["scenario-saved", "scenario-renamed"]);
  });

  it("are not deleted from an old page, and once when asked twice", async () => {
    await save("Half");
    const old = await firstSaved();
    await send({ intent: "rename", scenarioId: old.scenarioId, newName: "Better" });
    expect(await codesOf(send({ intent: "delete", ...old }))).toEqual(["stale"]);
    const now = await firstSaved();
    expect(await codesOf(send({ intent: "delete", ...now }))).toEqual([]);
    expect(await codesOf(send({ intent: "delete", ...now }))).toEqual([]);
    expect(await names()).toEqual([]);
    expect(await codesOf(send({ intent: "rename", scenarioId: now.scenarioId, newName: "Gone" }))).toEqual([
      "scenario-gone scenarioId",
    ]);
  });

  it("are neither seen nor touched by another business", async () => {
    await save("Half");
    const mine = await firstSaved();
    const other = await database.asAdmin((admin) => insertSmallEmployer(admin, { people: [] }));
    expect((await page({}, other)).scenarios).toEqual([]);
    expect(await codesOf(send({ intent: "rename", scenarioId: mine.scenarioId, newName: "Theirs" }, other))).toEqual([
      "scenario-gone scenarioId",
    ]);
    await send({ intent: "delete", ...mine }, other);
    expect(await names()).toEqual(["Half"]);
  });
});

describe("designs side by side", () => {
  beforeEach(async () => {
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
  });

  it("show what each costs, the form's own first, in one statement", async () => {
    await save("Half");
    const asked = { ...half, choiceModel: "single-plan", employeeBasisPoints: "100" };
    await page(asked);
    const { result, statements } = await countStatements(() => page(asked));
    expect(statements).toBe(1);
    // At 40, 25 and 56 the reference plan costs $250.00, $235.00 and $266.00.
    expect(result.scenarios).toMatchObject([
      {
        ...{ scenarioId: null, fields: { employeeBasisPoints: "100", choiceModel: "single-plan" } },
        figures: { planCount: 1, employerMonthCents: 75_100, paycheck: { lowest: 0, median: 0, highest: 0 } },
      },
      {
        ...{ name: "Half", fields: half, referencePlanName: "Cumberland Health expanded-bronze 2" },
        figures: {
          ...{ planCount: 2, employerMonthCents: 37_550, employerYearCents: 450_600 },
          // Half of each, twelve times over 26 paydays.
          paycheck: { lowest: 5_423, median: 5_769, highest: 6_138 },
          // 3 x 0.75 = 2.25; in Tennessee half of 3 is asked for, 1.5.
          forecast: { expectedHeads: 2, ofHeads: 3, requiredHeads: 2 },
        },
      },
    ]);
  });

  it("say what keeps one from being offered, and show the others", async () => {
    await save("Half");
    await save("Elsewhere", { choiceModel: "single-plan", referencePlanId: smallPlans.elsewhereGold.planId });
    expect((await page()).scenarios).toMatchObject([
      { name: "Half", problems: [] },
      { name: "Elsewhere", problems: [{ code: "offer-has-no-plans" }], figures: null },
    ]);
  });
});
