import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import type { Census } from "~/domain/household/census";
import { useTestDatabase } from "~/platform/testing/test-database";
import { insertCatalog } from "~db/testing/enrolled-group";
import { insertSmallEmployer } from "~db/testing/small-catalog";
import { addQuotedPeople } from "./add-quoted-people.command.server";
import { quotedPeople } from "./quoted-people";

const database = useTestDatabase();
const today = calendarDate("2026-11-28");
beforeAll(() => database.asAdmin((admin) => insertCatalog(admin, ["99101"])));

const shared = { usesTobacco: false, hiredOn: null, bornOn: null, ageYears: null };
const census: Census = [
  [
    { ...shared, relationship: "self", firstName: "Ana", lastName: "Ruiz", bornOn: calendarDate("1986-06-01") },
    { ...shared, relationship: "child", firstName: "", lastName: "", ageYears: 5 },
  ],
  [{ ...shared, relationship: "self", firstName: "Bo", lastName: "Lund", bornOn: calendarDate("1990-05-05") }],
];

async function business() {
  const act = await database.asAdmin((admin) => insertSmallEmployer(admin, { people: [] }));
  const onRoster = () =>
    database.asAdmin(
      (admin) => admin<
        { name: string }[]
      >`select first_name as name from employees where employer_id = ${act.employerId}
        union all select first_name from dependents where employer_id = ${act.employerId} order by 1`,
    );
  return { act: { ...act, today, asksTobacco: true }, names: async () => (await onRoster()).map(({ name }) => name) };
}

async function add(act: Parameters<typeof addQuotedPeople>[0], people: Parameters<typeof addQuotedPeople>[1]) {
  const outcome = await addQuotedPeople(act, people);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join());
  return outcome.value;
}

describe("the people of a quote", () => {
  it("are rows with what was said, and nothing made up for what was not", () => {
    expect(quotedPeople(census)).toMatchObject([
      { family: "1", relationship: "self", firstName: "Ana", bornOn: "06/01/1986", hiredOn: "", ageYears: "" },
      { family: "1", relationship: "child", firstName: "", bornOn: "", ageYears: "5" },
      { family: "2", relationship: "self", lastName: "Lund", bornOn: "05/05/1990" },
    ]);
  });

  it("go on the roster as far as they are complete; the rest is told at its field and can be sent again", async () => {
    const { act, names } = await business();
    const [ana, child, bo] = quotedPeople(census);
    if (!ana || !child || !bo) throw new Error("somebody is missing");
    const hired = { hiredOn: "1/15/2020" };
    const first = await add(act, [{ ...ana, ...hired }, child, { ...bo, ...hired }]);
    expect(await names()).toEqual(["Ana", "Bo"]);
    expect(first.keptCount).toBe(2);
    expect(first.left.map(({ family, relationship }) => `${family} ${relationship}`)).toEqual(["1 self", "1 child"]);
    expect(first.problems.map(({ field }) => field)).toEqual([
      ...["people.1.firstName", "people.1.lastName", "people.1.bornOn"],
    ]);
    const completed = first.left.map((person) =>
      person.relationship === "child" ? { ...person, firstName: "Leo", lastName: "Ruiz", bornOn: "3/4/2021" } : person,
    );
    expect(await add(act, completed)).toEqual({ keptCount: 2, left: [], problems: [] });
    expect(await names()).toEqual(["Ana", "Bo", "Leo"]);
  });

  it("without a first day of work are asked for it and not added", async () => {
    const { act, names } = await business();
    const { problems, left } = await add(act, quotedPeople(census).slice(2));
    expect(problems).toMatchObject([{ code: "required", field: "people.0.hiredOn" }]);
    expect(left).toHaveLength(1);
    expect(await names()).toEqual([]);
  });
});
