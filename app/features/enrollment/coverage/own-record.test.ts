import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { invariant } from "~/domain/invariant";
import { parseForm } from "~/platform/forms/parse-form";
import { newId } from "~/platform/id.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { insertOpenOffer } from "~db/testing/open-offer";
import { insertSmallCatalog, nashville, smallPlans, type SmallPerson } from "~db/testing/small-catalog";
import { chooseCoverage } from "./choose/choose-coverage.command.server";
import { ownRecordActOf } from "./coverage-frame.server";
import { loadCoverageScene, type OwnAct } from "./coverage-scene.server";
import { detailsSchema } from "./details/details.schema";
import { saveDetails } from "./details/save-details.command.server";
import { addDependentSchema, changeDependentSchema } from "./family/dependent.schema";
import { addToFamily, changeFamilyMember, removeFromFamily } from "./family/save-dependent.command.server";
import { homeView } from "./home-view.server";
import { checkView } from "./sign/check-view.server";
import { signCoverage } from "./sign/sign-coverage.command.server";

const database = useTestDatabase();
const now = new Date("2026-11-25T15:00:00Z");
const today = calendarDate("2026-11-25");
const dayAfter = calendarDate("2026-12-12");
const ana: SmallPerson = {
  ...{ firstName: "Ana", bornOn: calendarDate("1986-06-01") },
  family: [
    { relationship: "spouse", bornOn: calendarDate("1985-03-03") },
    { relationship: "child", bornOn: calendarDate("2016-05-05") },
  ],
};
const bo: SmallPerson = { firstName: "Bo", bornOn: calendarDate("1990-06-01") };

let catalogVersionId = 0;
beforeAll(async () => {
  catalogVersionId = await database.asAdmin(insertSmallCatalog);
});

async function team(options: { offersDependents?: boolean } = {}) {
  const scene = { people: [ana, bo], catalogVersionId, dental: false, ...options };
  const { employerId, people } = await database.asAdmin((admin) => insertOpenOffer(admin, scene));
  const employer = { employerId, legalName: "Elm Street Bakery LLC", dbaName: null, ...nashville };
  const [anaAct, boAct] = people.map(({ employeeId, userId }): OwnAct => ({
    employeeId,
    userId,
    today,
    employer: { ...employer, payFrequency: "weekly" },
  }));
  const [spouse, child] = people[0]?.dependentIds ?? [];
  invariant(anaAct && boAct && spouse && child, "Ana and Bo work there");
  return { employerId, anaAct, boAct, spouse, child };
}

async function sceneOf(act: OwnAct) {
  const scene = await loadCoverageScene(act);
  invariant(scene?.offer, "there is an offer");
  return { ...scene, offer: scene.offer };
}

async function signed(act: OwnAct, coveredIds: readonly string[] = []) {
  const choice = { kind: "elect", planId: smallPlans.bronze.planId, coveredIds } as const;
  await chooseCoverage(act, { line: "medical", choice });
  const { name: signedName, seen } = checkView(await sceneOf(act));
  const outcome = await signCoverage({ ...act, email: "a@x.test", now, input: { signedName, attested: true, seen } });
  invariant(outcome.ok, "it can be signed");
}

const statusOf = async (act: OwnAct) => homeView(await sceneOf(act)).lines.map(({ status }) => status);

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

const anaTyped = {
  ...{ firstName: "Ana", lastName: "Worker", bornOn: "06/01/1986", sex: "F", usesTobacco: "no", language: "en" },
  ...{ addressLine1: "10 Elm St", city: "Nashville", state: "TN", zip: "37203", countyFips: "47037", version: "1" },
};

async function details(act: OwnAct, changes: Record<string, string> = {}) {
  const input = parseForm(detailsSchema, formOf({ ...anaTyped, ...changes }));
  return input.ok ? saveDetails(ownRecordActOf(await sceneOf(act), now), input.value) : input;
}

const kim = {
  relationship: "child",
  firstName: "Kim",
  lastName: "Ruiz",
  bornOn: "02/03/2015",
  sex: "F",
  usesTobacco: "no",
};

async function add(act: OwnAct, changes: Record<string, string> = {}, dependentId = newId()) {
  const input = parseForm(addDependentSchema, formOf({ ...kim, dependentId, ...changes }));
  if (!input.ok) return input;
  return addToFamily({ ...ownRecordActOf(await sceneOf(act), now), dependentId }, input.value);
}

async function change(act: OwnAct, dependentId: string, changes: Record<string, string> = {}) {
  const before = { ...kim, lastName: "Worker", bornOn: "05/05/2016", sex: "U", version: "1" };
  const input = parseForm(changeDependentSchema, formOf({ ...before, ...changes }));
  if (!input.ok) return input;
  return changeFamilyMember({ ...ownRecordActOf(await sceneOf(act), now), dependentId }, input.value);
}

async function remove(act: OwnAct, dependentId: string) {
  return removeFromFamily({ ...ownRecordActOf(await sceneOf(act), now), dependentId });
}

async function codesOf(outcome: Promise<{ ok: boolean; problems?: readonly { code: string; field?: string }[] }>) {
  return (await outcome).problems?.map(({ code, field }) => (field ? `${code} ${field}` : code)) ?? [];
}

function auditOf(employerId: string): Promise<string[]> {
  return database.asAdmin(async (admin) => {
    const rows = await admin<{ line: string }[]>`
      select actor_name || ': ' || action || coalesce(' ' || (details->>'changed'), '') as line
      from audit_log where employer_id = ${employerId} order by sequence`;
    return rows.map(({ line }) => line);
  });
}

describe("an employee's own details", () => {
  it("can be corrected, and the business's history tells which, never a number", async () => {
    const { anaAct, employerId } = await team();
    expect(await details(anaAct, { firstName: "Anna", ssn: "219-55-6788", phone: "(615) 555-0100" })).toEqual({
      ...{ ok: true, value: { isOpenAgain: false } },
    });
    const { employee } = (await sceneOf(anaAct)).record;
    expect(employee).toMatchObject({ firstName: "Anna", ssnLastFour: "6788", phone: "6155550100", version: 2 });
    expect(await auditOf(employerId)).toEqual(["Ana Worker: own-details-changed firstName, ssn, phone"]);
  });

  it("saved without a change make no new version and no line in the history", async () => {
    const { anaAct, employerId } = await team();
    await details(anaAct);
    expect((await sceneOf(anaAct)).record.employee.version).toBe(1);
    expect(await auditOf(employerId)).toEqual([]);
  });

  it("saved from a page that another tab has overtaken are refused as stale", async () => {
    const { anaAct } = await team();
    await details(anaAct, { city: "Franklin" });
    expect(await codesOf(details(anaAct, { city: "Memphis" }))).toEqual(["stale"]);
    expect((await sceneOf(anaAct)).record.employee.city).toBe("Franklin");
  });

  it.each([
    [{ ssn: "123-45-678" }, ["ssn-not-nine-digits ssn"]],
    [{ ssn: "666-12-3456" }, ["ssn-area-not-issued ssn"]],
    [{ bornOn: "02/30/1986" }, ["invalid-date bornOn"]],
    [{ bornOn: "01/15/2020" }, ["hired-before-birth bornOn"]],
    [{ addressLine1: " " }, ["required addressLine1"]],
    [{ phone: "555" }, ["phone-not-ten-digits phone"]],
  ])("%j are refused with %j", async (typed, expected) => {
    expect(await codesOf(details((await team()).anaAct, typed))).toEqual(expected);
  });

  it("cannot take a colleague's Social Security number, and the refusal does not say whose it is", async () => {
    const { anaAct, boAct } = await team();
    await details(boAct, { firstName: "Bo", bornOn: "06/01/1990", ssn: "219-55-6788" });
    const refused = await details(anaAct, { ssn: "219556788" });
    expect(refused).toEqual({ ok: false, problems: [{ code: "ssn-on-file-for-another", field: "ssn" }] });
  });

  it("that change the price take a signature back while it can be given again, and never afterwards", async () => {
    const { anaAct, employerId } = await team();
    await signed(anaAct);
    expect(await details(anaAct, { city: "Franklin" })).toMatchObject({ value: { isOpenAgain: false } });
    expect(await statusOf(anaAct)).toEqual(["signed"]);
    const older = { city: "Franklin", bornOn: "06/01/1976", version: "2" };
    expect(await codesOf(details({ ...anaAct, today: dayAfter }, older))).toEqual(["signed-choice-is-fixed"]);
    expect(await statusOf(anaAct)).toEqual(["signed"]);
    expect(await details(anaAct, older)).toMatchObject({ ok: true, value: { isOpenAgain: true } });
    expect(await statusOf(anaAct)).toEqual(["to-sign-again"]);
    expect((await auditOf(employerId)).slice(-2)).toEqual([
      "Ana Worker: coverage-to-sign-again",
      "Ana Worker: own-details-changed bornOn",
    ]);
    await signed(anaAct);
    expect(await statusOf(anaAct)).toEqual(["signed"]);
  });
});

describe("an employee's family", () => {
  it("grows by one person, however often the form is sent", async () => {
    const { anaAct, employerId } = await team();
    const id = newId();
    const clicks = await Promise.all([add(anaAct, {}, id), add(anaAct, {}, id)]);
    expect(clicks.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await sceneOf(anaAct)).record.family).toHaveLength(3);
    expect(await auditOf(employerId)).toEqual(["Ana Worker: dependent-added"]);
  });

  it.each([
    ["a child of 26", { bornOn: "01/01/2001" }, ["child-too-old bornOn"]],
    [
      "a second spouse",
      { relationship: "spouse", bornOn: "03/03/1986" },
      ["more-than-one-spouse-or-partner relationship"],
    ],
    ["somebody not born yet", { bornOn: "12/24/2026" }, ["birth-date-in-the-future bornOn"]],
    [
      "the same person again",
      { lastName: "Worker", bornOn: "05/05/2016" },
      ["person-already-in-family isAnotherPerson"],
    ],
  ])("does not take %s", async (_, typed, expected) => {
    expect(await codesOf(add((await team()).anaAct, typed))).toEqual(expected);
  });

  it("is not asked for where only employees are offered coverage", async () => {
    const { anaAct } = await team({ offersDependents: false });
    expect(await codesOf(add(anaAct))).toEqual(["dependents-not-offered"]);
  });

  it("is out of a colleague's reach", async () => {
    const { anaAct, boAct, child } = await team();
    expect(await codesOf(change(boAct, child, { firstName: "Lee" }))).toEqual(["stale"]);
    expect(await codesOf(remove(boAct, child))).toEqual(["stale"]);
    expect(await codesOf(add(boAct, {}, child))).toEqual(["stale"]);
    expect((await sceneOf(anaAct)).record.family).toHaveLength(2);
  });

  it("that changes takes back only a signature that covers the person", async () => {
    const { anaAct, spouse, child } = await team();
    await signed(anaAct, [spouse]);
    expect(await change(anaAct, child, { bornOn: "05/06/2016" })).toMatchObject({ value: { isOpenAgain: false } });
    expect(await statusOf(anaAct)).toEqual(["signed"]);
    expect(await remove(anaAct, spouse)).toMatchObject({ ok: true, value: { isOpenAgain: true } });
    expect(await statusOf(anaAct)).toEqual(["to-sign-again"]);
    const { offer } = await sceneOf(anaAct);
    expect(offer.choices.medical).toMatchObject({ kind: "elect", coveredIds: [] });
  });

  it("stays as it was signed once open enrollment is over", async () => {
    const { anaAct, child } = await team();
    await signed(anaAct, [child]);
    const late = { ...anaAct, today: dayAfter };
    expect(await codesOf(change(late, child, { bornOn: "05/06/2015" }))).toEqual(["signed-choice-is-fixed"]);
    expect(await codesOf(change(late, child, { relationship: "stepchild" }))).toEqual(["signed-choice-is-fixed"]);
    expect(await codesOf(remove(late, child))).toEqual(["signed-choice-is-fixed"]);
    // Ten years old on the first day of coverage either way: nothing that was signed changes.
    const sameAge = { firstName: "Kimberly", bornOn: "05/06/2016" };
    expect(await change(late, child, sameAge)).toMatchObject({ ok: true, value: { isOpenAgain: false } });
    expect(await statusOf(late)).toEqual(["signed"]);
  });

  it("changed in two tabs keeps the first change", async () => {
    const { anaAct, child } = await team();
    await change(anaAct, child, { firstName: "Kimberly" });
    expect(await codesOf(change(anaAct, child, { firstName: "Kimmy" }))).toEqual(["stale"]);
  });
});

describe("an employee whose enrollment was submitted", () => {
  async function submitted(state: "invalid" | "ready") {
    const family = await team();
    const { anaAct, child, employerId } = family;
    await signed(anaAct, [child]);
    await database.asAdmin(async (admin) => {
      await admin`update benefit_applications set state = 'submitted' where employer_id = ${employerId}`;
      await admin`insert into policies (employer_id, policy_id, application_id, employee_id, election_id, line, issuer_id,
          plan_id, start_on, end_on)
        select employer_id, 'P-' || election_id, application_id, employee_id, election_id, line, '99101', plan_id,
          '2027-01-01', '2027-12-31' from elections where employer_id = ${employerId}`;
      await admin`insert into enrollment_events (employer_id, event_id, policy_id, version, kind, issuer_id, employee_id,
          effective_on, payload, content_hash, state)
        select employer_id, gen_random_uuid(), policy_id, 1, 'initial', issuer_id, employee_id, start_on, '{}', '-', ${state}
        from policies where employer_id = ${employerId}`;
    });
    return family;
  }

  it("may mend what keeps it back, but nothing that was signed for", async () => {
    const { anaAct, spouse, child } = await submitted("invalid");
    expect(await details(anaAct, { addressLine1: "22 Oak St", ssn: "219-55-6788" })).toMatchObject({ ok: true });
    expect(await change(anaAct, child, { firstName: "Kimberly", ssn: "219-55-6787" })).toMatchObject({ ok: true });
    expect(await codesOf(details(anaAct, { bornOn: "06/01/1976", version: "2" }))).toEqual(["signed-choice-is-fixed"]);
    expect(await codesOf(change(anaAct, child, { bornOn: "05/05/2012", version: "2" }))).toEqual([
      "signed-choice-is-fixed",
    ]);
    expect(await codesOf(remove(anaAct, child))).toEqual(["signed-choice-is-fixed"]);
    expect(await remove(anaAct, spouse)).toMatchObject({ ok: true, value: { isOpenAgain: false } });
  });

  it("leaves what is with the insurer, or on its way there, as it is", async () => {
    const { anaAct, spouse, child } = await submitted("ready");
    expect(await codesOf(details(anaAct, { addressLine1: "22 Oak St" }))).toEqual(["employee-data-sent"]);
    expect(await codesOf(change(anaAct, child, { firstName: "Kimberly" }))).toEqual(["employee-data-sent"]);
    expect(await details(anaAct, { phone: "615-555-0100" })).toMatchObject({ ok: true });
    const lee = { relationship: "spouse", firstName: "Lee", bornOn: "03/03/1985" };
    expect(await change(anaAct, spouse, lee)).toMatchObject({ ok: true, value: { isOpenAgain: false } });
  });
});
