import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate, type CalendarDate } from "~/domain/calendar/calendar-date";
import { invariant } from "~/domain/invariant";
import { chooseCoverage } from "~/features/enrollment/coverage/choose/choose-coverage.command.server";
import { loadCoverageScene, type OwnAct } from "~/features/enrollment/coverage/coverage-scene.server";
import { homeView } from "~/features/enrollment/coverage/home-view.server";
import { checkView } from "~/features/enrollment/coverage/sign/check-view.server";
import { signCoverage } from "~/features/enrollment/coverage/sign/sign-coverage.command.server";
import { parseForm } from "~/platform/forms/parse-form";
import { newId } from "~/platform/id.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { insertOpenOffer } from "~db/testing/open-offer";
import { insertSmallCatalog, nashville, smallPlans, smallPrice, type SmallPerson } from "~db/testing/small-catalog";
import { changeEmployeeSchema } from "./employee/employee.schema";
import { changeEmployee } from "./employee/save-employee.command.server";
import { changeDependentSchema } from "./family/dependent.schema";
import { findEmployeeFamily } from "./family/employee-family.query.server";
import { changeDependent, takeOutOfFamily } from "./family/save-dependent.command.server";

const database = useTestDatabase({ poolSize: 6 });
const today = calendarDate("2026-11-25");
const dayAfter = calendarDate("2026-12-12");
let signatures = 0;
/** Each signature a minute after the one before. */
const signingTime = () => new Date(Date.UTC(2026, 10, 25, 15, (signatures += 1)));
/** 40 on the first day of 2027. */
const ana: SmallPerson = {
  ...{ firstName: "Ana", bornOn: calendarDate("1986-06-01") },
  family: [
    { relationship: "spouse", bornOn: calendarDate("1985-03-03") },
    { relationship: "child", bornOn: calendarDate("2016-05-05") },
  ],
};

let catalogVersionId = 0;
beforeAll(async () => {
  catalogVersionId = await database.asAdmin(insertSmallCatalog);
});

async function signedFamily({ language = "en" }: { language?: "en" | "es" } = {}) {
  const offer = await database.asAdmin((admin) =>
    insertOpenOffer(admin, { people: [ana], catalogVersionId, dental: false }),
  );
  const { employerId, people } = offer;
  const [person] = people;
  const [spouse, child] = person?.dependentIds ?? [];
  invariant(person && spouse && child, "Ana works there and has a family");
  const { employeeId, userId } = person;
  const email = `ana-${newId()}@x.test`;
  await database.asAdmin(async (admin) => {
    await admin`update employees set language = ${language} where employee_id = ${employeeId}`;
    await admin`insert into users (user_id, email, full_name, password_hash) values (${userId}, ${email}, 'Ana', 'x')`;
  });
  const employer = { employerId, legalName: "Elm Street Bakery LLC", dbaName: null, ...nashville };
  const employee: OwnAct = { employeeId, userId, today, employer: { ...employer, payFrequency: "weekly" } };
  const choice = { kind: "elect", planId: smallPlans.bronze.planId, coveredIds: [child] } as const;
  await chooseCoverage(employee, { line: "medical", choice });
  expect(await sign(employee)).toMatchObject({ ok: true });
  const owner = { employerId, userId: newId(), actorName: "Olga Owner", today, asksTobacco: true };
  return { employee, owner, employeeId, employerId, spouse, child, email };
}

type Family = Awaited<ReturnType<typeof signedFamily>>;

async function openScene(act: OwnAct) {
  const scene = await loadCoverageScene(act);
  invariant(scene?.offer, "there is an offer");
  return { ...scene, offer: scene.offer };
}

async function sign(act: OwnAct, shown?: string) {
  const seen = shown ?? checkView(await openScene(act)).seen;
  return signCoverage({
    ...act,
    email: "a@x.test",
    now: signingTime(),
    input: { signedName: "Ana Worker", attested: true, seen },
  });
}

const statusOf = async ({ employee }: Family) => homeView(await openScene(employee)).lines.map(({ status }) => status);

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

const anaOnFile = {
  ...{ firstName: "Ana", lastName: "Worker", bornOn: "06/01/1986", sex: "U", usesTobacco: "no", hiredOn: "01/15/2020" },
  ...{ addressLine1: "10 Elm St", city: "Nashville", state: "TN", zip: "37203", countyFips: "47037" },
  ...{ employmentBasis: "full-time", language: "en", version: "1" },
};

async function edit({ owner, employeeId }: Family, changes: Record<string, string>, on: CalendarDate = today) {
  const { employee } = (await findEmployeeFamily(owner, employeeId))!;
  const { language, version, hiredOn, email } = employee;
  const onFile = { ...anaOnFile, language, hiredOn, email: email ?? "", version: String(version) };
  const parsed = parseForm(changeEmployeeSchema, formOf({ ...onFile, ...changes }));
  invariant(parsed.ok, "the form is filled in right");
  const { version: seen, ...input } = parsed.value;
  return changeEmployee({ ...owner, today: on, employeeId, version: seen, input });
}

async function editMember(
  { owner, employeeId }: Family,
  dependentId: string,
  changes: Record<string, string>,
  on = today,
) {
  const { family } = (await findEmployeeFamily(owner, employeeId))!;
  const member = family.find((one) => one.dependentId === dependentId)!;
  const { firstName, lastName, relationship, bornOn, sex, version } = member;
  const onFile = { firstName, lastName, relationship, bornOn, sex, usesTobacco: "no", version: String(version) };
  const parsed = parseForm(changeDependentSchema, formOf({ ...onFile, ...changes }));
  invariant(parsed.ok, "the form is filled in right");
  const { version: seen, ...input } = parsed.value;
  return changeDependent({ ...owner, today: on, employeeId, dependentId, version: seen, input });
}

const remove = ({ owner, employeeId }: Family, dependentId: string, on = today) =>
  takeOutOfFamily({ ...owner, today: on, employeeId, dependentId });

async function codesOf(outcome: Promise<{ ok: boolean; problems?: readonly { code: string }[] }>) {
  return (await outcome).problems?.map(({ code }) => code) ?? [];
}

function mailsTo(email: string): Promise<{ subject: string; language: string }[]> {
  return database.asAdmin(async (admin) => [
    ...(await admin<{ subject: string; language: string }[]>`
      select subject, language from mail_messages where recipient = ${email}`),
  ]);
}

describe("an owner's change of somebody whose choice is signed", () => {
  it.each<[string, (family: Family) => Promise<unknown>]>([
    ["the birth date", (family) => edit(family, { bornOn: "06/01/1976" })],
    ["the tobacco answer", (family) => edit(family, { usesTobacco: "yes" })],
    ["a first day of work that moves the start", (family) => edit(family, { hiredOn: "12/20/2026" })],
    ["the birth date of a covered child", (family) => editMember(family, family.child, { bornOn: "05/05/2015" })],
    ["the relationship of a covered child", (family) => editMember(family, family.child, { relationship: "ward" })],
    ["a covered child's place in the family", (family) => remove(family, family.child)],
  ])("of %s takes the signature back, and the employee is asked by mail to sign again", async (_, change) => {
    const family = await signedFamily();
    expect(await change(family)).toMatchObject({ ok: true, value: { isOpenAgain: true } });
    expect(await statusOf(family)).toEqual(["to-sign-again"]);
    expect(await mailsTo(family.email)).toEqual([
      { subject: "Check your coverage choice and sign it again", language: "en" },
    ]);
    const audit = await database.asAdmin(
      (admin) => admin`select actor_name, action, subject from audit_log where employer_id = ${family.employerId}
        and action = 'coverage-signature-taken-back'`,
    );
    expect([...audit]).toEqual([
      { actor_name: "Olga Owner", action: "coverage-signature-taken-back", subject: family.employeeId },
    ]);
    expect(await sign(family.employee)).toMatchObject({ ok: true, value: { repeated: false } });
    expect(await statusOf(family)).toEqual(["signed"]);
  });

  it("writes to the employee in the employee's language", async () => {
    const family = await signedFamily({ language: "es" });
    await edit(family, { bornOn: "06/01/1976" });
    expect(await mailsTo(family.email)).toEqual([
      { subject: "Revise su elección de cobertura y fírmela otra vez", language: "es" },
    ]);
  });

  it.each<[string, (family: Family) => Promise<unknown>]>([
    ["the home address", (family) => edit(family, { addressLine1: "22 Oak St" })],
    ["a first day of work that leaves the start", (family) => edit(family, { hiredOn: "02/15/2021" })],
    [
      "the birth date of a spouse who is not covered",
      (family) => editMember(family, family.spouse, { bornOn: "01/01/1980" }),
    ],
    ["the place in the family of a spouse who is not covered", (family) => remove(family, family.spouse)],
    ["the name of a covered child", (family) => editMember(family, family.child, { firstName: "Kimberly" })],
  ])("of %s leaves the signature, and nobody is written to", async (_, change) => {
    const family = await signedFamily();
    expect(await change(family)).toMatchObject({ ok: true, value: { isOpenAgain: false } });
    expect(await statusOf(family)).toEqual(["signed"]);
    expect(await mailsTo(family.email)).toEqual([]);
  });

  it.each<[string, (family: Family) => Promise<{ ok: boolean; problems?: readonly { code: string }[] }>]>([
    ["the birth date", (family) => edit(family, { bornOn: "06/01/1976" }, dayAfter)],
    ["the tobacco answer", (family) => edit(family, { usesTobacco: "yes" }, dayAfter)],
    ["a first day of work that moves the start", (family) => edit(family, { hiredOn: "12/20/2026" }, dayAfter)],
    ["a covered child's birth date", (family) => editMember(family, family.child, { bornOn: "05/05/2015" }, dayAfter)],
    ["a covered child's place in the family", (family) => remove(family, family.child, dayAfter)],
  ])("of %s is refused once nobody can sign again", async (_, change) => {
    const family = await signedFamily();
    expect(await codesOf(change(family))).toEqual(["signed-choice-is-fixed"]);
    expect(await statusOf(family)).toEqual(["signed"]);
    expect(await mailsTo(family.email)).toEqual([]);
  });

  it("to a birth date of the same age is taken after open enrollment, for the insurer is told the right day", async () => {
    const family = await signedFamily();
    expect(await edit(family, { bornOn: "06/11/1986" }, dayAfter)).toMatchObject({
      ...{ ok: true, value: { isOpenAgain: false } },
    });
    expect(await statusOf(family)).toEqual(["signed"]);
  });
});

describe("the page of a person", () => {
  it("says whose choice is signed and until when it can be signed again", async () => {
    const { owner, employeeId, child } = await signedFamily();
    const found = await findEmployeeFamily(owner, employeeId);
    expect(found?.signed).toMatchObject({ state: "enrollment_open", opensOn: "2026-11-24", closesOn: "2026-12-11" });
    expect([...(found?.signed?.memberIds ?? [])].sort()).toEqual([employeeId, child].sort());
  });
});

describe("an owner's change in the same moment as the employee's signature", () => {
  /** What stands must be at the price of what is on file, whoever came first. */
  async function standing({ employeeId }: Family) {
    const [row] = await database.asAdmin(
      (admin) => admin<{ premium: number | null; bornOn: string }[]>`
        select e.born_on::text as "bornOn", (select m.premium_monthly_cents::int from elections x
          join election_members m on m.employer_id = x.employer_id and m.election_id = x.election_id
          where x.employee_id = e.employee_id and x.superseded_at is null and m.member_id = e.employee_id) as premium
        from employees e where e.employee_id = ${employeeId}`,
    );
    return row;
  }

  it.each(Array.from({ length: 6 }, (_, round) => round))(
    "never leaves an old price standing, round %i",
    async (round) => {
      const family = await signedFamily();
      const { bronze, wideBronze } = smallPlans;
      const planId = round % 2 === 0 ? wideBronze.planId : bronze.planId;
      await chooseCoverage(family.employee, { line: "medical", choice: { kind: "elect", planId, coveredIds: [] } });
      const { seen } = checkView(await openScene(family.employee));
      const [signed, changed] = await Promise.all([
        sign(family.employee, seen),
        edit(family, { bornOn: "06/01/1976" }),
      ]);
      expect(changed).toMatchObject({ ok: true, value: { isOpenAgain: true } });
      expect(signed.ok ? [] : signed.problems.map(({ code }) => code)).toEqual(signed.ok ? [] : ["stale"]);
      expect(await standing(family)).toEqual({ bornOn: "1976-06-01", premium: null });
      await sign(family.employee);
      const plan = planId === bronze.planId ? bronze : wideBronze;
      expect((await standing(family))?.premium).toBe(smallPrice(plan, 50));
    },
  );
});
