import path from "node:path";
import postgres from "postgres";
import { env } from "../app/platform/env.server";
import { installJobQueue } from "../app/platform/queue/install-job-queue.server";
import { StartProblem } from "../app/platform/start-problem";
import { requireSafeApplicationRole } from "./application-role.server";
import { openEmbedded } from "./embedded.server";
import { migrateDatabase, pendingMigrations } from "./migrate.server";

export type OpenDatabase = {
  readonly mode: "embedded" | "external";
  readonly applicationUrl: string;
  /** Undefined when the database is somebody's own and DATABASE_OWNER_URL is not set: then migrations run elsewhere. */
  readonly ownerUrl: string | undefined;
  /** Starts the embedded server again when it died, if need be at another address. */
  revive(): Promise<{ readonly revived: boolean; readonly applicationUrl: string }>;
  close(): Promise<void>;
};

/** The database of this installation: the one that DATABASE_URL names, else the embedded one, started when it is not running. */
export async function openDatabase(): Promise<OpenDatabase> {
  const { databaseUrl, databaseOwnerUrl, dataFolder } = env();
  if (databaseUrl) {
    await requireReachable({ setting: "DATABASE_URL", url: databaseUrl });
    if (databaseOwnerUrl) await requireReachable({ setting: "DATABASE_OWNER_URL", url: databaseOwnerUrl });
    const revive = async () => ({ revived: false, applicationUrl: databaseUrl });
    const close = async () => undefined;
    return { mode: "external", applicationUrl: databaseUrl, ownerUrl: databaseOwnerUrl, revive, close };
  }
  const embedded = await openEmbedded({ dataFolder });
  const { applicationUrl, ownerUrl, revive, release } = embedded;
  return { mode: "embedded", applicationUrl, ownerUrl, revive, close: release };
}

/** Says in one sentence why a database of one's own cannot be used. The password stays out of it. */
async function requireReachable({ setting, url }: { setting: string; url: string }): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    await sql`select 1`;
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartProblem(
      `${setting}: the database ${pathname.slice(1)} at ${hostname}:${port || 5432} cannot be used: ${reason}`,
      {
        cause: error,
      },
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}

export function migrationsFolder(): string {
  return path.join(env().projectFolder, "db", "migrations");
}

/**
 * Migrates where we may, and refuses to go on with an unsafe role or a database that is behind.
 * `when-behind` leaves a current database alone; `always` renews rights and queues too.
 */
export async function makeReady(
  { applicationUrl, ownerUrl }: OpenDatabase,
  { migrate }: { migrate: "always" | "when-behind" },
): Promise<void> {
  const folder = migrationsFolder();
  const behind = async () => (await pendingMigrations({ url: applicationUrl, folder })).length > 0;
  if (ownerUrl && (migrate === "always" || (await behind()))) {
    await migrateDatabase({ ownerUrl, applicationUrl, folder });
    await installJobQueue({ ownerUrl, applicationUrl });
  }
  await requireSafeApplicationRole(applicationUrl);
  const pending = await pendingMigrations({ url: applicationUrl, folder });
  if (pending.length > 0) {
    throw new StartProblem(
      `The database lacks ${pending.length} migrations (first: ${pending[0]}). ` +
        "Set DATABASE_OWNER_URL and run: npm run shop -- migrate",
    );
  }
}
