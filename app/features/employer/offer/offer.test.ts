import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { parseForm } from "~/platform/forms/parse-form";
import { useTestDatabase } from "~/platform/testing/test-database";
import { withDoor } from "~db/client.server";
import { loadShopping } from "~db/repositories/benefit-application-shopping.server";
import {
  insertSmallCatalog,
  insertSmallEmployer,
  nashville,
  smallPlans,
  type SmallPerson,
} from "~db/testing/small-catalog";
import { coverageYearSchema } from "./coverage-year/coverage-year.schema";
import { saveOfferSchema } from "./offer.schema";
import { publishOffer } from "./publish-offer.command.server";
import { saveCoverageYear } from "./coverage-year/save-coverage-year.command.server";
import { removeOffer, saveOffer } from "./save-offer.command.server";

const database = useTestDatabase();
beforeAll(() => database.asAdmin(insertSmallCatalog));

const today = calendarDate("2026-11-24");
const ana: SmallPerson = { firstName: "Ana", bornOn: calendarDate("1986-06-01") };
const year = {
  startOn: "2027-01-01",
  opensOn: "11/24/2026",
  closesOn: "12/11/2026",
  waitingPeriod: "first-of-month-on-or-after-30-days",
  offersDependents: "yes",
  payFrequency: "biweekly",
  version: "0",
};
const bronzeLevel = {
  choiceModel: "metal-level",
  metalLevel: "bronze",
  referencePlanId: smallPlans.wideBronze.planId,
  employeeBasisPoints: "70",
  dependentsBasisPoints: "50",
};

type Act = Awaited<ReturnType<typeof insertSmallEmployer>>;

function employerWith(people: readonly SmallPerson[] = [ana], standing?: "applicant"): Promise<Act> {
  return database.asAdmin((admin) => insertSmallEmployer(admin, { people, ...(standing ? { standing } : {}) }));
}

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

async function saveYear(act: Act, changes: Partial<typeof year> = {}, on = today) {
  const input = parseForm(coverageYearSchema, formOf({ ...year, ...changes }));
  if (!input.ok) return input;
  return saveCoverageYear({ ...act, state: "TN", today: on, input: input.value });
}

async function saveTerms(act: Act, values: Record<string, string>, line: "medical" | "dental" = "medical") {
  const input = parseForm(saveOfferSchema, formOf(values));
  if (!input.ok) return input;
  return saveOffer({ ...act, place: nashville, today, line, input: input.value });
}

function publish(act: Act, version: number, on = today) {
  const now = new Date("2026-11-24T15:00:00Z");
  return publishOffer({ ...act, place: nashville, today: on, now, input: { confirmed: true, version } });
}

function shoppingOf({ employerId, userId }: Act) {
  return withDoor({ kind: "employer", employerId, userId }, (tx) =>
    loadShopping(tx, employerId, { place: nashville, fallbackStartOn: calendarDate("2027-02-01") }),
  );
}

async function codesOf(outcome: Promise<{ ok: boolean; problems?: readonly { code: string; field?: string }[] }>) {
  return (await outcome).problems?.map(({ code, field }) => (field ? `${code} ${field}` : code)) ?? [];
}

function auditOf({ employerId }: Act): Promise<string[]> {
  return database.asAdmin(async (admin) => {
    const rows = await admin<{ action: string }[]>`
      select action from audit_log where employer_id = ${employerId} order by sequence`;
    return rows.map((row) => row.action);
  });
}

describe("the coverage year", () => {
  it("begins a draft with the dates of the marketplace and records who did it", async () => {
    const act = await employerWith();
    expect(await saveYear(act, { offersDependents: "no", payFrequency: "weekly" })).toMatchObject({ ok: true });
    const { application } = await shoppingOf(act);
    expect(application).toMatchObject({
      ...{ state: "draft", startOn: "2027-01-01", endOn: "2027-12-31", submitByOn: "2026-12-15" },
      ...{
        openEnrollmentStartsOn: "2026-11-24",
        openEnrollmentEndsOn: "2026-12-11",
        offersDependents: false,
        version: 1,
      },
    });
    expect(await auditOf(act)).toEqual(["coverage-year-saved"]);
  });

  it("sent twice is saved once", async () => {
    const act = await employerWith();
    const clicks = await Promise.all([saveYear(act), saveYear(act), saveYear(act)]);
    expect(new Set(clicks.map((click) => click.ok && click.value.applicationId)).size).toBe(1);
    expect(await auditOf(act)).toEqual(["coverage-year-saved"]);
  });

  it("changed from an old page is refused as stale", async () => {
    const act = await employerWith();
    await saveYear(act);
    expect(await codesOf(saveYear(act, { closesOn: "12/14/2026", version: "0" }))).toEqual(["stale"]);
    expect((await saveYear(act, { closesOn: "12/14/2026", version: "1" })).ok).toBe(true);
  });

  it.each([
    ["a start whose last day to publish has passed", { startOn: "2026-12-01" }, "start-date-deadline-passed startOn"],
    ["a start in the middle of a month", { startOn: "2027-01-15" }, "start-date-not-first-of-month startOn"],
    ["a window of six days", { closesOn: "11/29/2026" }, "open-enrollment-too-short closesOn"],
    ["a window that ends after the last day", { closesOn: "12/15/2026" }, "open-enrollment-ends-too-late closesOn"],
    [
      "a waiting period that this marketplace does not have",
      { waitingPeriod: "date-of-hire" },
      "waiting-period-not-available waitingPeriod",
    ],
  ])("refuses %s", async (_case, changes, code) => {
    expect(await codesOf(saveYear(await employerWith(), changes))).toEqual([code]);
  });

  it("names the next start that is still open", async () => {
    const outcome = await saveYear(await employerWith(), {}, calendarDate("2026-12-09"));
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{ params: { deadlineOn: "2026-12-08", nextStartOn: "2027-02-01" } }],
    });
  });
});

describe("the offer of one line", () => {
  it("takes expanded bronze as bronze and fixes the plan year's prices", async () => {
    const act = await employerWith();
    await saveYear(act);
    expect((await saveTerms(act, { ...bronzeLevel, version: "1" })).ok).toBe(true);
    const shopping = await shoppingOf(act);
    expect(shopping.application).toMatchObject({ pinned: true, version: 2 });
    const shares = { "full-time": { employee: 7_000, spouse: 5_000 }, "part-time": { employee: 7_000 } };
    expect(shopping.offers).toMatchObject([
      {
        ...{ line: "medical", metalLevel: "bronze" },
        contribution: { scheme: { method: "reference-plan-percent", shares }, averages: null },
      },
    ]);
  });

  it("sent twice is saved once, and from an old page is stale", async () => {
    const act = await employerWith();
    await saveYear(act);
    const clicks = await Promise.all([1, 2, 3].map(() => saveTerms(act, { ...bronzeLevel, version: "1" })));
    expect(clicks.every((click) => click.ok)).toBe(true);
    expect(await auditOf(act)).toEqual(["coverage-year-saved", "offer-saved"]);
    expect(await codesOf(saveTerms(act, { ...bronzeLevel, employeeBasisPoints: "80", version: "1" }))).toEqual([
      "stale",
    ]);
  });

  it.each([
    [
      "a plan without prices as reference",
      { choiceModel: "single-plan", referencePlanId: smallPlans.unpricedGold.planId },
      "reference-plan-without-rates referencePlanId",
    ],
    [
      "a plan sold in another part of the county",
      { choiceModel: "single-plan", referencePlanId: smallPlans.elsewhereGold.planId },
      "offer-has-no-plans",
    ],
    [
      "a reference plan of another level",
      { referencePlanId: smallPlans.silver.planId },
      "reference-plan-not-in-offer referencePlanId",
    ],
    ["a level without saying which", { metalLevel: "" }, "choose-one-of-list metalLevel"],
    ["an insurer without saying which", { choiceModel: "single-issuer" }, "choose-one-of-list issuerId"],
    ["a share above the whole", { employeeBasisPoints: "101" }, "invalid-percent employeeBasisPoints"],
    ["no plan at all", { referencePlanId: "" }, "reference-plan-required referencePlanId"],
  ])("refuses %s", async (_case, changes, code) => {
    const act = await employerWith();
    await saveYear(act);
    expect(await codesOf(saveTerms(act, { ...bronzeLevel, version: "1", ...changes }))).toEqual([code]);
    expect((await shoppingOf(act)).offers).toEqual([]);
  });

  it("needs a coverage year first", async () => {
    expect(await codesOf(saveTerms(await employerWith(), { ...bronzeLevel, version: "0" }))).toEqual([
      "coverage-year-missing",
    ]);
  });

  it("of dental can be taken back, and taking it back twice changes nothing", async () => {
    const act = await employerWith();
    await saveYear(act);
    const dental = {
      ...bronzeLevel,
      choiceModel: "single-plan",
      referencePlanId: smallPlans.lowDental.planId,
      version: "1",
    };
    expect((await saveTerms(act, dental, "dental")).ok).toBe(true);
    expect(await removeOffer({ ...act, line: "dental", version: 1 })).toMatchObject({ problems: [{ code: "stale" }] });
    expect((await removeOffer({ ...act, line: "dental", version: 2 })).ok).toBe(true);
    expect((await removeOffer({ ...act, line: "dental", version: 2 })).ok).toBe(true);
    expect((await shoppingOf(act)).offers).toEqual([]);
    expect(await auditOf(act)).toEqual(["coverage-year-saved", "offer-saved", "offer-removed"]);
  });

  it("has to be looked at again when the start date moves", async () => {
    const act = await employerWith();
    await saveYear(act);
    await saveTerms(act, { ...bronzeLevel, version: "1" });
    const later = { startOn: "2027-02-01", opensOn: "01/04/2027", closesOn: "01/14/2027", version: "2" };
    expect((await saveYear(act, later)).ok).toBe(true);
    expect((await shoppingOf(act)).application?.pinned).toBe(false);
    expect(await codesOf(publish(act, 3))).toEqual(["offer-prices-changed"]);
  });
});

describe("publishing", () => {
  async function readyToPublish(
    people?: readonly SmallPerson[],
    changes: Partial<typeof year> = {},
    standing?: "applicant",
  ) {
    const act = await employerWith(people, standing);
    await saveYear(act, changes);
    await saveTerms(act, { ...bronzeLevel, version: "1" });
    return act;
  }

  it("opens enrollment at once when its first day is today", async () => {
    const act = await readyToPublish();
    expect(await publish(act, 2)).toMatchObject({ ok: true, value: { state: "enrollment_open", repeated: false } });
    expect((await auditOf(act)).at(-1)).toBe("offer-published");
  });

  it("waits for the first day otherwise", async () => {
    const act = await readyToPublish([ana], { opensOn: "12/01/2026" });
    expect(await publish(act, 2)).toMatchObject({ ok: true, value: { state: "published" } });
  });

  it("by three clicks at once is published once, and runs what follows once", async () => {
    const act = await readyToPublish();
    const followed: string[] = [];
    const now = new Date("2026-11-24T15:00:00Z");
    const click = () =>
      publishOffer(
        { ...act, place: nashville, today, now, input: { confirmed: true, version: 2 } },
        async (_tx, { applicationId }) => {
          followed.push(applicationId);
        },
      );
    const clicks = await Promise.all([click(), click(), click()]);
    expect(clicks.map((outcome) => outcome.ok && outcome.value.repeated).sort()).toEqual([false, true, true]);
    expect(followed).toHaveLength(1);
    expect((await auditOf(act)).filter((action) => action === "offer-published")).toHaveLength(1);
  });

  it("keeps nothing when what follows fails", async () => {
    const act = await readyToPublish();
    const input = { confirmed: true, version: 2 } as const;
    const broken = publishOffer({ ...act, place: nashville, today, now: new Date(0), input }, () =>
      Promise.reject(new Error("no mail")),
    );
    await expect(broken).rejects.toThrow("no mail");
    expect((await shoppingOf(act)).application?.state).toBe("draft");
  });

  it("is refused while something is missing, and says all of it", async () => {
    expect(await codesOf(publish(await readyToPublish([]), 2))).toEqual(["roster-empty"]);
    expect(await codesOf(publish(await readyToPublish([ana], {}, "applicant"), 2))).toEqual([
      "employer-not-eligible-yet",
    ]);
    const bare = await employerWith();
    await saveYear(bare);
    expect(await codesOf(publish(bare, 1))).toEqual(["medical-offer-missing"]);
  });

  it("is refused once the last day to publish has passed, from an old page, and after that nothing changes", async () => {
    const act = await readyToPublish();
    expect(await codesOf(publish(act, 2, calendarDate("2026-12-09")))).toEqual(["start-date-deadline-passed startOn"]);
    expect(await codesOf(publish(act, 1))).toEqual(["stale"]);
    await publish(act, 2);
    expect(await codesOf(saveYear(act, { closesOn: "12/14/2026", version: "3" }))).toEqual(["offer-already-published"]);
    expect(await codesOf(saveTerms(act, { ...bronzeLevel, employeeBasisPoints: "80", version: "3" }))).toEqual([
      "offer-already-published",
    ]);
  });
});
