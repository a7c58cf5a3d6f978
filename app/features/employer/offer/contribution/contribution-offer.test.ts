import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { parsePosted } from "~/platform/forms/parse-form";
import { useTestDatabase } from "~/platform/testing/test-database";
import { withDoor } from "~db/client.server";
import { loadShopping } from "~db/repositories/benefit-application-shopping.server";
import {
  insertSmallCatalog,
  insertSmallEmployer,
  nashville,
  planIdIn,
  smallPlans,
  washington,
  type SmallPerson,
  type SmallPlace,
} from "~db/testing/small-catalog";
import { coverageYearSchema } from "../coverage-year/coverage-year.schema";
import { saveCoverageYear } from "../coverage-year/save-coverage-year.command.server";
import { loadOfferPage } from "../offer-page.server";
import { saveOfferSchema } from "../offer.schema";
import { publishOffer } from "../publish-offer.command.server";
import { saveOffer } from "../save-offer.command.server";

const database = useTestDatabase();
const today = calendarDate("2026-11-24");
/** 40 on the first day of 2027: $250.00 a month in the reference plan. */
const ana: SmallPerson = {
  firstName: "Ana",
  bornOn: calendarDate("1986-06-01"),
  family: [{ relationship: "child", bornOn: calendarDate("2016-05-05") }],
};
const bo: SmallPerson = { firstName: "Bo", bornOn: calendarDate("1990-06-01"), partTime: true };

beforeAll(() =>
  database.asAdmin(async (admin) => {
    await insertSmallCatalog(admin);
    await insertSmallCatalog(admin, washington);
  }),
);

type Owner = Awaited<ReturnType<typeof insertSmallEmployer>> & { readonly place: SmallPlace };
type Start = "2027-01-01" | "2027-02-01";

/** A business with a coverage year; whatever is saved next has version 1. */
async function ownerIn(place: SmallPlace, startOn: Start = "2027-01-01"): Promise<Owner> {
  const owner = await database.asAdmin((admin) => insertSmallEmployer(admin, { people: [ana, bo], place }));
  const window =
    startOn === "2027-01-01"
      ? { opensOn: "11/24/2026", closesOn: "12/10/2026" }
      : { opensOn: "12/28/2026", closesOn: "01/10/2027" };
  const typed = { startOn, ...window, waitingPeriod: "first-of-month-on-or-after-hire", version: "0" };
  const year = parsePosted(coverageYearSchema, { ...typed, offersDependents: "yes", payFrequency: "biweekly" });
  const saved = year.ok && (await saveCoverageYear({ ...owner, state: place.state, today, input: year.value }));
  expect(saved).toMatchObject({ ok: true });
  return { ...owner, place };
}

const half = { employeeBasisPoints: "50", dependentsBasisPoints: "0" };

async function save(owner: Owner, typed: Record<string, string>, version = 1) {
  const referencePlanId = planIdIn(owner.place, smallPlans.wideBronze);
  const terms = { choiceModel: "single-plan", referencePlanId, version: String(version) };
  const input = parsePosted(saveOfferSchema, { ...terms, ...typed });
  return input.ok ? saveOffer({ ...owner, today, line: "medical", input: input.value }) : input;
}

async function codes(outcome: ReturnType<typeof save>): Promise<string[]> {
  const result = await outcome;
  return result.ok ? [] : result.problems.map(({ code, field }) => (field ? `${code} ${field}` : code));
}

async function storedOf({ employerId, userId, place }: Owner) {
  const { offers } = await withDoor({ kind: "employer", employerId, userId }, (tx) =>
    loadShopping(tx, employerId, { place, fallbackStartOn: today }),
  );
  return offers[0]?.contribution;
}

function publish(owner: Owner, version = 2) {
  const now = new Date("2026-11-24T15:00:00Z");
  return publishOffer({ ...owner, today, now, input: { confirmed: true, version } });
}

const alone = (amount: string) => ({
  ...{ method: "fixed-dollars", aloneCents: amount, coupleCents: amount, childrenCents: amount, familyCents: amount },
});
const low = "contribution-below-minimum";
const lowAmount = "contribution-amount-below-minimum";

describe("the minimum of the District of Columbia", () => {
  // In February the reference plan costs Ana, 40, $250.00: half is $125.00. Prices are filed for January to March.
  it.each<[string, Record<string, string>, string[]]>([
    ["half", half, []],
    ["less than half", { ...half, employeeBasisPoints: "49.99" }, [`${low} employeeBasisPoints`]],
    [
      "less than half for part-time people",
      { ...half, partTimeApart: "on", partTimeEmployeeBasisPoints: "49", partTimeDependentsBasisPoints: "0" },
      [`${low} partTimeEmployeeBasisPoints`],
    ],
    ["dollars that reach half of everybody's price", alone("125"), []],
    ["a cent less", alone("124.99"), [`${lowAmount} aloneCents`]],
    ["half up to a limit that reaches it", { ...half, ...alone("125"), method: "capped-percent" }, []],
    [
      "half up to a lower limit",
      { ...half, ...alone("124.99"), method: "capped-percent" },
      [`${lowAmount} aloneCents`],
    ],
  ])("for a start in February: %s", async (_case, typed, expected) => {
    expect(await codes(save(await ownerIn(washington, "2027-02-01"), typed))).toEqual(expected);
  });

  it("is waived for a start in January", async () => {
    expect(await codes(save(await ownerIn(washington), { ...half, employeeBasisPoints: "0" }))).toEqual([]);
    expect(await codes(save(await ownerIn(washington), alone("1")))).toEqual([]);
  });
});

describe("a way of paying that the exchange does not have", () => {
  it.each<[string, SmallPlace, Record<string, string>, string]>([
    ["dollars on the federal exchange", nashville, alone("100"), "contribution-method-not-available method"],
    [
      "a limit there",
      nashville,
      { ...half, ...alone("9"), method: "capped-percent" },
      "contribution-method-not-available method",
    ],
    [
      "a share of the chosen plan in the District of Columbia",
      washington,
      { ...half, method: "chosen-plan-percent" },
      "contribution-method-not-available method",
    ],
    [
      "the group's average for a whole metal level",
      nashville,
      { ...half, method: "composite-reference-percent", choiceModel: "metal-level", metalLevel: "bronze" },
      "contribution-average-not-with-choice-model method",
    ],
    ["no known way", nashville, { ...half, method: "as-i-like" }, "choose-one-of-list method"],
  ])("is refused: %s", async (_case, place, typed, code) => {
    const owner = await ownerIn(place);
    expect(await codes(save(owner, typed))).toEqual([code]);
    expect(await storedOf(owner)).toBeUndefined();
  });
});

describe("fields of another way of paying", () => {
  it("do not count, whatever stands in them", async () => {
    const owner = await ownerIn(nashville);
    const idle = { aloneCents: "lots", spouseBasisPoints: "900", partTimeEmployeeBasisPoints: "x" };
    expect(await codes(save(owner, { ...half, ...idle }))).toEqual([]);
    const shares = { employee: 5_000, spouse: 0, "child-under-26": 0 };
    expect(await storedOf(owner)).toMatchObject({ scheme: { shares: { "full-time": shares, "part-time": shares } } });
  });

  it("are asked for where they do", async () => {
    const owner = await ownerIn(washington);
    const blank = { ...alone("100"), coupleCents: "", partTimeApart: "on" };
    const partTime = ["Alone", "Couple", "Children", "Family"].map((tier) => `required partTime${tier}Cents`);
    expect(await codes(save(owner, blank))).toEqual(["required coupleCents", ...partTime]);
    const finer = { ...half, finerShares: "on", spouseBasisPoints: "10", partnerBasisPoints: "110" };
    expect(await codes(save(owner, finer))).toEqual([
      "invalid-percent partnerBasisPoints",
      "required childBasisPoints",
    ]);
  });
});

describe("an offer that rests on the group's averages", () => {
  const composite = { ...half, method: "composite-reference-percent" };

  it("fixes them when it is published: who joins later moves nothing", async () => {
    const owner = await ownerIn(nashville);
    await save(owner, composite);
    expect(await storedOf(owner)).toMatchObject({ averages: null });
    expect(await publish(owner)).toMatchObject({ ok: true });
    // Ana, 40, costs $250.00 and Bo, 36, $246.00; the child of 10 costs $220.00.
    const averages = { adultCents: 24_800, childCents: 22_000 };
    expect(await storedOf(owner)).toMatchObject({ averages });
    await database.asAdmin(
      (admin) => admin`update employees set born_on = '1950-01-01' where employer_id = ${owner.employerId}`,
    );
    expect(await storedOf(owner)).toMatchObject({ averages });
  });

  it("shows the same dollars for everybody before that", async () => {
    const owner = await ownerIn(nashville);
    const asked = new URLSearchParams({
      ...{ choiceModel: "single-plan", referencePlanId: smallPlans.wideBronze.planId, ...composite },
    });
    const { preview } = await loadOfferPage({ ...owner, payFrequency: "biweekly", today, line: "medical", asked });
    expect(preview?.cost).toMatchObject({ employerShareCents: 2 * 12_400 });
  });
});

describe("a stored offer", () => {
  it("does not change once it is published, not even by a statement of our own", async () => {
    const owner = await ownerIn(nashville);
    await save(owner, half);
    await publish(owner);
    const { employerId } = owner;
    const changes = [
      (sql: Admin) => sql`update benefit_offers set version = version + 1 where employer_id = ${employerId}`,
      (sql: Admin) => sql`delete from benefit_offers where employer_id = ${employerId}`,
    ];
    for (const change of changes) {
      await expect(database.asAdmin(async (sql) => change(sql))).rejects.toThrow("a published offer does not change");
    }
  });

  it("is refused by the database when it names no whole scheme", async () => {
    const owner = await ownerIn(nashville);
    await save(owner, half);
    for (const scheme of [{}, { method: "half" }, { method: "fixed-dollars", shares: {} }]) {
      const change = database.asAdmin(
        async (sql) => sql`update benefit_offers set contribution_scheme = ${JSON.stringify(scheme)}::text::jsonb
          where employer_id = ${owner.employerId}`,
      );
      await expect(change).rejects.toThrow("benefit_offers_scheme_whole");
    }
  });

  it("that is not whole in a way only we can see stops the page rather than pay a wrong amount", async () => {
    const owner = await ownerIn(nashville);
    await save(owner, half);
    await database.asAdmin(
      (sql) => sql`update benefit_offers set contribution_scheme = contribution_scheme #- '{shares,part-time,spouse}'
        where employer_id = ${owner.employerId}`,
    );
    await expect(storedOf(owner)).rejects.toThrow("a stored offer says in full how the business pays");
  });
});

type Admin = Parameters<Parameters<typeof database.asAdmin>[0]>[0];
