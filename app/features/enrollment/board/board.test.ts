import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import { insertCatalog, insertEnrolledGroup, type EnrolledGroup } from "~db/testing/enrolled-group";
import { loadBoard } from "./board.query.server";
import { boardHref, isBoardFiltered, readBoardSearch } from "./board.search";

const database = useTestDatabase();
let group: EnrolledGroup;
const now = new Date("2026-03-05T15:00:00Z");
const search = (query: string) => readBoardSearch(new URLSearchParams(query));
const act = () => ({
  ...{ employerId: group.employerId, userId: group.ownerUserId, employerState: "TN" },
  ...{ today: calendarDate("2026-03-05"), now },
});

beforeAll(async () => {
  const catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, ["99101"]));
  group = await database.asAdmin((admin) =>
    insertEnrolledGroup(admin, {
      ...{ catalogVersionId, issuerId: "99101" },
      people: [
        { answer: "silent", lastName: "Joined" },
        { answer: "elects", lastName: "Chosen" },
        { answer: "waives-covered", lastName: "Waived" },
        { answer: "silent", lastName: "Invited" },
        { answer: "silent", lastName: "Opened" },
        { answer: "silent", lastName: "Expired" },
        { answer: "silent", lastName: "Ágora" },
      ],
    }),
  );
  await database.asAdmin(async (admin) => {
    const { employerId, applicationId } = group;
    const invite = (index: number, expires: string, opened: string | null) => admin`
      insert into invitations (employer_id, invitation_id, employee_id, application_id, token_hash, email, created_at, opened_at, expires_at)
      values (${employerId}, gen_random_uuid(), ${group.employeeIds[index] ?? ""}, ${applicationId}, 'x', 'x',
        ${`2026-03-0${index}T12:00:00Z`}, ${opened}, ${expires})`;
    await invite(3, "2026-03-12T12:00:00Z", null);
    await invite(4, "2026-03-12T12:00:00Z", "2026-03-04T12:00:00Z");
    await invite(5, "2026-03-05T12:00:00Z", null);
  });
});

async function names(query: string): Promise<string[]> {
  const page = await loadBoard(act(), search(query));
  return page?.rows.map(({ fullName }) => fullName.replace("Pat ", "")) ?? [];
}

describe("the board", () => {
  it("is one statement, and tells how far everybody is and where the group stands", async () => {
    const { result, statements } = await countStatements(() => loadBoard(act(), search("")));
    expect(statements).toBe(1);
    expect(result).toMatchObject({
      ...{ peopleCount: 7, matchCount: 7, pageCount: 1 },
      counts: { joined: 1, chosen: 1, waived: 1, invited: 1, opened: 1, "link-dead": 1, "not-invited": 1 },
      year: { state: "enrollment_open", closesOn: "2026-03-12", submitByOn: "2026-03-15" },
      participation: { acceptingHeads: 1, coveredElsewhereHeads: 1, denominator: 7, requiredHeads: 4, met: false },
    });
    expect(result?.silentNames).toHaveLength(3);
  });

  it.each([
    ["q=agora", ["Ágora"]],
    ["q=%25", []],
    ["step=undecided&sort=step", ["Ágora", "Expired", "Invited", "Opened", "Joined"]],
    ["step=link-dead", ["Expired"]],
    ["sort=step&order=desc&step=waived", ["Waived"]],
    ["sort=sent&order=desc&step=undecided", ["Expired", "Opened", "Invited", "Joined", "Ágora"]],
    ["step=nonsense&page=99&q=chosen", ["Chosen"]],
  ])("for %j shows %j", async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it("has the instant of the newest invitation and its link's id for each person", async () => {
    const [row] = (await loadBoard(act(), search("step=opened")))?.rows ?? [];
    expect(new Date(row?.sentAt ?? "").toISOString()).toBe("2026-03-04T12:00:00.000Z");
    expect(row?.liveInvitationId).toMatch(/^[0-9a-f-]{36}$/);
    const [dead] = (await loadBoard(act(), search("step=link-dead")))?.rows ?? [];
    expect(dead?.liveInvitationId).toBeNull();
  });

  it("is not there before an offer is published, nor for another business", async () => {
    expect(
      await loadBoard({ ...act(), employerId: "018f0000-0000-7000-8000-000000000000" }, search("")),
    ).toBeUndefined();
    await database.asAdmin((admin) => admin`update benefit_applications set state = 'draft'`);
    expect(await loadBoard(act(), search(""))).toBeUndefined();
  });
});

describe("the board's address", () => {
  it("keeps what was asked, and goes back to the first page when that changes", () => {
    const here = search("q=ana&step=undecided&sort=sent&order=desc&page=3");
    expect(boardHref(here, { page: 4 })).toBe("?q=ana&step=undecided&sort=sent&order=desc&page=4");
    expect(boardHref(here, { sort: "name", order: "asc" })).toBe("?q=ana&step=undecided");
    expect([isBoardFiltered(here), isBoardFiltered(search("sort=sent"))]).toEqual([true, false]);
  });
});
