import { describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { readUploadText } from "../upload/upload-text.server";
import { agesOfText, ageOfText, nameParts } from "./census-values";
import { readCensusAges } from "./read-census-ages";
import { readCensusList } from "./read-census-list.server";

const today = calendarDate("2026-11-28");

function read(text: string) {
  const outcome = readCensusList(text, { today });
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join());
  return outcome.value;
}

/** `self 41, child 3 | self 1986-06-01`: a household each. */
function shape(text: string): string {
  return read(text)
    .census.map((people) =>
      people.map(({ relationship, ageYears, bornOn }) => `${relationship} ${ageYears ?? bornOn}`).join(", "),
    )
    .join(" | ");
}

const refusals = (text: string) =>
  read(text).refused.map(({ line, problems }) => `${line} ${problems.map(({ code }) => code).join()}`);

describe("an age in a cell", () => {
  it.each([
    ["41", 41],
    ["41 yrs", 41],
    ["41 y/o", 41],
    ["41 years old", 41],
    ["41 años", 41],
    ["41.0", 41],
    ["0", 0],
    ["8 months", 0],
    ["8 meses", 0],
    ["120", 120],
    ["41.5", undefined],
    ["forty-one", undefined],
    ["1986", undefined],
    ["-3", undefined],
    ["", undefined],
  ])("%j is %s", (text, age) => {
    expect(ageOfText(text)).toBe(age);
  });

  it.each([
    ["34, 41, 29", [34, 41, 29]],
    ["34 41 29", [34, 41, 29]],
    ["34; 41\n29", [34, 41, 29]],
    ["34, 41 and 29", [34, 41, 29]],
    ["34, 41 y 29", [34, 41, 29]],
    ["34, x", [34, undefined]],
    [" , ", []],
  ])("a list %j is %j", (text, ages) => {
    expect(agesOfText(text)).toEqual(ages);
  });
});

describe("a pasted list", () => {
  it.each([
    ["tabs and headings", "Name\tBirth date\tRelationship\nAna Ruiz\t6/1/1986\tEmployee", "self 1986-06-01"],
    ["semicolons and Spanish headings", "Nombre;Edad;Parentesco\nAna;41 años;empleada\nLeo;3;hijo", "self 41, child 3"],
    [
      "a byte order mark and commas",
      "\uFEFFAge,Relationship\r\n34,EE\r\n33,SP\r\n5,CH\r\n",
      "self 34, spouse 33, child 5",
    ],
    ["no headings", "Ana Ruiz, 41\nBo Lund, 6/1/1990", "self 41 | self 1990-06-01"],
    [
      "no headings, with relationships",
      "Ana, employee, 41\nJuan, spouse, 43\nLeo, child, 0",
      "self 41, spouse 43, child 0",
    ],
    ["Excel's count of days", "Name\tDOB\nAna\t31564", "self 1986-06-01"],
    ["a date with a time", "DOB\n1986-06-01 00:00:00", "self 1986-06-01"],
    ["Excel's own first line", "sep=;\r\nAge;Relationship\r\n41;employee", "self 41"],
    ["blank lines", "Age\n\n41\n , \n\n29\n", "self 41 | self 29"],
    ["one age a line", "34\n41\n29", "self 34 | self 41 | self 29"],
    ["ages in one line", "34, 41, 29", "self 34 | self 41 | self 29"],
    ["quoted names", '"Ruiz, Ana",41', "self 41"],
    ["a ZIP beside an age", "Ana Ruiz,41,53703", "self 41"],
    ["a birth date before an age column", "Name,Age,Birth date\nAna,40,6/1/1986", "self 1986-06-01"],
    [
      "a family ID, the child first",
      "Family ID,Relationship,Age\n2,child,4\n1,employee,50\n2,employee,30",
      "self 50 | self 30, child 4",
    ],
  ])("with %s", (_what, text, people) => {
    expect(shape(text)).toBe(people);
    expect(read(text).refused).toEqual([]);
  });

  it("keeps the good rows and says of each other row what to do", () => {
    const text =
      "Name,Age,Relationship\nAna,41,employee\nOld,120,employee\nKid,6,child\nBo,soon,employee\nCy,,\nDi,30,friend";
    expect(refusals(text)).toEqual([
      "3 census-age-not-plausible",
      "4 census-employee-row-refused",
      "5 census-birth-unreadable",
      "6 census-birth-missing",
      "7 census-relationship-unknown",
    ]);
    expect(shape(text)).toBe("self 41");
  });

  it.each([
    ["a child before any employee", "Age,Relationship\n5,child\n41,employee", "2 census-dependent-without-employee"],
    ["a second spouse", "Age,Relationship\n41,ee\n40,spouse\n39,partner", "4 census-second-partner"],
    ["a birth that has not come", "DOB\n1/1/2030", "2 birth-date-in-the-future"],
    ["two dates without headings", "Ana,1/1/1980,1/1/1990", "1 census-several-births"],
    ["a word for tobacco that is neither", "Age,Tobacco\n41,perhaps", "2 upload-neither-yes-nor-no"],
  ])("refuses %s", (_what, text, refusal) => {
    expect(refusals(text)).toEqual([refusal]);
  });

  it("takes names and tobacco where they are given", () => {
    const text = "First name,Last name,Age,Tobacco,Hire date\nAna,Ruiz,41,yes,1/15/2020\nBo Lund,,30,,";
    expect(read(text).census.flat()).toMatchObject([
      { firstName: "Ana", lastName: "Ruiz", usesTobacco: true, hiredOn: "2020-01-15" },
      { firstName: "Bo", lastName: "Lund", usesTobacco: false, hiredOn: null },
    ]);
  });

  it.each([
    ["in a column of its own", "Name,SSN,Age\nAna,512-43-6781,41"],
    ["without headings", "Ana,512436781,41"],
    ["in a column that is not named", "Name,Other,Age\nAna,512 43 6781,41"],
  ])("never keeps a Social Security number %s", (_where, text) => {
    const { census, ssnIgnored, keptText, refused } = read(text);
    expect(ssnIgnored).toBe(true);
    expect(JSON.stringify([census, keptText, refused])).not.toMatch(/6781/);
    expect(census.flat()).toMatchObject([{ firstName: "Ana", ageYears: 41 }]);
  });

  it("tells columns that it does not know", () => {
    expect(read("Name,Age,Shoe size\nAna,41,38").unknownColumns).toEqual(["Shoe size"]);
  });

  it("is read from Excel's own encoding as well", () => {
    const text = readUploadText(Buffer.from("Nombre;Edad\nJosé;41", "latin1"));
    expect(text.ok && read(text.value.text).census.flat()).toMatchObject([{ firstName: "José", ageYears: 41 }]);
  });

  it.each([
    ["nothing", " \n\n", "required"],
    ["201 people", Array.from({ length: 201 }, () => "41").join("\n"), "census-too-many-people"],
    ["an endless line", `Ana,${"x".repeat(6_000)}`, "upload-csv-unreadable"],
  ])("refuses %s as a whole", (_what, text, code) => {
    expect(readCensusList(text, { today })).toMatchObject({ ok: false, problems: [{ code, field: "list" }] });
  });

  it("takes 200 people", () => {
    expect(read(Array.from({ length: 200 }, () => "41").join("\n")).census).toHaveLength(200);
  });
});

describe("a name in one cell", () => {
  it.each([
    ["Ana Ruiz", "Ana", "Ruiz"],
    ["Ruiz, Ana María", "Ana María", "Ruiz"],
    ["Ana", "Ana", ""],
    ["Ana de la Cruz", "Ana", "de la Cruz"],
  ])("%j", (text, firstName, lastName) => {
    expect(nameParts(text)).toEqual({ firstName, lastName });
  });
});

describe("typed ages", () => {
  const row = (change: Partial<Record<"age" | "tobacco" | "spouse" | "children", string>>) => ({
    ...{ age: "", tobacco: "", spouse: "", children: "" },
    ...change,
  });

  it("make employees on their own and families", () => {
    const outcome = readCensusAges({
      ages: "34, 41",
      families: [row({ age: "29", tobacco: "on", spouse: "31", children: "0, 4" }), row({})],
    });
    const people = outcome.ok ? outcome.value : [];
    expect(people.map((family) => family.map(({ relationship, ageYears }) => `${relationship} ${ageYears}`))).toEqual([
      ["self 34"],
      ["self 41"],
      ["self 29", "spouse 31", "child 0", "child 4"],
    ]);
    expect(people[2]?.map(({ usesTobacco }) => usesTobacco)).toEqual([true, false, false, false]);
  });

  it.each([
    ["nobody", "", row({}), "ages required"],
    ["words", "thirty", row({}), "ages census-age-unreadable"],
    ["120 years", "120", row({}), "ages census-age-not-plausible"],
    ["a family without its employee", "", row({ spouse: "31" }), "families.0.age required"],
    ["an employee's age in words", "", row({ age: "forty" }), "families.0.age census-one-age"],
    ["two spouses", "", row({ age: "40", spouse: "31, 32" }), "families.0.spouse census-one-age"],
    ["a child in words", "", row({ age: "40", children: "baby" }), "families.0.children census-age-unreadable"],
    ["201 people", Array.from({ length: 201 }, () => "30").join(","), row({}), "ages census-too-many-people"],
  ])("refuse %s at its field", (_what, ages, family, problem) => {
    const outcome = readCensusAges({ ages, families: [family] });
    expect(outcome.ok ? [] : outcome.problems.map(({ field, code }) => `${field} ${code}`)).toEqual([problem]);
  });
});
