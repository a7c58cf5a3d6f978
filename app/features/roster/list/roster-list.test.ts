import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import { insertDraftYear } from "~db/testing/draft-year";
import { insertCatalog, insertEnrolledGroup } from "~db/testing/enrolled-group";
import { insertSmallEmployer } from "~db/testing/small-catalog";
import { loadRosterPage } from "./roster-list.query.server";
import { readRosterSearch, rosterHref, rosterPageRows } from "./roster-list.search";

const database = useTestDatabase();
let act = { employerId: "", userId: "" };

beforeAll(async () => {
  const child = { relationship: "child", bornOn: calendarDate("2015-01-01") } as const;
  act = await database.asAdmin((admin) =>
    insertSmallEmployer(admin, {
      people: [
        { firstName: "José", bornOn: calendarDate("1990-01-01"), family: [child, child] },
        { firstName: "Ann_a", bornOn: calendarDate("1980-01-01") },
        { firstName: "Bo", bornOn: calendarDate("1985-01-01"), family: [child] },
        { firstName: "Gone", bornOn: calendarDate("1970-01-01") },
      ],
    }),
  );
  await database.asAdmin(async (admin) => {
    const set = (firstName: string) => admin`and employer_id = ${act.employerId} and first_name = ${firstName}`;
    await admin`update employees set standing = 'removed' where true ${set("Gone")}`;
    await admin`update employees set is_owner = true, email = 'boss@example.com', zip = '37203' where true ${set("Bo")}`;
    await admin`update employees set employment_basis = 'part-time', zip = '37027' where true ${set("José")}`;
    const applicationId = await insertDraftYear(admin, act.employerId, "2027-01-01");
    await admin`insert into invitations (employer_id, invitation_id, employee_id, application_id, token_hash, email, expires_at)
      select employer_id, gen_random_uuid(), employee_id, ${applicationId}, 'x', 'x', now() from employees where true ${set("Bo")}`;
  });
});

const search = (query: string) => readRosterSearch(new URLSearchParams(query));
async function names(query: string): Promise<string[]> {
  return (await loadRosterPage(act, search(query))).rows.map(({ firstName }) => firstName);
}

describe("the roster's page", () => {
  it("is one statement, with the counts of the filters and of everybody", async () => {
    const { result, statements } = await countStatements(() => loadRosterPage(act, search("basis=part-time")));
    expect(statements).toBe(1);
    expect(result).toMatchObject({ matchCount: 1, activeCount: 3, page: 1, pageCount: 1 });
    expect(result.rows).toMatchObject([
      { firstName: "José", dependentCount: 2, status: "not-invited", bornOn: "1990-01-01" },
    ]);
  });

  it.each([
    ["", ["Ann_a", "Bo", "José"]],
    ["order=desc", ["José", "Bo", "Ann_a"]],
    ["sort=age", ["Ann_a", "Bo", "José"]],
    ["sort=dependents&order=desc", ["José", "Bo", "Ann_a"]],
    ["sort=zip", ["José", "Bo", "Ann_a"]],
    ["sort=zip&order=desc", ["Bo", "José", "Ann_a"]],
    ["q=jose", ["José"]],
    ["q=JOSÉ+work", ["José"]],
    ["q=boss%40", ["Bo"]],
    ["q=_", ["Ann_a"]],
    ["q=%25", []],
    ["q='; drop table employees", []],
    ["owner=yes", ["Bo"]],
    ["owner=no", ["Ann_a", "José"]],
    ["status=invited", ["Bo"]],
    ["status=not-invited", ["Ann_a", "José"]],
    ["standing=removed", ["Gone"]],
    ["basis=full-time&owner=no", ["Ann_a"]],
    ["sort=nonsense&page=-3&owner=maybe&basis=x", ["Ann_a", "Bo", "José"]],
    ["page=99", ["Ann_a", "Bo", "José"]],
  ])("for %j shows %j", async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it("says how far somebody has come", async () => {
    const catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, ["99101"]));
    const people = [{ answer: "silent" }, { answer: "elects" }, { answer: "waives" }] as const;
    const group = await database.asAdmin((admin) =>
      insertEnrolledGroup(admin, { catalogVersionId, issuerId: "99101", people }),
    );
    const { rows } = await loadRosterPage({ employerId: group.employerId, userId: group.ownerUserId }, search(""));
    expect(rows.map(({ status }) => status)).toEqual(["joined", "chosen", "waived"]);
  });

  it("shows the last page for one behind it, and nobody of another business", async () => {
    const people = Array.from({ length: rosterPageRows + 1 }, (_, n) => ({
      firstName: `P${String.fromCharCode(65 + n)}`,
      bornOn: calendarDate("1980-01-01"),
    }));
    const many = await database.asAdmin((admin) => insertSmallEmployer(admin, { people }));
    expect(await loadRosterPage(many, search("page=2"))).toMatchObject({
      page: 2,
      pageCount: 2,
      rows: [{ firstName: "PZ" }],
    });
    expect(await loadRosterPage(many, search("page=7"))).toMatchObject({ page: 2, rows: [{ firstName: "PZ" }] });
    expect((await loadRosterPage(many, search(""))).rows).toHaveLength(rosterPageRows);
  });
});

describe("the roster's address", () => {
  it("keeps the filters, and goes back to the first page when they change", () => {
    const here = search("q=ana&owner=yes&sort=age&order=desc&page=3");
    expect(rosterHref(here, { page: 4 })).toBe("?q=ana&owner=yes&sort=age&order=desc&page=4");
    expect(rosterHref(here, { sort: "name", order: "asc" })).toBe("?q=ana&owner=yes");
    expect(search(rosterHref(here, { page: 3 }))).toEqual(here);
  });
});
