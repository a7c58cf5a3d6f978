import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { closePool, openPool } from "~db/client.server";
import { createTestDatabase, dropTestDatabase, type TestUrls } from "./test-server";

export type TestDatabase = {
  readonly urls: TestUrls;
  /** Runs SQL as superuser, past row-level security: to arrange a scene or to look at what is really stored. */
  asAdmin<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T>;
};

/**
 * Gives the test file a fresh, migrated database and opens `withDoor` on it, as the application's role.
 * Call once at the top of the file.
 */
export function useTestDatabase({ poolSize = 4 }: { poolSize?: number } = {}): TestDatabase {
  let urls: TestUrls | undefined;
  let admin: postgres.Sql | undefined;
  const current = () => {
    if (!urls) throw new Error("The test database exists from beforeAll to afterAll only.");
    return urls;
  };
  beforeAll(async () => {
    urls = await createTestDatabase(inject("testRunPid"));
    openPool(urls.applicationUrl, { size: poolSize });
  });
  afterAll(async () => {
    await closePool();
    await admin?.end();
    if (urls) await dropTestDatabase(urls);
  });
  return {
    get urls() {
      return current();
    },
    asAdmin: (work) => {
      admin ??= postgres(current().adminUrl, { max: 2, onnotice: () => undefined });
      return work(admin);
    },
  };
}
