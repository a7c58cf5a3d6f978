import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { translator } from "~/platform/i18n/translator.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { insertCatalog } from "~db/testing/enrolled-group";
import { insertSmallEmployer } from "~db/testing/small-catalog";
import { findEmployeeFamily } from "../family/employee-family.query.server";
import { loadRosterPage } from "../list/roster-list.query.server";
import { readRosterSearch } from "../list/roster-list.search";
import { importRoster } from "./import-roster.command.server";
import { uploadReport } from "./upload-report.server";

const database = useTestDatabase();
beforeAll(async () => {
  await database.asAdmin((admin) => insertCatalog(admin, ["99101"]));
  await database.asAdmin(async (admin) => {
    await admin`insert into counties (geo_version_id, fips, name, state_code, year_from, year_to)
      select geo_version_id, '47187', 'Williamson County', 'TN', 2000, 2199 from geo_versions limit 1`;
    await admin`insert into zip_counties (geo_version_id, zip, county_fips, year_from, year_to)
      select geo_version_id, '37027', fips, 2000, 2199 from geo_versions, (values ('47037'), ('47187')) c (fips)
      where geo_version_id = (select min(geo_version_id) from geo_versions)`;
  });
});

const today = calendarDate("2026-11-24");
const headings = "Family ID,Relationship,First name,Last name,E-mail,SSN,Birth date,Hire date,ZIP,State,County,Owner";
const family = `${headings}
1,employee,José,Núñez,JOSE@example.com,512-43-6781,06/01/1986,01/15/2020,37203,TN,,yes
1,spouse,Ana,Núñez,,,1987-02-03,,,,,
1,child,Leo,Núñez,,512436782,42005,,,,,
2,employee,Bo,Lund,bo@example.com,,1990-05-05,2021-02-01,37027,TN,Williamson,`;

type Act = Awaited<ReturnType<typeof business>>;
const business = () => database.asAdmin((admin) => insertSmallEmployer(admin, { people: [] }));

async function upload(act: Act, text: string | Buffer) {
  const outcome = await importRoster({ ...act, today, asksTobacco: true, bytes: Buffer.from(text) });
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join());
  return outcome.value;
}

async function countsOf(act: Act, text: string) {
  const { addedEmployees, addedDependents, unchanged, refused } = await upload(act, text);
  return [addedEmployees.length, addedDependents.length, unchanged.length, refused.length];
}

async function refusalsOf(act: Act, text: string) {
  const { refused } = await upload(act, text);
  return refused.map(
    ({ row, problems }) => `${row.line} ${problems.map(({ code, field }) => `${field} ${code}`).join(", ")}`,
  );
}

const peopleOf = (act: Act) => loadRosterPage(act, readRosterSearch(new URLSearchParams()));

describe("an uploaded list", () => {
  it("adds the employees and their families, with every accent", async () => {
    const act = await business();
    const imported = await upload(act, family);
    expect(imported).toMatchObject({
      encoding: "utf-8",
      refused: [],
      unchanged: [],
      assumedFullTime: 2,
      withoutCounty: 0,
    });
    const { rows } = await peopleOf(act);
    expect(rows).toMatchObject([
      { firstName: "Bo", zip: "37027", dependentCount: 0, employmentBasis: "full-time" },
      {
        firstName: "José",
        lastName: "Núñez",
        email: "jose@example.com",
        dependentCount: 2,
        isOwner: true,
        bornOn: "1986-06-01",
      },
    ]);
    const found = await findEmployeeFamily(act, rows[1]!.employeeId);
    expect(found?.family).toMatchObject([
      { relationship: "spouse", bornOn: "1987-02-03", ssnLastFour: null },
      { relationship: "child", bornOn: "2015-01-01", ssnLastFour: "6782" },
    ]);
    expect((await findEmployeeFamily(act, rows[0]!.employeeId))?.employee).toMatchObject({ countyFips: "47187" });
  });

  it("sent again adds nobody, also by three uploads at once", async () => {
    const act = await business();
    const uploads = await Promise.all([countsOf(act, family), countsOf(act, family), countsOf(act, family)]);
    expect(uploads.sort()).toEqual(
      [
        [0, 0, 4, 0],
        [0, 0, 4, 0],
        [2, 2, 0, 0],
      ].sort(),
    );
    expect(await peopleOf(act)).toMatchObject({ activeCount: 2 });
  });

  it("keeps no number in the open", async () => {
    const act = await business();
    await upload(act, family);
    const kept = await database.asAdmin(
      (admin) => admin`select to_jsonb(e) as row from employees e union all select to_jsonb(d) from dependents d
        union all select to_jsonb(a) from audit_log a`,
    );
    expect(JSON.stringify(kept)).not.toMatch(/512-?43-?678[12]/);
  });

  it("is somebody else's business no matter what it holds", async () => {
    const [act, other] = [await business(), await business()];
    await upload(act, family);
    expect(await peopleOf(other)).toMatchObject({ activeCount: 0 });
    expect(await countsOf(other, family)).toEqual([2, 2, 0, 0]);
  });

  it("saves the rows it can read and says of the others what to correct", async () => {
    const act = await business();
    const text = `${headings}
,employee,Ann,Able,ann@example.com,,06/01/1986,01/15/2020,,,,
,employee,Ben,Bad,ben@example.com,123-45,13/45/1986,01/15/2020,3720,,,perhaps
,child,Cal,Bad,,,2015-01-01,,,,,
,employee,Dan,Double,ANN@example.com,,1980-01-01,2019-01-01,37203,KY,,
9,spouse,Eve,Alone,,,1980-01-01,,,,,
,cousin,Flo,Able,,,1980-01-01,,,,,`;
    expect(await refusalsOf(act, text)).toEqual([
      "3 bornOn invalid-date, ssn ssn-not-nine-digits, isOwner upload-neither-yes-nor-no",
      "4 familyId upload-employee-row-refused",
      "5 email email-already-on-roster",
      "6 familyId upload-dependent-without-employee",
      "7 relationship choose-one-of-list",
    ]);
    expect((await peopleOf(act)).rows).toMatchObject([{ firstName: "Ann" }]);
  });

  it("takes a dependent without a family ID into the family above, and finds the employee below by the ID", async () => {
    const act = await business();
    const text = `${headings}
7,child,Kim,Late,,,2015-01-01,,,,,
7,employee,Lee,Late,,,1980-01-01,2019-01-01,,,,
,child,Max,Late,,,2016-01-01,,,,,`;
    expect(await countsOf(act, text)).toEqual([1, 2, 0, 0]);
  });

  it.each([
    ["a child who is 26 when coverage starts", "1,child,Kim,Old,,,2000-12-01,,,,,", "3 bornOn child-too-old"],
    [
      "a child with the employee's number",
      "1,child,Kim,Same,,512-43-6781,2015-01-01,,,,,",
      "3 ssn ssn-of-another-person",
    ],
    [
      "an employee with a number that is taken",
      ",employee,Kim,Same,,512-43-6781,1999-01-01,2020-01-01,,,,",
      "3 ssn employee-already-on-roster",
    ],
    [
      "the same person with another number",
      ",employee,Pat,Old,,512-43-6785,1980-01-01,2020-01-01,,,,",
      "3 ssn same-person-other-number",
    ],
    [
      "a home in another state than its ZIP",
      ",employee,Kim,Far,,,1999-01-01,2020-01-01,37203,KY,,",
      "3 zip zip-in-other-state",
    ],
    ["somebody hired before birth", ",employee,Kim,Young,,,1999-01-01,1998-01-01,,,,", "3 hiredOn hired-before-birth"],
  ])("refuses %s", async (_case, row, refusal) => {
    const text = `${headings}\n1,employee,Pat,Old,,512-43-6781,1980-01-01,2019-01-01,,,,\n${row}`;
    expect(await refusalsOf(await business(), text)).toEqual([refusal]);
  });

  it("takes a child who is 26 one day after coverage starts", async () => {
    const text = `${headings}\n1,employee,Pat,Old,,,1980-01-01,2019-01-01,,,,\n1,child,Kim,Old,,,2000-12-02,,,,,`;
    expect(await countsOf(await business(), text)).toEqual([1, 1, 0, 0]);
  });

  it("has one spouse or partner a family", async () => {
    const text = `${family}\n1,domestic partner,Eve,Other,,,1987-02-03,,,,,`;
    expect(await refusalsOf(await business(), text)).toEqual(["6 relationship more-than-one-spouse-or-partner"]);
  });

  it("leaves a county open when the ZIP lies in two and the row does not say which", async () => {
    const text = `${headings}\n,employee,Bo,Lund,,,1990-05-05,2021-02-01,37027,,,`;
    expect(await upload(await business(), text)).toMatchObject({ refused: [], withoutCounty: 1 });
  });

  it("gives the refused rows back to correct, and takes them when they are", async () => {
    const act = await business();
    const text = `${headings}\n,employee,Ben,Bad,ben@example.com,123-45,not a day,01/15/2020,,,,`;
    const report = uploadReport(await upload(act, text), translator("en"), "en");
    expect(report.findings).toMatchObject([
      {
        line: 2,
        column: "Birth date",
        value: "not a day",
        reason: "Type a date that exists, month first, for example 12/31/1990.",
      },
      { line: 2, column: "SSN", value: "•••" },
    ]);
    expect(report.correctionsCsv).toContain("What to correct");
    const corrected = report.correctionsCsv!.replace("not a day", "1980-01-01").replace("123-45", "512-43-6781");
    expect(await countsOf(act, corrected)).toEqual([1, 0, 0, 0]);
  });

  it("of five thousand people is read in one go", async () => {
    const name = (n: number) => String(n).replaceAll(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "");
    const rows = Array.from({ length: 5_000 }, (_, n) => `,employee,Pat,Q${name(n)},,,1980-01-01,2019-01-01,37203,,,`);
    const act = await business();
    expect(await countsOf(act, [headings, ...rows].join("\n"))).toEqual([5_000, 0, 0, 0]);
    expect(await peopleOf(act)).toMatchObject({ activeCount: 5_000, pageCount: 200 });
  });
});
