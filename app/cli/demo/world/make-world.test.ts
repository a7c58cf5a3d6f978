import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { loadBoard } from "~/features/enrollment/board/board.query.server";
import { readBoardSearch } from "~/features/enrollment/board/board.search";
import type { Clock } from "~/features/enrollment/invitations/open-invitation.command.server";
import { buildTransmissions } from "~/features/issuers/build-transmission.command.server";
import { importCatalog } from "~/features/plans/import-catalog.command.server";
import { importGeoFile } from "~/features/plans/import-geo.command.server";
import type * as DatabaseClient from "~db/client.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { writeDemoCatalog } from "../catalog/write-demo-catalog";
import { demoGroups } from "./demo-groups";
import { makeGroup } from "./make-group";
import { makeWorld } from "./make-world";

/** After so many transactions the process is as good as dead. */
const life = vi.hoisted(() => ({ transactionsLeft: Infinity }));

vi.mock("~db/client.server", async (importOriginal) => {
  const client = await importOriginal<typeof DatabaseClient>();
  const withDoor: typeof client.withDoor = async (door, work, options) => {
    if (life.transactionsLeft <= 0) throw new Error("interrupted");
    life.transactionsLeft -= 1;
    return client.withDoor(door, work, options);
  };
  return { ...client, withDoor };
});

const database = useTestDatabase();

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "demo-world-"));
  const sql = postgres(database.urls.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const path = await writeDemoCatalog({ folder, years: [2027, 2028] });
    const places = await importGeoFile({ sql, path, years: { yearFrom: 2026, yearTo: 2028 } });
    const catalog = await importCatalog({ sql, folder });
    if (!places.ok || !catalog.ok) throw new Error("the demonstration catalog was refused");
  } finally {
    await sql.end();
    await rm(folder, { recursive: true });
  }
});

beforeEach(clearWorld);

function clearWorld(): Promise<void> {
  return database.asAdmin(async (admin) => {
    const tenants = await admin<{ name: string }[]>`
      select distinct c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'employer_id' and t.table_type = 'BASE TABLE'
        and c.table_name <> 'audit_log'`;
    const others = ["users", "form_drafts", "mail_messages", "rate_limits", "transmissions"];
    await admin.unsafe(`truncate ${[...tenants.map(({ name }) => name), ...others].join(", ")} cascade`);
  });
}

function clockOn(day: string): Clock {
  return { now: new Date(`${day}T16:00:00Z`), todayIn: () => calendarDate(day) };
}

async function make(clock: Clock): Promise<string[]> {
  const lines: string[] = [];
  await makeWorld(clock, (line) => lines.push(line));
  return lines;
}

type Footprint = Readonly<Record<string, number>>;

/** How much there is of everything that an act leaves behind. */
async function footprint(): Promise<Footprint> {
  const [row] = await database.asAdmin(
    (admin) => admin<Footprint[]>`
      select (select count(*)::int from users) as accounts, (select count(*)::int from employers) as businesses,
        (select count(*)::int from employees) as employees, (select count(*)::int from dependents) as dependents,
        (select count(*)::int from benefit_offers) as offers, (select count(*)::int from invitations) as invitations,
        (select count(*)::int from invitations where opened_at is not null) as opened,
        (select count(*)::int from invitations where accepted_at is not null) as accepted,
        (select count(*)::int from form_drafts) as unsigned, (select count(*)::int from elections) as answers,
        (select count(*)::int from group_submissions) as submissions, (select count(*)::int from policies) as policies,
        (select count(*)::int from enrollment_events) as events, (select count(*)::int from mail_messages) as mails,
        (select count(*)::int from audit_log join employers using (employer_id)) as recorded`,
  );
  if (!row) throw new Error("counting gives one row");
  return row;
}

async function boardOf(group: (typeof demoGroups)[keyof typeof demoGroups], clock: Clock) {
  const { employerId, userId, state: employerState, today, now } = await makeGroup(group, clock);
  const board = await loadBoard(
    { employerId, userId, employerState, today, now },
    readBoardSearch(new URLSearchParams()),
  );
  if (!board) throw new Error("the offer is published");
  return { ...board, steps: Object.fromEntries(board.rows.map(({ fullName, step }) => [fullName, step])) };
}

describe("the demonstration world", () => {
  it.each(["2026-11-24", "2027-02-03", "2027-06-11", "2027-12-31", "2028-02-29"])(
    "made on %s shows every step of an open enrollment and a group that is on its way to its insurers",
    async (day) => {
      const clock = clockOn(day);
      await make(clock);

      const bakery = await boardOf(demoGroups.bakery, clock);
      expect(bakery.steps).toEqual({
        "Nora Lindqvist": "chosen",
        "Rafael Ortega": "chosen",
        "Tom Brandt": "waived",
        "Priya Raman": "joined",
        "Hannah Voss": "joined",
        "Grace Okafor": "opened",
        "Luis Medina": "invited",
      });
      expect(bakery.year).toMatchObject({ state: "enrollment_open", opensOn: day });

      const bookshop = await boardOf(demoGroups.bookshop, clock);
      expect(bookshop.counts).toEqual({ chosen: 3, waived: 1 });
      expect(bookshop.year.state).toBe("submitted");
      const sent = await buildTransmissions();
      expect(sent.reduce((sum, { invalidCount }) => sum + invalidCount, 0)).toBe(0);
      expect(sent.reduce((sum, { eventCount }) => sum + eventCount, 0)).toBe(3);

      const carpentry = await makeGroup(demoGroups.carpentry, clock);
      expect(carpentry.place).toMatchObject({ countyName: "Outagamie", standing: "eligible" });
    },
  );

  it("has a Spanish-speaking parent who signed for spouse and children in both lines, and a smoker who said no", async () => {
    await make(clockOn("2026-11-24"));
    const rows = await database.asAdmin(
      (admin) => admin`
        select p.first_name as name, p.language, x.line, x.kind, x.waiver_reason as reason,
          (select array_agg(m.relationship order by m.age_years desc)
            from election_members m where m.election_id = x.election_id) as covered
        from elections x join employees p using (employer_id, employee_id)
        where p.first_name in ('Rafael', 'Tom') order by p.first_name, x.line desc`,
    );
    const family = { name: "Rafael", language: "es", kind: "elect", covered: ["self", "spouse", "child", "child"] };
    const waiver = { name: "Tom", language: "en", kind: "waive", reason: "spouse-employer-plan", covered: null };
    expect(rows).toMatchObject([
      { ...family, line: "medical" },
      { ...family, line: "dental" },
      { ...waiver, line: "medical" },
      { ...waiver, line: "dental" },
    ]);
  });
});

describe("making the demonstration world again", () => {
  it("changes nothing, on the same day or when everybody's time to choose is over", async () => {
    await make(clockOn("2027-06-11"));
    const before = await footprint();
    expect(before).toMatchObject({ submissions: 1, policies: 3, unsigned: 1, accepted: 9 });
    await make(clockOn("2027-06-11"));
    expect(await footprint()).toEqual(before);
    await make(clockOn("2027-10-30"));
    expect(await footprint()).toEqual(before);
  });

  it("goes on where it was interrupted, wherever that was", async () => {
    const clock = clockOn("2027-02-03");
    await make(clock);
    const whole = await footprint();
    await clearWorld();
    let interruptions = 0;
    for (let isWhole = false; !isWhole; interruptions += 1) {
      life.transactionsLeft = 1 + interruptions * 3;
      isWhole = await make(clock).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Error && error.message === "interrupted") return false;
          throw error;
        },
      );
    }
    life.transactionsLeft = Infinity;
    await make(clock);
    expect(interruptions).toBeGreaterThan(20);
    expect(await footprint()).toEqual(whole);
  });
});
