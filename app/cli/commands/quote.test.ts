import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { quoteAnswerSchema } from "~/features/plans/quote/quote-group.rule.schema";
import { shop } from "~/platform/testing/shop-command";
import { useTestDatabase } from "~/platform/testing/test-database";
import { insertSmallCatalog, nashville, smallPlans, smallPrice } from "~db/testing/small-catalog";

/** The command finds the installation's database; here that is the test's. */
vi.mock("../database", () => ({ withDatabase: <T>(work: () => Promise<T>) => work() }));

const database = useTestDatabase();
const { bronze, silver, unpricedGold, elsewhereGold } = smallPlans;
const borderZip = "37076";

beforeAll(() =>
  database.asAdmin(async (admin) => {
    await insertSmallCatalog(admin);
    const [geo] = await admin<{ id: number }[]>`select geo_version_id as id from geo_versions`;
    const version = { geo_version_id: geo?.id ?? 0, year_from: 2000, year_to: 2199 };
    const places = { [nashville.countyFips]: "Davidson", "47189": "Wilson" };
    for (const [fips, name] of Object.entries(places)) {
      await admin`insert into counties ${admin({ ...version, fips, name, state_code: "TN" })}`;
      await admin`insert into zip_counties ${admin({ ...version, zip: borderZip, county_fips: fips })}`;
    }
    const own = { zip: nashville.zip, county_fips: nashville.countyFips };
    await admin`insert into zip_counties ${admin({ ...version, ...own })}`;
  }),
);

const family = {
  id: "ana",
  members: [
    { id: "ana", relationship: "self", bornOn: "1986-06-01" },
    ...["2010", "2012", "2014", "2016"].map((year) => ({ id: year, relationship: "child", bornOn: `${year}-03-03` })),
  ],
};
const alone = { id: "bo", members: [{ id: "bo", relationship: "self", bornOn: "1966-06-01" }] };
const group = {
  employer: { state: "TN", zip: nashville.zip },
  startOn: "2027-01-01",
  households: [family, alone],
};

const refusals = z.object({ problems: z.array(z.object({ code: z.string(), sentence: z.string() }).loose()) });

async function quote(request: unknown) {
  const { status, output, errors } = await shop(["quote", "-"], JSON.stringify(request));
  if (status !== 0) throw new Error(`${output}${errors}`);
  return quoteAnswerSchema.parse(JSON.parse(output));
}

async function refusedFor(request: unknown) {
  const { status, output } = await shop(["quote", "-"], JSON.stringify(request));
  expect(status).toBe(1);
  return refusals.parse(JSON.parse(output)).problems;
}

describe("shop quote", () => {
  it("prices every plan sold at the address, each household and each person, in cents", async () => {
    const answer = await quote(group);
    expect(answer).toMatchObject({ ratingArea: 4, county: { fips: nashville.countyFips }, line: "medical" });
    const plans = answer.plans.map(({ planId }) => planId);
    expect(plans).toContain(bronze.planId);
    expect(plans).not.toContain(elsewhereGold.planId);
    const found = answer.plans.find(({ planId }) => planId === bronze.planId);
    // Ana is 40, Bo 60, the three oldest children 16, 14 and 12; the fourth is not charged.
    const [ana, bo] = found?.households ?? [];
    expect(ana?.members.map(({ premiumCents }) => premiumCents)).toEqual([
      ...[40, 16, 14, 12].map((age) => smallPrice(bronze, age)),
      0,
    ]);
    expect(ana?.premiumCents).toBe([40, 16, 14, 12].reduce((sum, age) => sum + smallPrice(bronze, age), 0));
    expect(bo?.premiumCents).toBe(smallPrice(bronze, 60));
    expect(found).toMatchObject({
      ratePeriod: { from: "2027-01-01", to: "2027-03-31" },
      premiumCents: (ana?.premiumCents ?? 0) + (bo?.premiumCents ?? 0),
      employerShareCents: null,
    });
  });

  it("says of a plan without prices that it has none, and never zero", async () => {
    const { plans } = await quote({ ...group, plans: [unpricedGold.planId] });
    const [plan] = plans;
    expect(plan).toMatchObject({ planId: unpricedGold.planId, ratePeriod: null, premiumCents: null });
    expect(plan?.households).toMatchObject(
      ["ana", "bo"].map((id) => ({
        ...{ id, premiumCents: null, members: [] },
        problems: [{ code: "no-rates-loaded", sentence: expect.stringContaining("no prices") }],
      })),
    );
  });

  it("says who pays what where the employer's offer is given, and the shares add up", async () => {
    const offer = { referencePlan: silver.planId, employeeBasisPoints: 5_000, dependentsBasisPoints: 2_500 };
    const { plans } = await quote({ ...group, plans: [bronze.planId], offer });
    expect(plans.map(({ planId }) => planId)).toEqual([bronze.planId, silver.planId]);
    for (const plan of plans) {
      expect((plan.employerShareCents ?? 0) + (plan.employeeShareCents ?? 0)).toBe(plan.premiumCents);
      const [, bo] = plan.households;
      expect(bo?.employerShareCents).toBe(smallPrice(silver, 60) / 2);
    }
  });

  it("is the same whatever the order of a family", async () => {
    const reversed = { ...family, members: [...family.members].reverse() };
    const [one, other] = [await quote(group), await quote({ ...group, households: [reversed, alone] })];
    const totals = ({ plans }: typeof one) => plans.map(({ planId, premiumCents }) => [planId, premiumCents]);
    expect(totals(other)).toEqual(totals(one));
  });

  it("reads the request from a file", async () => {
    const folder = await mkdtemp(join(tmpdir(), "quote-"));
    try {
      const file = join(folder, "request.json");
      await writeFile(file, JSON.stringify(group));
      expect((await shop(["quote", file])).status).toBe(0);
      const missing = await shop(["quote", join(folder, "other.json")]);
      expect(missing.status).toBe(1);
      expect(missing.errors).toContain("The request cannot be read");
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("asks which county where the ZIP lies in two, and takes the answer", async () => {
    const border = { ...group, employer: { state: "TN", zip: borderZip } };
    expect(await refusedFor(border)).toMatchObject([
      { code: "county-of-zip-needed", field: "employer.countyFips", sentence: expect.stringContaining("Wilson") },
    ]);
    const chosen = { ...border, employer: { ...border.employer, countyFips: nashville.countyFips } };
    expect(await quote(chosen)).toMatchObject({ county: { fips: nashville.countyFips } });
  });

  it.each([
    ["a ZIP that nobody knows", { employer: { state: "TN", zip: "99999" } }, "zip-unknown"],
    ["a ZIP of another state", { employer: { state: "KY", zip: nashville.zip } }, "zip-unknown"],
    ["a ZIP of four digits", { employer: { state: "TN", zip: "3720" } }, "zip-code-not-five-or-nine-digits"],
    ["a plan that is not sold there", { plans: [elsewhereGold.planId] }, "plan-not-sold-here"],
    ["a plan that does not exist", { plans: ["12345TN0010001"] }, "plan-not-sold-here"],
    ["a plan id that is none", { plans: ["bronze"] }, "plan-id-malformed"],
    ["a year without plans", { startOn: "2031-01-01" }, "no-plans-loaded"],
    [
      "a negative share",
      { offer: { referencePlan: silver.planId, employeeBasisPoints: -1, dependentsBasisPoints: 0 } },
      "json-number-out-of-range",
    ],
    [
      "more than all of a premium",
      { offer: { referencePlan: silver.planId, employeeBasisPoints: 10_001, dependentsBasisPoints: 0 } },
      "json-number-out-of-range",
    ],
    ["nobody", { households: [] }, "json-too-short"],
    ["a household twice", { households: [alone, alone] }, "json-id-twice"],
    [
      "a family without its employee",
      { households: [{ ...family, members: family.members.slice(1) }] },
      "household-needs-one-subscriber",
    ],
    ["a field that does not exist", { employes: 3 }, "json-field-unknown"],
  ])("refuses %s", async (_, change, code) => {
    const [problem, ...others] = await refusedFor({ ...group, ...change });
    expect(problem?.code).toBe(code);
    expect(problem?.sentence).not.toMatch(/\{\{|^[a-z-]+$/);
    expect(others).toEqual([]);
  });

  it("refuses what is no JSON, and says how it is called", async () => {
    const { status, output } = await shop(["quote", "-"], "{");
    expect(status).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ problems: [{ code: "json-malformed" }] });
    expect(await shop(["quote"])).toMatchObject({ status: 2 });
    expect(JSON.parse((await shop(["quote", "--schema"])).output)).toMatchObject({ input: { type: "object" } });
  });

  it("has no total where somebody has no price", async () => {
    const unborn = { id: "cy", members: [{ id: "cy", relationship: "self", bornOn: "2030-01-01" }] };
    const { plans } = await quote({ ...group, plans: [bronze.planId], households: [alone, unborn] });
    expect(plans).toMatchObject([
      {
        premiumCents: null,
        households: [{ id: "bo" }, { id: "cy", premiumCents: null, problems: [{ code: "member-born-after-start" }] }],
      },
    ]);
  });
});
