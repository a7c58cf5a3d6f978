import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { type EmbeddedDatabase, openEmbedded, releaseEmbedded } from "~db/embedded.server";
import { isAlive } from "~db/embedded/process-identity.server";
import { migrateDatabase } from "~db/migrate.server";
import { installJobQueue } from "../queue/install-job-queue.server";

export type TestUrls = { readonly applicationUrl: string; readonly ownerUrl: string; readonly adminUrl: string };

const projectFolder = process.cwd();
const dataFolder = path.join(projectFolder, ".data");
const databaseFolder = path.join(projectFolder, "db");
const turnKey = 7_246_502;

/** Starts or joins the test server and makes one database from the migrated template. */
export async function createTestDatabase(runPid: number): Promise<TestUrls> {
  const server = await openEmbedded({ dataFolder, name: "test", durability: "disposable", userPid: runPid });
  const template = await ensureTemplate(server);
  const name = `test_${runPid}_${randomBytes(6).toString("hex")}`;
  await asAdmin(server.adminUrl, (sql) =>
    sql.unsafe(`create database ${name} template ${template} owner shopfront_owner`),
  );
  return urlsOf(server, name);
}

export async function dropTestDatabase({ adminUrl }: TestUrls): Promise<void> {
  const name = new URL(adminUrl).pathname.slice(1);
  await asAdmin(withDatabase(adminUrl, "postgres"), (sql) =>
    sql.unsafe(`drop database if exists ${name} with (force)`),
  );
}

/** Leaves the test server; the last run to leave stops it. */
export function releaseTestServer(runPid: number): Promise<void> {
  return releaseEmbedded({ dataFolder, name: "test", userPid: runPid });
}

/** The template is named after what it is made of, so a changed migration makes a new one. */
async function ensureTemplate(server: EmbeddedDatabase): Promise<string> {
  const name = `template_${fingerprint()}`;
  await asAdmin(server.adminUrl, async (sql) => {
    await sql`select pg_advisory_lock(${turnKey})`;
    const databases = await sql<{ name: string }[]>`select datname as name from pg_database`;
    if (databases.some((row) => row.name === name)) return;
    for (const row of databases) if (isAbandoned(row.name)) await sql.unsafe(`drop database ${row.name} with (force)`);
    const draft = `draft_${process.pid}`;
    await sql.unsafe(`drop database if exists ${draft} with (force)`);
    await sql.unsafe(`create database ${draft} owner shopfront_owner`);
    const { ownerUrl, applicationUrl } = urlsOf(server, draft);
    await migrateDatabase({ ownerUrl, applicationUrl, folder: path.join(databaseFolder, "migrations") });
    await installJobQueue({ ownerUrl, applicationUrl });
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${draft}`;
    await sql.unsafe(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

/** Left by a run that was killed, or made of migrations that have changed since. */
function isAbandoned(database: string): boolean {
  const run = /^(?:test|draft)_(\d+)/.exec(database);
  return run ? !isAlive(Number(run[1])) : database.startsWith("template_");
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const files = readdirSync(path.join(databaseFolder, "migrations"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".sql") || name.endsWith("_journal.json"))
    .sort()
    .map((name) => path.join(databaseFolder, "migrations", name));
  const rights = ["grants.server.ts", "rights.ts", "doors.ts"].map((name) => path.join(databaseFolder, name));
  const queue = path.join(projectFolder, "app", "platform", "queue", "job-queue.server.ts");
  for (const file of [...files, ...rights, queue]) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

async function asAdmin<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, max_lifetime: null, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

function urlsOf(server: EmbeddedDatabase, database: string): TestUrls {
  return {
    applicationUrl: withDatabase(server.applicationUrl, database),
    ownerUrl: withDatabase(server.ownerUrl, database),
    adminUrl: withDatabase(server.adminUrl, database),
  };
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
