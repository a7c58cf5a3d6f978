import { eq, sql } from "drizzle-orm";
import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "~/platform/testing/test-database";
import { requireSafeApplicationRole } from "./application-role.server";
import { closePool, countStatements, type Door, openPool, postgresErrorCode, withDoor } from "./client.server";
import { migrateDatabase, pendingMigrations } from "./migrate.server";
import { migrationsFolder } from "./open.server";

const database = useTestDatabase();
const tenantA = "0198f3a1-0000-7000-8000-00000000000a";
const tenantB = "0198f3a1-0000-7000-8000-00000000000b";
const employer = (employerId: string): Door => ({ kind: "employer", employerId });

const notes = pgTable("client_test_notes", { employerId: uuid("employer_id").notNull(), body: text("body").notNull() });

beforeAll(() =>
  database.asAdmin((admin) =>
    admin.unsafe(`
      create table client_test_notes (employer_id uuid not null, body text not null unique);
      alter table client_test_notes owner to shopfront_owner;
      alter table client_test_notes enable row level security, force row level security;
      create policy own on client_test_notes
        using (employer_id = nullif(current_setting('app.employer_id', true), '')::uuid);
      create policy worker on client_test_notes to shopfront_worker using (true);
      grant select, insert, update, delete on client_test_notes to shopfront_app, shopfront_worker;
      create table client_test_counters (id int primary key, value int not null);
      insert into client_test_counters values (1, 0), (2, 0);
      alter table client_test_counters owner to shopfront_owner;
      grant select, update on client_test_counters to shopfront_app`),
  ),
);
afterAll(() => database.asAdmin((admin) => admin.unsafe("drop table client_test_notes, client_test_counters")));

const addNote = (door: Door, values: { employerId: string; body: string }) =>
  withDoor(door, (tx) => tx.insert(notes).values(values));
const bodies = async (door: Door) =>
  (await withDoor(door, (tx) => tx.select().from(notes))).map((row) => row.body).sort();

describe("a door", () => {
  beforeAll(async () => {
    await addNote(employer(tenantA), { employerId: tenantA, body: "a1" });
    await addNote(employer(tenantB), { employerId: tenantB, body: "b1" });
  });

  it("shows a business its own rows, the worker all rows, and the public none", async () => {
    expect(await bodies(employer(tenantA))).toEqual(["a1"]);
    expect(await bodies({ kind: "worker" })).toEqual(["a1", "b1"]);
    expect(await bodies({ kind: "public" })).toEqual([]);
  });

  it("refuses a row of another business", async () => {
    const intrusion = addNote(employer(tenantA), { employerId: tenantB, body: "intrusion" });
    await expect(intrusion).rejects.toSatisfy((error) => postgresErrorCode(error) === "42501");
  });

  it("closes with its transaction: the next one on the same connection starts with nothing", async () => {
    const look = (door: Door) =>
      withDoor(door, async (tx) => {
        const [row] = await tx.execute(
          sql`select pg_backend_pid() as pid, current_user as role, current_setting('app.employer_id', true) as employer`,
        );
        return row;
      });
    for (const door of [employer(tenantA), { kind: "worker" } as const]) await look(door);
    expect(await look({ kind: "public" })).toMatchObject({ role: "shopfront_app", employer: "" });
  });

  it("never shows another business's rows under a crowd of mixed, failing and aborted requests", async () => {
    const ask = async (turn: number) => {
      const tenant = turn % 2 === 0 ? tenantA : tenantB;
      const seen = await withDoor(employer(tenant), async (tx) => {
        const rows = await tx.select().from(notes);
        if (turn % 7 === 0) throw new Error("changed its mind");
        if (turn % 11 === 0) await tx.execute(sql`select 1 / 0`);
        if (turn % 50 === 13) await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
        return rows;
      });
      return seen.every((row) => row.employerId === tenant);
    };
    const answers = await Promise.allSettled(Array.from({ length: 400 }, (_, turn) => ask(turn)));
    expect(answers.filter((answer) => answer.status === "fulfilled").every((answer) => answer.value)).toBe(true);
    expect(answers.filter((answer) => answer.status === "fulfilled").length).toBeGreaterThan(250);
    expect(await bodies({ kind: "worker" })).toEqual(["a1", "b1"]);
  });
});

describe("a transaction", () => {
  it("keeps nothing when its work throws", async () => {
    const work = withDoor(employer(tenantA), async (tx) => {
      await tx.insert(notes).values({ employerId: tenantA, body: "never" });
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(await bodies(employer(tenantA))).not.toContain("never");
  });

  it("does not pretend to have committed when a failed statement was passed over", async () => {
    const work = withDoor(employer(tenantA), async (tx) => {
      await tx.insert(notes).values({ employerId: tenantA, body: "lost" });
      await tx.execute(sql`select 1 / 0`).catch(() => undefined);
    });
    await expect(work).rejects.toThrow("nothing was kept");
  });

  it("goes on after a failed statement inside a savepoint", async () => {
    await withDoor(employer(tenantA), async (tx) => {
      const inner = tx.transaction((nested) => nested.insert(notes).values({ employerId: tenantA, body: "a1" }));
      await expect(inner).rejects.toSatisfy((error) => postgresErrorCode(error) === "23505");
      await tx.insert(notes).values({ employerId: tenantA, body: "after savepoint" });
    });
    expect(await bodies(employer(tenantA))).toContain("after savepoint");
  });

  it("refuses statements after its end, and undefined parameters at once", async () => {
    const leaked = await withDoor({ kind: "public" }, async (tx) => ({ tx }));
    await expect(leaked.tx.execute(sql`select 1`)).rejects.toSatisfy((e) =>
      String((e as Error).cause ?? e).includes("over"),
    );
    const broken = withDoor({ kind: "public" }, (tx) =>
      tx
        .select()
        .from(notes)
        .where(eq(notes.body, undefined as unknown as string)),
    );
    await expect(broken).rejects.toSatisfy((e) => String((e as Error).cause ?? e).includes("undefined"));
    expect(await withDoor({ kind: "public" }, async (tx) => (await tx.execute(sql`select 1 as one`)).length)).toBe(1);
  });

  it("loses nothing to write skew when serializable: one of two begins again", async () => {
    const total = sql`select sum(value)::int as total from client_test_counters`;
    let runs = 0;
    const raise = (id: number) =>
      withDoor(
        { kind: "public" },
        async (tx) => {
          runs += 1;
          const [row] = await tx.execute(total);
          await new Promise((resolve) => setTimeout(resolve, 100));
          if (row?.["total"] === 0) await tx.execute(sql`update client_test_counters set value = 1 where id = ${id}`);
        },
        { isolation: "serializable" },
      );
    await Promise.all([raise(1), raise(2)]);
    const [after] = await withDoor({ kind: "public" }, (tx) => tx.execute(total));
    expect(after?.["total"]).toBe(1);
    expect(runs).toBe(3);
  });

  it("cannot write when it is read-only", async () => {
    const write = withDoor(employer(tenantA), (tx) => tx.insert(notes).values({ employerId: tenantA, body: "ro" }), {
      readOnly: true,
    });
    await expect(write).rejects.toSatisfy((error) => postgresErrorCode(error) === "25006");
  });

  it("counts its data statements only", async () => {
    const { statements, result } = await countStatements(async () => {
      await bodies(employer(tenantA));
      return withDoor({ kind: "worker" }, (tx) =>
        tx.transaction(async (inner) => (await inner.select().from(notes)).length),
      );
    });
    expect(statements).toBe(2);
    expect(result).toBeGreaterThan(0);
  });
});

describe("the application's role", () => {
  it("is accepted as the migration leaves it", async () => {
    await requireSafeApplicationRole(database.urls.applicationUrl);
    expect(await pendingMigrations({ url: database.urls.applicationUrl, folder: migrationsFolder() })).toEqual([]);
  });

  it.each([
    ["a superuser", (urls: typeof database.urls) => urls.adminUrl, "superuser"],
    ["the owner of the tables", (urls: typeof database.urls) => urls.ownerUrl, "owns the table"],
  ])("is refused when it is %s", async (_what, url, reason) => {
    await expect(requireSafeApplicationRole(url(database.urls))).rejects.toThrow(reason);
  });
});

describe("the pool", () => {
  it("says so when the database cannot be reached, and recovers when it can", async () => {
    const { applicationUrl } = database.urls;
    await closePool();
    openPool("postgres://shopfront_app:x@127.0.0.1:1/nowhere", { size: 2 });
    await expect(withDoor({ kind: "public" }, (tx) => tx.execute(sql`select 1`))).rejects.toThrow("ECONNREFUSED");
    await closePool();
    openPool(applicationUrl, { size: 4 });
    expect(await bodies(employer(tenantA))).toContain("a1");
  });

  it("replaces connections that the server ended while they were idle", async () => {
    await database.asAdmin(
      (admin) => admin`select pg_terminate_backend(pid) from pg_stat_activity
          where usename = 'shopfront_app' and datname = current_database()`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await bodies(employer(tenantA))).toContain("a1");
  });
});

describe("migrating again", () => {
  it("changes nothing, even twice at once, and renews the application's rights", async () => {
    const { ownerUrl, applicationUrl } = database.urls;
    const again = () => migrateDatabase({ ownerUrl, applicationUrl, folder: migrationsFolder() });
    await Promise.all([again(), again()]);
    await requireSafeApplicationRole(applicationUrl);
    const tampering = withDoor(employer(tenantA), (tx) => tx.execute(sql`delete from audit_log`));
    await expect(tampering).rejects.toSatisfy((error) => postgresErrorCode(error) === "42501");
  });
});
