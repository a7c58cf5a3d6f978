import { describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { parseForm } from "~/platform/forms/parse-form";
import { newId } from "~/platform/id.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { insertDraftYear } from "~db/testing/draft-year";
import { insertSmallEmployer } from "~db/testing/small-catalog";
import { revealSsn } from "../employee/reveal-ssn.command.server";
import { addDependentSchema, changeDependentSchema } from "./dependent.schema";
import { findEmployeeFamily } from "./employee-family.query.server";
import { addDependent, changeDependent, takeOutOfFamily } from "./save-dependent.command.server";

const database = useTestDatabase();
const today = calendarDate("2026-11-24");
const kim = { relationship: "child", firstName: "Kim", lastName: "Worker", bornOn: "02/03/2015", sex: "F" };

async function family() {
  const people = [
    { firstName: "Ana", bornOn: calendarDate("1986-06-01") },
    { firstName: "Bo", bornOn: calendarDate("1980-06-01") },
  ];
  const act = await database.asAdmin((admin) => insertSmallEmployer(admin, { people }));
  const rows = await database.asAdmin(
    (admin) =>
      admin<
        { id: string }[]
      >`select employee_id as id from employees where employer_id = ${act.employerId} order by first_name`,
  );
  return { act, ana: rows[0]!.id, bo: rows[1]!.id };
}

type Act = Awaited<ReturnType<typeof family>>["act"];

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

async function add(act: Act, employeeId: string, changes: Record<string, string> = {}, dependentId = newId()) {
  const parsed = parseForm(addDependentSchema, formOf({ ...kim, dependentId, ...changes }));
  if (!parsed.ok) return parsed;
  const { dependentId: id, ...input } = parsed.value;
  return addDependent({ ...act, today, asksTobacco: false, employeeId, dependentId: id, input });
}

async function change(act: Act, employeeId: string, dependentId: string, changes: Record<string, string>) {
  const parsed = parseForm(changeDependentSchema, formOf({ ...kim, version: "1", ...changes }));
  if (!parsed.ok) return parsed;
  const { version, ...input } = parsed.value;
  return changeDependent({ ...act, today, asksTobacco: false, employeeId, dependentId, version, input });
}

type Answer = Promise<{ ok: boolean; problems?: readonly { code: string; field?: string }[] }>;
async function codesOf(answer: Answer): Promise<string[]> {
  return (await answer).problems?.map(({ code, field }) => (field ? `${code} ${field}` : code)) ?? [];
}

describe("a family member", () => {
  it("is added once, however often the form is sent", async () => {
    const { act, ana } = await family();
    const dependentId = newId();
    const clicks = await Promise.all(
      [1, 2, 3].map(() => add(act, ana, { ssn: "512-43-6781", usesTobacco: "yes" }, dependentId)),
    );
    expect(clicks.every((click) => click.ok)).toBe(true);
    // Tobacco is not asked here, so it is not kept.
    expect((await findEmployeeFamily(act, ana))?.family).toMatchObject([
      { dependentId, ssnLastFour: "6781", usesTobacco: null },
    ]);
  });

  it.each([
    ["a child who is 26 on the first of next month", { bornOn: "12/01/2000" }, "child-too-old bornOn"],
    ["somebody born tomorrow", { bornOn: "11/25/2026" }, "birth-date-in-the-future bornOn"],
    ["somebody without a relationship", { relationship: "" }, "choose-one-of-list relationship"],
    ["the employee as their own dependent", { relationship: "self" }, "choose-one-of-list relationship"],
  ])("is not %s", async (_case, changes, code) => {
    const { act, ana } = await family();
    expect(await codesOf(add(act, ana, changes))).toEqual([code]);
  });

  it.each([
    ["a child who is 26 one day later", { bornOn: "12/02/2000" }],
    ["a child of 40 with a disability", { relationship: "disabled-child", bornOn: "01/01/1986" }],
  ])("may be %s", async (_case, changes) => {
    const { act, ana } = await family();
    expect((await add(act, ana, changes)).ok).toBe(true);
  });

  it("is counted at the day the plan year begins, once one is being prepared", async () => {
    const { act, ana } = await family();
    await database.asAdmin((admin) => insertDraftYear(admin, act.employerId, "2027-02-01"));
    expect(await codesOf(add(act, ana, { bornOn: "02/01/2001" }))).toEqual(["child-too-old bornOn"]);
    expect((await add(act, ana, { bornOn: "02/02/2001" })).ok).toBe(true);
  });

  it("is the only spouse or partner, also when two tabs add one each", async () => {
    const { act, ana } = await family();
    const tabs = await Promise.all([
      add(act, ana, { relationship: "spouse", bornOn: "01/01/1985" }),
      add(act, ana, { relationship: "domestic-partner", bornOn: "01/01/1984" }),
    ]);
    expect(tabs.flatMap((tab) => (tab.ok ? [] : tab.problems))).toMatchObject([
      { code: "more-than-one-spouse-or-partner", field: "relationship" },
    ]);
    expect((await findEmployeeFamily(act, ana))?.family).toHaveLength(1);
  });

  it("with a known name and birth date is another person when somebody says so", async () => {
    const { act, ana } = await family();
    await add(act, ana);
    expect(await codesOf(add(act, ana))).toEqual(["person-already-in-family isAnotherPerson"]);
    expect((await add(act, ana, { isAnotherPerson: "on" })).ok).toBe(true);
  });

  it("of two employees may have one number, of one family or with two birth dates not", async () => {
    const { act, ana, bo } = await family();
    const ssn = "512-43-6781";
    expect((await add(act, ana, { ssn })).ok).toBe(true);
    expect((await add(act, bo, { ssn })).ok).toBe(true);
    expect(await codesOf(add(act, bo, { ssn, firstName: "Lu", bornOn: "02/03/2016" }))).toEqual([
      "ssn-of-another-person ssn",
    ]);
  });

  it("changes once from the newest page, and not from an old one", async () => {
    const { act, ana, bo } = await family();
    const dependentId = newId();
    await add(act, ana, {}, dependentId);
    expect((await change(act, ana, dependentId, { firstName: "Kimberly" })).ok).toBe(true);
    expect((await change(act, ana, dependentId, { firstName: "Kimberly" })).ok).toBe(true);
    expect(await codesOf(change(act, ana, dependentId, { firstName: "Kimmy" }))).toEqual(["stale"]);
    expect(await codesOf(change(act, bo, dependentId, { firstName: "Kimmy", version: "2" }))).toEqual(["stale"]);
  });

  it("is taken out of the family once", async () => {
    const { act, ana } = await family();
    const [kept, gone] = [newId(), newId()];
    await add(act, ana, {}, kept);
    await add(act, ana, { firstName: "Lu" }, gone);
    const take = (dependentId: string) => takeOutOfFamily({ ...act, today, employeeId: ana, dependentId });
    const clicks = await Promise.all([take(gone), take(gone)]);
    expect(clicks.every((click) => click.ok)).toBe(true);
    expect((await findEmployeeFamily(act, ana))?.family.map(({ dependentId }) => dependentId)).toEqual([kept]);
  });

  it("has a number that can be shown, until they are taken out", async () => {
    const { act, ana, bo } = await family();
    const memberId = newId();
    await add(act, ana, { ssn: "512-43-6781" }, memberId);
    const ask = (employeeId: string) =>
      revealSsn({ ...act, employeeId, input: { memberId, reason: "check-typing", explanation: "card at hand" } });
    expect(await ask(ana)).toMatchObject({ value: { number: "512-43-6781" } });
    expect((await ask(bo)).ok).toBe(false);
    await takeOutOfFamily({ ...act, today, employeeId: ana, dependentId: memberId });
    expect((await ask(ana)).ok).toBe(false);
  });
});
