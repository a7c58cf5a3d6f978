import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "../app/platform/testing/test-database";
import { withDoor } from "./client.server";
import type { Door } from "./doors";
import { sharedTables, tenantTableRights } from "./rights";

const database = useTestDatabase();

const mine = "00000000-0000-7000-8000-00000000000a";
const theirs = "00000000-0000-7000-8000-00000000000b";
const owner = "00000000-0000-7000-8000-0000000000a1";
const worker = "00000000-0000-7000-8000-0000000000b2";

type TableFacts = { name: string; forced: boolean; policies: number; leadsWithTenant: boolean };

async function tableFacts(admin: postgres.Sql): Promise<TableFacts[]> {
  return admin<TableFacts[]>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policies p where p.tablename = c.relname) as policies,
      coalesce((select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary), '') = 'employer_id' as "leadsWithTenant"
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
}

describe("every table in the live database", () => {
  it("is either tenant-scoped or shared for a stated reason", async () => {
    const tables = await database.asAdmin(tableFacts);
    const unlisted = tables.filter(({ name }) => !(name in tenantTableRights) && !(name in sharedTables));
    expect(unlisted.map(({ name }) => name)).toEqual([]);
    const gone = [...Object.keys(tenantTableRights), ...Object.keys(sharedTables)];
    expect(gone.filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
    expect(Object.values(sharedTables).filter(({ reason }) => reason.length < 15)).toEqual([]);
  });

  it("has forced policies where rows belong to somebody", async () => {
    const tables = await database.asAdmin(tableFacts);
    const open = tables.filter(
      ({ name, forced, policies }) => name in tenantTableRights && (!forced || policies === 0),
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it("leads its key with the business where it belongs to one", async () => {
    const notOfOneBusiness = ["form_drafts", "mail_messages", "transmissions"];
    const tables = await database.asAdmin(tableFacts);
    const wrong = tables.filter(
      ({ name, leadsWithTenant }) => name in tenantTableRights && !notOfOneBusiness.includes(name) && !leadsWithTenant,
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

async function addBusiness(admin: postgres.Sql, { id, name, ein }: { id: string; name: string; ein: string }) {
  await admin`insert into employers (employer_id, legal_name, ein, entity_kind, contact_email, phone, address_line1, city, state, zip,
    county_fips, county_name, exchange) values (${id}, ${name}, ${ein}, 'c-corporation', 'a@example.com', '6085550100', '1 Main St',
    'Madison', 'WI', '53703', '55025', 'Dane', 'ff-shop')`;
}

async function addEmployee(
  admin: postgres.Sql,
  { employerId, id, userId }: { employerId: string; id: string; userId: string | null },
) {
  await admin`insert into employees (employer_id, employee_id, user_id, first_name, last_name, born_on, sex, hired_on, employment_basis)
    values (${employerId}, ${id}, ${userId}, 'Ana', 'Ruiz', '1990-01-01', 'F', '2020-01-01', 'full-time')`;
}

async function namesSeen(door: Door): Promise<string[]> {
  const rows = await withDoor(door, (tx) =>
    tx.execute<{ legal_name: string }>(sql`select legal_name from employers order by 1`),
  );
  return rows.map((row) => row.legal_name);
}

async function employeesSeen(door: Door): Promise<number> {
  const rows = await withDoor(door, (tx) =>
    tx.execute<{ count: number }>(sql`select count(*)::int as count from employees`),
  );
  return rows[0]?.count ?? -1;
}

describe("a door", () => {
  beforeAll(async () => {
    await database.asAdmin(async (admin) => {
      await addBusiness(admin, { id: mine, name: "Mine Bakery", ein: "390000001" });
      await addBusiness(admin, { id: theirs, name: "Theirs Garage", ein: "390000002" });
      await admin`insert into employer_memberships (employer_id, user_id, role, state, full_name, email)
        values (${mine}, ${owner}, 'owner', 'active', 'Olive Owner', 'o@example.com')`;
      await addEmployee(admin, { employerId: mine, id: "00000000-0000-7000-8000-0000000000e1", userId: worker });
      await addEmployee(admin, { employerId: mine, id: "00000000-0000-7000-8000-0000000000e2", userId: null });
      await addEmployee(admin, { employerId: theirs, id: "00000000-0000-7000-8000-0000000000e3", userId: null });
    });
  });

  it("of a business shows that business alone", async () => {
    expect(await namesSeen({ kind: "employer", employerId: mine })).toEqual(["Mine Bakery"]);
    expect(await employeesSeen({ kind: "employer", employerId: mine })).toBe(2);
    expect(await employeesSeen({ kind: "employer", employerId: theirs, userId: owner })).toBe(1);
  });

  it("of a person shows own memberships and own employee rows", async () => {
    expect(await namesSeen({ kind: "person", userId: owner })).toEqual(["Mine Bakery"]);
    expect(await employeesSeen({ kind: "person", userId: owner })).toBe(0);
    expect(await employeesSeen({ kind: "person", userId: worker })).toBe(1);
  });

  it("of nobody shows nothing", async () => {
    expect(await namesSeen({ kind: "public" })).toEqual([]);
    expect(await employeesSeen({ kind: "public" })).toBe(0);
  });

  it("refuses to write into another business", async () => {
    const move = withDoor({ kind: "employer", employerId: mine }, (tx) =>
      tx.execute(
        sql`update employees set employer_id = ${theirs} where employee_id = '00000000-0000-7000-8000-0000000000e2'`,
      ),
    );
    await expect(move).rejects.toThrow();
    const touched = await withDoor({ kind: "employer", employerId: mine }, (tx) =>
      tx.execute(sql`update employees set last_name = 'X' where employer_id = ${theirs} returning employee_id`),
    );
    expect(touched.length).toBe(0);
  });

  it("lets a person ask to join, but not let oneself in", async () => {
    const ask = (state: string, role: string) =>
      withDoor({ kind: "person", userId: worker }, (tx) =>
        tx.execute(sql`insert into employer_memberships (employer_id, user_id, role, state, full_name, email)
          values (${theirs}, ${worker}, ${role}, ${state}, 'W', 'w@example.com')`),
      );
    await expect(ask("active", "staff")).rejects.toThrow();
    await expect(ask("requested", "owner")).rejects.toThrow();
    await ask("requested", "staff");
  });

  it("keeps the audit log append-only, even for the database's superuser", async () => {
    await withDoor({ kind: "employer", employerId: mine, userId: owner }, (tx) =>
      tx.execute(sql`insert into audit_log (employer_id, actor_user_id, actor_name, action, details)
        values (${mine}, ${owner}, 'Olive', 'employee.added', '{}')`),
    );
    const erase = withDoor({ kind: "employer", employerId: mine }, (tx) => tx.execute(sql`delete from audit_log`));
    await expect(erase).rejects.toThrow();
    await expect(database.asAdmin((admin) => admin`update audit_log set actor_name = 'Nobody'`)).rejects.toThrow(
      "append-only",
    );
  });

  it("keeps files for insurers and queued mail away from every application session", async () => {
    for (const door of [{ kind: "employer", employerId: mine } as const, { kind: "person", userId: owner } as const]) {
      await expect(withDoor(door, (tx) => tx.execute(sql`select * from transmissions`))).rejects.toThrow();
      await expect(withDoor(door, (tx) => tx.execute(sql`select * from mail_messages`))).rejects.toThrow();
      await expect(withDoor(door, (tx) => tx.execute(sql`select * from control_numbers`))).rejects.toThrow();
    }
  });

  it("closes with its transaction: the next user of the connection sees nothing of it", async () => {
    for (let round = 0; round < 20; round += 1) {
      expect(await employeesSeen({ kind: "employer", employerId: mine })).toBe(2);
      expect(await employeesSeen({ kind: "public" })).toBe(0);
    }
  });
});
