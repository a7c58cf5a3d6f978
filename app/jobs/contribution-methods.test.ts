import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { invariant } from "~/domain/invariant";
import { publishOffer } from "~/features/employer/offer/publish-offer.command.server";
import { saveOffer } from "~/features/employer/offer/save-offer.command.server";
import { saveOfferSchema } from "~/features/employer/offer/offer.schema";
import { coverageYearSchema } from "~/features/employer/offer/coverage-year/coverage-year.schema";
import { saveCoverageYear } from "~/features/employer/offer/coverage-year/save-coverage-year.command.server";
import { chooseCoverage } from "~/features/enrollment/coverage/choose/choose-coverage.command.server";
import { loadCoverageScene, type OwnAct } from "~/features/enrollment/coverage/coverage-scene.server";
import { checkView } from "~/features/enrollment/coverage/sign/check-view.server";
import { signCoverage } from "~/features/enrollment/coverage/sign/sign-coverage.command.server";
import { submitGroupEnrollment } from "~/features/enrollment/submit-group-enrollment.command.server";
import { parsePosted } from "~/platform/forms/parse-form";
import { useTestDatabase } from "~/platform/testing/test-database";
import { useInsurerFolder } from "~db/testing/insurer-folder";
import {
  insertSmallCatalog,
  insertSmallEmployer,
  nashville,
  planIdIn,
  smallPlans,
  smallPrice,
  washington,
  type SmallPerson,
  type SmallPlace,
} from "~db/testing/small-catalog";
import { transmitEnrollments } from "./transmit-enrollments.server";

const database = useTestDatabase();
const folder = useInsurerFolder();
const today = calendarDate("2026-11-25");
const now = new Date("2026-11-25T15:00:00Z");
const { bronze, wideBronze } = smallPlans;

/** 40 on the first day of 2027, with a spouse of 41 and a child of 10. */
const ana: SmallPerson = {
  firstName: "Ana",
  bornOn: calendarDate("1986-06-01"),
  family: [
    { relationship: "spouse", bornOn: calendarDate("1985-03-03") },
    { relationship: "child", bornOn: calendarDate("2016-05-05") },
  ],
};
/** 60, alone, and part-time. */
const bo: SmallPerson = { firstName: "Bo", bornOn: calendarDate("1966-06-01"), partTime: true };

beforeAll(async () => {
  await database.asAdmin(async (admin) => {
    for (const place of [nashville, washington]) {
      await insertSmallCatalog(admin, place);
      const { state: state_code, countyFips: fips, zip } = place;
      const years = { year_from: 2000, year_to: 2199 };
      const [row] = await admin<{ id: number }[]>`select max(geo_version_id) as id from geo_versions`;
      const version = { geo_version_id: row?.id ?? 0, ...years };
      await admin`insert into counties ${admin({ ...version, fips, name: "County", state_code })}`;
      await admin`insert into zip_counties ${admin({ ...version, zip, county_fips: fips })}`;
    }
  });
});

type Owner = Awaited<ReturnType<typeof insertSmallEmployer>> & { readonly place: SmallPlace };

function must<T>(outcome: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ code }) => code).join());
}

async function ownerIn(place: SmallPlace): Promise<Owner> {
  const owner = await database.asAdmin((admin) => insertSmallEmployer(admin, { people: [ana, bo], place }));
  const { employerId, userId, actorName } = owner;
  const who = { employer_id: employerId, user_id: userId, full_name: actorName, email: "owner@example.com" };
  const { state, zip, countyFips } = place;
  await database.asAdmin(async (admin) => {
    await admin`insert into employer_memberships ${admin({ ...who, role: "owner", state: "active" })}`;
    await admin`
      update employees set user_id = gen_random_uuid(), uses_tobacco = false, email = first_name || '@example.com',
        address_line1 = '10 Elm St', city = 'Town', state = ${state}, zip = ${zip}, county_fips = ${countyFips}
      where employer_id = ${employerId}`;
    await admin`update dependents set uses_tobacco = false where employer_id = ${employerId}`;
  });
  return { ...owner, place };
}

/** The offer as its form is filled in; employees may choose either bronze plan. */
async function offerBy(owner: Owner, typed: Record<string, string>): Promise<string> {
  const { place } = owner;
  const window = { startOn: "2027-01-01", opensOn: "11/25/2026", closesOn: "12/10/2026", version: "0" };
  const [waitingPeriod] = ["first-of-month-on-or-after-hire"];
  const year = { ...window, waitingPeriod, offersDependents: "yes", payFrequency: "biweekly" };
  const yearInput = must(parsePosted(coverageYearSchema, year));
  const { applicationId } = must(await saveCoverageYear({ ...owner, state: place.state, today, input: yearInput }));
  const referencePlanId = planIdIn(place, wideBronze);
  const terms = { choiceModel: "metal-level", metalLevel: "bronze", referencePlanId, version: "1" };
  const input = must(parsePosted(saveOfferSchema, { ...terms, ...typed }));
  must(await saveOffer({ ...owner, today, line: "medical", input }));
  must(await publishOffer({ ...owner, today, now, input: { confirmed: true, version: 2 } }));
  return applicationId;
}

async function enroll(owner: Owner, { planId, firstName }: { planId: string; firstName: string }) {
  const { employerId, place } = owner;
  const [row] = await database.asAdmin(
    (admin) => admin<{ employeeId: string; userId: string; family: string[] }[]>`
      select employee_id as "employeeId", user_id as "userId", array(select d.dependent_id::text from dependents d
        where d.employee_id = e.employee_id) as family
      from employees e where employer_id = ${employerId} and first_name = ${firstName}`,
  );
  invariant(row, "somebody of that name works there");
  const employer = { employerId, legalName: "Elm Street Bakery LLC", dbaName: null, ...place };
  const { employeeId, userId, family: coveredIds } = row;
  const act: OwnAct = { employeeId, userId, today, employer: { ...employer, payFrequency: "biweekly" } };
  must(await chooseCoverage(act, { line: "medical", choice: { kind: "elect", planId, coveredIds } }));
  const scene = await loadCoverageScene(act);
  invariant(scene?.offer, "there is an offer");
  const { seen } = checkView({ ...scene, offer: scene.offer });
  const input = { signedName: `${firstName} Worker`, attested: true as const, seen };
  must(await signCoverage({ ...act, email: "ana@x.test", now, input }));
}

type Told = { readonly employer: number; readonly employee: number; readonly total: number };

/** Enrolls both families, submits the group and reads what the insurer's file says of each, Ana's first. */
async function enrollAndSend(owner: Owner, applicationId: string): Promise<Told[]> {
  const { employerId, userId, actorName, place } = owner;
  const planId = planIdIn(place, bronze);
  await enroll(owner, { planId, firstName: "Ana" });
  await enroll(owner, { planId, firstName: "Bo" });
  const act = { employerId, applicationId, userId, idempotencyKey: `${employerId}-submit`, signedName: actorName };
  const submitted = must(await submitGroupEnrollment({ ...act, today, now }));
  expect(submitted.held).toEqual([]);
  await transmitEnrollments({ delivery: folder.delivery() });
  const sets = (await folder.texts()).join("").split("ST*834*").slice(1);
  const amountOf = (set: string, name: string) => {
    const found = new RegExp(`N1\\*75\\*${name}~\\s*REF\\*9[VX]\\*([\\d.]+)`).exec(set)?.[1];
    return Math.round(Number(found) * 100);
  };
  return sets
    .map((set) => ({
      employer: amountOf(set, "TOT EMP RES AMT"),
      employee: amountOf(set, "TOT RES AMT"),
      total: amountOf(set, "PRE AMT TOT"),
    }))
    .sort((a, b) => b.total - a.total);
}

const part = (cents: number, share: number) => Math.floor((cents * share) / 10_000 + 0.5);
const family = [40, 41, 10];
const inPlan = (ages: readonly number[], plan = bronze) => ages.reduce((sum, age) => sum + smallPrice(plan, age), 0);
const shares = { employeeBasisPoints: "70", dependentsBasisPoints: "50" };
const onePlan = { choiceModel: "single-plan", referencePlanId: bronze.planId };
const dollars = { aloneCents: "180", coupleCents: "300", childrenCents: "310", familyCents: "420.50" };
/** In bronze: Ana 240.00, spouse 241.00, child 210.00; Bo 260.00. In the reference plan each costs ten dollars more. */
const [anaTotal, boTotal] = [inPlan(family), inPlan([60])];
const average = 24_700;

type Case = readonly [string, SmallPlace, Record<string, string>, { readonly ana: number; readonly bo: number }];

const cases: readonly Case[] = [
  [
    "a share of one plan's price",
    nashville,
    { method: "reference-plan-percent", ...shares },
    { ana: part(25_000, 7_000) + part(25_100, 5_000) + part(22_000, 5_000), bo: part(27_000, 7_000) },
  ],
  [
    "a share of one plan's price, apart for spouse and child and for part-time people",
    nashville,
    {
      ...{ method: "reference-plan-percent", employeeBasisPoints: "70", finerShares: "on", spouseBasisPoints: "10" },
      ...{ partnerBasisPoints: "20", childBasisPoints: "30", partTimeApart: "on" },
      ...{ partTimeEmployeeBasisPoints: "40", partTimeDependentsBasisPoints: "0" },
    },
    { ana: part(25_000, 7_000) + part(25_100, 1_000) + part(22_000, 3_000), bo: part(27_000, 4_000) },
  ],
  [
    "a share of the plan each person picks",
    nashville,
    { method: "chosen-plan-percent", ...shares },
    { ana: part(24_000, 7_000) + part(24_100, 5_000) + part(21_000, 5_000), bo: part(26_000, 7_000) },
  ],
  [
    "a share of the group's averages",
    nashville,
    { method: "composite-reference-percent", ...onePlan, ...shares },
    { ana: part(average, 7_000) + part(average, 5_000) + part(21_000, 5_000), bo: part(average, 7_000) },
  ],
  ["dollars by family size", washington, { method: "fixed-dollars", ...dollars }, { ana: 42_050, bo: 18_000 }],
  [
    "a share up to a limit, lower for part-time people",
    washington,
    {
      ...{ method: "capped-percent", ...shares, ...dollars, familyCents: "300", partTimeApart: "on" },
      ...{ partTimeEmployeeBasisPoints: "70", partTimeDependentsBasisPoints: "0", partTimeAloneCents: "150.25" },
      ...{ partTimeCoupleCents: "150.25", partTimeChildrenCents: "150.25", partTimeFamilyCents: "150.25" },
    },
    { ana: 30_000, bo: 15_025 },
  ],
];

describe("a group is enrolled, and its insurer is told to the cent what the business pays, by", () => {
  it.each(cases)("%s", async (_case, place, typed, expected) => {
    const owner = await ownerIn(place);
    const applicationId = await offerBy(owner, typed);
    expect(await enrollAndSend(owner, applicationId)).toEqual([
      { employer: expected.ana, employee: anaTotal - expected.ana, total: anaTotal },
      { employer: expected.bo, employee: boTotal - expected.bo, total: boTotal },
    ]);
  });
});
