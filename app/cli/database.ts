import { closePool, openPool } from "~db/client.server";
import { makeReady, type OpenDatabase, openDatabase } from "~db/open.server";

/**
 * Opens the installation's database for one command, with `withDoor` ready to use. A running product's database is shared;
 * otherwise the embedded one is started for the command and stopped after it.
 */
export async function withDatabase<T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  const stopEarly = () => void leave(database).finally(() => process.exit(130));
  process.once("SIGINT", stopEarly);
  process.once("SIGTERM", stopEarly);
  try {
    await makeReady(database, { migrate: "when-behind" });
    openPool(database.applicationUrl);
    return await work(database);
  } finally {
    process.off("SIGINT", stopEarly);
    process.off("SIGTERM", stopEarly);
    await leave(database);
  }
}

async function leave(database: OpenDatabase): Promise<void> {
  await closePool();
  await database.close();
}
