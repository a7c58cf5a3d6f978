import { readFileSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { StartProblem } from "../app/platform/start-problem";
import { ensureDoorRoles, grantTables, openDoorsTo } from "./grants.server";

export type MigrateOptions = {
  readonly ownerUrl: string;
  /** The application's role receives its rights here. */
  readonly applicationUrl: string;
  /** Folder with meta/_journal.json. */
  readonly folder: string;
};

/** One number for this product's migrations, so that two starters take turns. */
const turnKey = 7_246_501;
const oldestVersion = 150_000;

/** Brings the database to the newest migration and renews roles and grants. Repeating it changes nothing. */
export async function migrateDatabase({ ownerUrl, applicationUrl, folder }: MigrateOptions): Promise<void> {
  const applicationRole = roleIn(applicationUrl);
  const sql = postgres(ownerUrl, {
    max: 1,
    max_lifetime: null,
    onnotice: () => undefined,
    connection: { application_name: "shopfront-migrate", TimeZone: "UTC", lock_timeout: 60_000 },
  });
  try {
    await requireVersion(sql);
    await sql`select pg_advisory_lock(${turnKey})`;
    await ensureDoorRoles(sql);
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
    await openDoorsTo(sql, applicationRole);
    await grantTables(sql, applicationRole);
  } finally {
    await sql.end();
  }
}

async function requireVersion(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ version: number; name: string }[]>`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as name`;
  if (!row || row.version < oldestVersion) {
    throw new StartProblem(
      `The database is PostgreSQL ${row?.name ?? "of an unknown version"}; 15 or newer is needed.`,
    );
  }
}

function roleIn(url: string): string {
  const role = decodeURIComponent(new URL(url).username);
  if (role === "") throw new StartProblem("DATABASE_URL names no role: write postgres://role:password@host/database.");
  return role;
}

/** Names of migrations in the folder that the database does not have yet, asked as the application. */
export async function pendingMigrations({ url, folder }: { url: string; folder: string }): Promise<string[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    // The application may not look before the first migration gave it the right; the catalog tells without one.
    const [table] = await sql`
      select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'drizzle' and c.relname = '__drizzle_migrations'
        and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')`;
    const [last] = table ? await sql`select max(created_at)::float8 as at from drizzle.__drizzle_migrations` : [];
    const appliedUpTo = Number(last?.["at"] ?? 0);
    return journal(folder).flatMap(({ tag, when }) => (when > appliedUpTo ? [tag] : []));
  } finally {
    await sql.end();
  }
}

function journal(folder: string): { tag: string; when: number }[] {
  const content = JSON.parse(readFileSync(path.join(folder, "meta", "_journal.json"), "utf8")) as {
    entries: { tag: string; when: number }[];
  };
  return content.entries;
}
