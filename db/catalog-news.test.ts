import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, describe, expect, it } from "vitest";
import { importCatalog } from "../app/features/plans/import-catalog.command.server";
import { useTestDatabase } from "../app/platform/testing/test-database";
import { listenForCatalogs } from "./catalog-news.server";
import { countStatements, withDoor } from "./client.server";
import { newestCatalog } from "./repositories/plan-catalog/newest-catalog.server";

const database = useTestDatabase();
let news: { stop(): Promise<void> } | undefined;
const startListening = async () => {
  news = await listenForCatalogs(database.urls.applicationUrl);
};
afterEach(async () => {
  await news?.stop();
  news = undefined;
});

const ask = (state = "WI") =>
  countStatements(() => withDoor({ kind: "public" }, (tx) => newestCatalog(tx, { year: 2026, state })));
const newestId = async () => (await ask()).result?.catalogVersionId;

async function importPlans(name: string, rest = ""): Promise<number | undefined> {
  const header = "BusinessYear,StateCode,IssuerId,MarketCoverage,DentalOnlyPlan,StandardComponentId,PlanMarketingName";
  const plan = `2026,WI,99101,SHOP (Small Group),No,99101WI0000001,${name}`;
  const folder = await mkdtemp(join(tmpdir(), "catalog-news-"));
  const sql = postgres(database.urls.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const more = ["ServiceAreaId,PlanType,MetalLevel,PlanId", "WIS001,HMO,Silver,99101WI0000001-01"];
    await writeFile(join(folder, "plans.csv"), `${header},${more[0]}\n${plan},${more[1]}\n${rest}`);
    const outcome = await importCatalog({ sql, folder });
    return outcome.ok ? outcome.value.versions[0]?.catalogVersionId : undefined;
  } finally {
    await sql.end();
    await rm(folder, { recursive: true });
  }
}

/** A version that nobody was told of, as an import would make while the connection is lost. */
const insertSilently = () =>
  database.asAdmin(async (sql) => {
    const [row] = await sql<{ id: number }[]>`
      insert into catalog_versions (business_year, states, source, checksum, status)
      values (2026, '{WI}', 'test', 'silent', 'ready') returning catalog_version_id::int as id`;
    return row!.id;
  });

describe("the newest catalog in a web process", () => {
  it("is asked for each time while nobody listens", async () => {
    expect([(await ask()).statements, (await ask()).statements]).toEqual([1, 1]);
  });

  it("is remembered, and found again after an import, without a restart", async () => {
    const first = await importPlans("First");
    await startListening();
    expect(await newestId()).toBe(first);
    expect((await ask()).statements).toBe(0);
    const second = await importPlans("Second");
    expect(second).toBeGreaterThan(first!);
    await expect.poll(newestId).toBe(second);
  });

  it("is not forgotten for an import that failed", async () => {
    await startListening();
    const before = await newestId();
    expect(await importPlans("Broken", "2026,WI,99")).toBeUndefined();
    expect(await ask()).toMatchObject({ statements: 0, result: { catalogVersionId: before } });
  });

  it("is asked for again once a lost connection is back, because a message may have been missed", async () => {
    await startListening();
    await newestId();
    const missed = await insertSilently();
    expect(await newestId()).not.toBe(missed);
    await database.asAdmin(
      (sql) => sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'shopfront-catalog-news' and datname = current_database()`,
    );
    await expect.poll(newestId, { timeout: 20_000 }).toBe(missed);
    const told = await importPlans("Third");
    await expect.poll(newestId, { timeout: 20_000 }).toBe(told);
  });
});
