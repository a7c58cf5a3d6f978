import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { parseForm } from "~/platform/forms/parse-form";
import { newId } from "~/platform/id.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import { insertDraftYear } from "~db/testing/draft-year";
import { insertCatalog, insertEnrolledGroup } from "~db/testing/enrolled-group";
import { insertSmallEmployer } from "~db/testing/small-catalog";
import { findEmployeeFamily } from "../family/employee-family.query.server";
import { addEmployeeSchema, changeEmployeeSchema } from "./employee.schema";
import { takeOffRoster } from "./remove-employee.command.server";
import { revealSsn } from "./reveal-ssn.command.server";
import { addEmployee, changeEmployee } from "./save-employee.command.server";
import { listZipCounties } from "./zip-counties.query.server";

const database = useTestDatabase();
let catalogVersionId = 0;
beforeAll(async () => {
  catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, ["99101"]));
  await database.asAdmin(async (admin) => {
    await admin`insert into counties (geo_version_id, fips, name, state_code, year_from, year_to)
      select min(geo_version_id), '47187', 'Williamson County', 'TN', 2000, 2199 from geo_versions`;
    await admin`insert into zip_counties (geo_version_id, zip, county_fips, year_from, year_to)
      select (select min(geo_version_id) from geo_versions), '37027', fips, 2000, 2199
      from (values ('47037'), ('47187')) c (fips)`;
  });
});

const today = calendarDate("2026-11-24");
const ana = {
  firstName: "Ana",
  lastName: "Núñez",
  bornOn: "06/01/1986",
  sex: "F",
  ssn: "512-43-6781",
  email: "Ana@Example.com",
  phone: "(615) 555-0100",
  zip: "37203-1234",
  hiredOn: "1/15/2020",
  employmentBasis: "full-time",
  usesTobacco: "no",
  language: "es",
};

type Act = { employerId: string; userId: string; actorName: string };
const business = () => database.asAdmin((admin) => insertSmallEmployer(admin, { people: [] }));

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

async function add(act: Act, changes: Record<string, string> = {}, employeeId = newId()) {
  const parsed = parseForm(addEmployeeSchema, formOf({ ...ana, employeeId, ...changes }));
  if (!parsed.ok) return parsed;
  const { employeeId: id, ...input } = parsed.value;
  return addEmployee({ ...act, today, asksTobacco: true, employeeId: id, input });
}

async function change(act: Act, employeeId: string, changes: Record<string, string>) {
  const { ssn: _ssn, ...known } = ana;
  const parsed = parseForm(changeEmployeeSchema, formOf({ ...known, version: "1", ...changes }));
  if (!parsed.ok) return parsed;
  const { version, ...input } = parsed.value;
  return changeEmployee({ ...act, today, asksTobacco: true, employeeId, version, input });
}

type Answer = Promise<{ ok: boolean; problems?: readonly { code: string; field?: string }[] }>;
async function codesOf(answer: Answer): Promise<string[]> {
  return (await answer).problems?.map(({ code, field }) => (field ? `${code} ${field}` : code)) ?? [];
}

async function added(act: Act, changes: Record<string, string> = {}): Promise<string> {
  const outcome = await add(act, changes);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join());
  return outcome.value.employeeId;
}

function auditOf({ employerId }: Act) {
  return database.asAdmin(async (admin) => {
    const rows = await admin<{ action: string; details: Record<string, unknown> }[]>`
      select action, details from audit_log where employer_id = ${employerId} order by sequence`;
    return [...rows];
  });
}

describe("somebody who is added to the roster", () => {
  it("is read from the form and shown with the end of the number only, in one statement", async () => {
    const act = await business();
    const employeeId = await added(act);
    const { result, statements } = await countStatements(() => findEmployeeFamily(act, employeeId));
    expect(statements).toBe(1);
    expect(result?.employee).toMatchObject({
      ...{ firstName: "Ana", lastName: "Núñez", bornOn: "1986-06-01", ssnLastFour: "6781", email: "ana@example.com" },
      ...{ phone: "6155550100", zip: "37203", state: "TN", countyFips: "47037", countyName: "Davidson County" },
      ...{ usesTobacco: false, isOwner: false, language: "es", version: 1, hasPolicy: false },
    });
    expect(JSON.stringify(result)).not.toContain("51243");
    expect(await auditOf(act)).toEqual([{ action: "employee-added", details: { name: "Ana Núñez" } }]);
  });

  it("by two clicks on one form is added once", async () => {
    const act = await business();
    const employeeId = newId();
    const clicks = await Promise.all([1, 2, 3].map(() => add(act, {}, employeeId)));
    expect(clicks.every((click) => click.ok)).toBe(true);
    expect(await auditOf(act)).toHaveLength(1);
  });

  it("in two tabs with one number is added by one of them, and the other is told who has it", async () => {
    const act = await business();
    const tabs = await Promise.all([
      add(act, { firstName: "Ana", email: "" }),
      add(act, { firstName: "Bea", bornOn: "01/01/1990", email: "" }),
    ]);
    expect(tabs.filter((tab) => tab.ok)).toHaveLength(1);
    const [refused] = tabs.flatMap((tab) => (tab.ok ? [] : tab.problems));
    const [kept] = tabs.flatMap((tab) => (tab.ok ? [tab.value.name] : []));
    expect(refused).toEqual({ code: "employee-already-on-roster", field: "ssn", params: { name: kept } });
  });

  it("is found by the number however it is typed, and in this business only", async () => {
    const [act, other] = [await business(), await business()];
    await added(act);
    const twin = { ssn: "512436781", firstName: "Bea", email: "" };
    expect(await codesOf(add(act, twin))).toEqual(["employee-already-on-roster ssn"]);
    expect((await add(other, twin)).ok).toBe(true);
  });

  it("needs an e-mail address of their own", async () => {
    const act = await business();
    await added(act);
    const other = { firstName: "Bea", bornOn: "01/01/1990", ssn: "", email: "ANA@example.com" };
    expect(await codesOf(add(act, other))).toEqual(["email-already-on-roster email"]);
  });

  it("with a known name and birth date is another person when somebody says so", async () => {
    const act = await business();
    await added(act);
    const namesake = { firstName: "ANA", lastName: "Nunez", ssn: "", email: "" };
    expect(await codesOf(add(act, namesake))).toEqual(["person-already-on-roster isAnotherPerson"]);
    expect((await add(act, { ...namesake, isAnotherPerson: "on" })).ok).toBe(true);
  });

  it("may be very young on the first day of work when somebody says so", async () => {
    const act = await business();
    const young = { bornOn: "01/16/2006" };
    expect(await codesOf(add(act, { ...young, hiredOn: "01/15/2020" }))).toEqual([
      "employee-under-14-when-hired bornOn",
    ]);
    expect((await add(act, { ...young, hiredOn: "01/15/2020", ageConfirmed: "on" })).ok).toBe(true);
    expect((await add(act, { ...young, ssn: "", email: "", firstName: "Bo", hiredOn: "01/16/2020" })).ok).toBe(true);
  });

  it.each([
    ["a day that does not exist", { bornOn: "02/29/2023" }, "invalid-date bornOn"],
    ["a day to come", { bornOn: "11/25/2026" }, "birth-date-in-the-future bornOn"],
    ["work before birth", { hiredOn: "05/31/1986" }, "hired-before-birth hiredOn"],
    ["a sample number", { ssn: "078-05-1120" }, "ssn-is-a-sample ssn"],
    ["a name with a sign in it", { firstName: "Ana*" }, "name-character-not-allowed firstName"],
    ["no name", { lastName: " " }, "required lastName"],
    ["half a telephone number", { phone: "555-0100" }, "phone-not-ten-digits phone"],
    ["half a ZIP", { zip: "372" }, "zip-code-not-five-or-nine-digits zip"],
    ["a ZIP of another state", { state: "KY" }, "zip-in-other-state zip"],
    ["a ZIP in two counties", { zip: "37027" }, "county-choice-needed countyFips"],
    ["a county that the ZIP is not in", { zip: "37027", countyFips: "47001" }, "county-choice-needed countyFips"],
  ])("is refused with %s", async (_case, changes, code) => {
    const act = await business();
    expect(await codesOf(add(act, changes))).toEqual([code]);
    expect(await auditOf(act)).toEqual([]);
  });

  it("lives in the county that was chosen", async () => {
    const act = await business();
    expect(await listZipCounties("37027", today)).toMatchObject([
      { name: "Davidson County" },
      { name: "Williamson County" },
    ]);
    const employeeId = await added(act, { zip: "37027", countyFips: "47187" });
    expect((await findEmployeeFamily(act, employeeId))?.employee).toMatchObject({ state: "TN", countyFips: "47187" });
    expect((await change(act, employeeId, { zip: "37027", city: "Brentwood" })).ok).toBe(true);
    expect((await findEmployeeFamily(act, employeeId))?.employee).toMatchObject({
      city: "Brentwood",
      countyFips: "47187",
    });
  });

  it("is invisible to every other business", async () => {
    const [act, other] = [await business(), await business()];
    const employeeId = await added(act);
    expect(await findEmployeeFamily({ ...other }, employeeId)).toBeUndefined();
    expect(await codesOf(change(other, employeeId, { city: "Nashville" }))).toEqual(["stale"]);
    expect(await codesOf(takeOffRoster({ ...other, today, employeeId }))).toEqual(["stale"]);
  });
});

describe("a change of somebody", () => {
  it("keeps the number when none is typed, and says in the record what changed", async () => {
    const act = await business();
    const employeeId = await added(act);
    expect((await change(act, employeeId, { city: "Nashville", isOwner: "on" })).ok).toBe(true);
    expect((await findEmployeeFamily(act, employeeId))?.employee).toMatchObject({
      ssnLastFour: "6781",
      isOwner: true,
      version: 2,
    });
    expect((await auditOf(act)).at(-1)).toMatchObject({
      action: "employee-changed",
      details: { changed: "city, isOwner" },
    });
  });

  it("replaces the number and never writes it into the record", async () => {
    const act = await business();
    const employeeId = await added(act);
    expect((await change(act, employeeId, { ssn: "512 43 6782" })).ok).toBe(true);
    expect((await findEmployeeFamily(act, employeeId))?.employee.ssnLastFour).toBe("6782");
    expect((await auditOf(act)).at(-1)).toMatchObject({ details: { changed: "ssn" } });
  });

  it("from an old page is stale, sent twice is saved once", async () => {
    const act = await business();
    const employeeId = await added(act);
    const clicks = await Promise.all([1, 2].map(() => change(act, employeeId, { city: "Nashville" })));
    expect(clicks.every((click) => click.ok)).toBe(true);
    expect(await auditOf(act)).toHaveLength(2);
    expect(await codesOf(change(act, employeeId, { city: "Franklin" }))).toEqual(["stale"]);
    expect((await change(act, employeeId, { city: "Franklin", version: "2" })).ok).toBe(true);
  });

  it("does not collide with the person's own number, name and address", async () => {
    const act = await business();
    const employeeId = await added(act);
    expect((await change(act, employeeId, { ssn: ana.ssn, city: "Nashville" })).ok).toBe(true);
  });
});

describe("the whole number", () => {
  it("is shown for a reason, and the record says who saw it and why, without the number", async () => {
    const act = await business();
    const employeeId = await added(act);
    const input = { memberId: employeeId, reason: "insurer-asks", explanation: "Call about 512-43-6781" } as const;
    expect(await revealSsn({ ...act, employeeId, input })).toEqual({
      ok: true,
      value: { name: "Ana Núñez", number: "512-43-6781" },
    });
    expect((await auditOf(act)).at(-1)).toEqual({
      action: "number-revealed",
      details: { name: "Ana Núñez", reason: "insurer-asks", explanation: "Call about …" },
    });
  });

  it("is not there for somebody without one, of another family or of another business", async () => {
    const [act, other] = [await business(), await business()];
    const [first, second] = [await added(act), await added(act, { ssn: "", email: "", firstName: "Bo" })];
    const ask = (who: Act, employeeId: string, memberId: string) =>
      revealSsn({ ...who, employeeId, input: { memberId, reason: "tax-form", explanation: "W-2" } });
    expect(await codesOf(ask(act, second, second))).toEqual(["ssn-not-on-file"]);
    expect(await codesOf(ask(act, second, first))).toEqual(["ssn-not-on-file"]);
    expect(await codesOf(ask(other, first, first))).toEqual(["ssn-not-on-file"]);
  });
});

describe("a removal", () => {
  it("frees the number, ends open invitations, and a second click changes nothing", async () => {
    const act = await business();
    const employeeId = await added(act);
    await database.asAdmin(async (admin) => {
      const applicationId = await insertDraftYear(admin, act.employerId, "2027-01-01");
      await admin`insert into invitations (employer_id, invitation_id, employee_id, application_id, token_hash, email, expires_at)
        values (${act.employerId}, ${newId()}, ${employeeId}, ${applicationId}, 'hash', 'ana@example.com', now() + interval '1 day')`;
    });
    const clicks = await Promise.all([1, 2].map(() => takeOffRoster({ ...act, today, employeeId })));
    expect(clicks.every((click) => click.ok)).toBe(true);
    expect((await auditOf(act)).map(({ action }) => action)).toEqual(["employee-added", "employee-removed"]);
    expect(await findEmployeeFamily(act, employeeId)).toBeUndefined();
    const open = await database.asAdmin(
      (admin) => admin`select 1 from invitations where employee_id = ${employeeId} and revoked_at is null`,
    );
    expect(open).toHaveLength(0);
    expect((await add(act)).ok).toBe(true);
  });

  it("is refused once coverage was made for an insurer, and so is a change of what the insurer got", async () => {
    const group = await database.asAdmin((admin) =>
      insertEnrolledGroup(admin, { catalogVersionId, issuerId: "99101", people: [{ answer: "elects" }] }),
    );
    const { employerId } = group;
    const employeeId = group.employeeIds[0]!;
    await database.asAdmin(
      (
        admin,
      ) => admin`insert into policies (employer_id, policy_id, application_id, employee_id, election_id, line, issuer_id, plan_id, start_on, end_on)
        select ${employerId}, 'P-1', application_id, employee_id, election_id, 'medical', '99101', plan_id, '2026-04-01', '2027-03-31'
        from elections where employee_id = ${employeeId}`,
    );
    const act = { employerId, userId: group.ownerUserId, actorName: group.ownerName };
    expect(await codesOf(takeOffRoster({ ...act, today, employeeId }))).toEqual(["employee-has-coverage"]);
    const { employee } = (await findEmployeeFamily(act, employeeId))!;
    const onFile = Object.fromEntries(
      (
        [
          "firstName",
          "lastName",
          "bornOn",
          "sex",
          "addressLine1",
          "city",
          "state",
          "zip",
          "hiredOn",
          "employmentBasis",
        ] as const
      ).map((name) => [name, employee[name] ?? ""]),
    );
    const kept = { ...onFile, email: "new@example.com", language: "en" };
    expect(await codesOf(change(act, employeeId, { ...kept, bornOn: "01/01/1970" }))).toEqual(["employee-data-sent"]);
    expect((await change(act, employeeId, kept)).ok).toBe(true);
  });
});
