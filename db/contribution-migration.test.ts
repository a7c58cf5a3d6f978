import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { expect, it } from "vitest";
import { useTestDatabase } from "../app/platform/testing/test-database";
import { storedScheme } from "./schema/stored-contribution";
import { migrateDatabase } from "./migrate.server";
import { migrationsFolder } from "./open.server";

const database = useTestDatabase();

/** The migrations up to the one before offers had a scheme. */
async function earlierMigrations(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "migrations-"));
  await cp(migrationsFolder(), folder, { recursive: true });
  const journal = path.join(folder, "meta", "_journal.json");
  const { entries, ...rest } = JSON.parse(await readFile(journal, "utf8")) as { entries: { tag: string }[] };
  const before = entries.slice(
    0,
    entries.findIndex(({ tag }) => tag.endsWith("contribution_schemes")),
  );
  expect(before.length).toBeGreaterThan(0);
  await writeFile(journal, JSON.stringify({ ...rest, entries: before }));
  return folder;
}

it("an offer from before keeps its meaning: two shares of the reference plan, for everybody alike", async () => {
  const urlOf = (url: string) => Object.assign(new URL(url), { pathname: "/from_before" }).href;
  const [ownerUrl, applicationUrl] = [urlOf(database.urls.ownerUrl), urlOf(database.urls.applicationUrl)];
  await database.asAdmin((admin) => admin.unsafe("create database from_before owner shopfront_owner"));
  const folder = await earlierMigrations();
  const admin = postgres(urlOf(database.urls.adminUrl), { max: 1, onnotice: () => undefined });
  try {
    await migrateDatabase({ ownerUrl, applicationUrl, folder });
    await admin`set session_replication_role = replica`;
    await admin`
      insert into benefit_offers (employer_id, application_id, line, choice_model, reference_plan_id,
        employee_share_basis_points, dependents_share_basis_points)
      values (gen_random_uuid(), gen_random_uuid(), 'medical', 'single-plan', '99101TN0010001', 7050, 2500)`;
    await migrateDatabase({ ownerUrl, applicationUrl, folder: migrationsFolder() });
    const rows = await admin`
      select contribution_scheme as scheme, contribution_averages as averages,
        (select relforcerowsecurity from pg_class where oid = 'benefit_offers'::regclass) as forced
      from benefit_offers`;
    const dependents = ["spouse", "domestic-partner", "child-under-26", "disabled-child-26-or-older"];
    const shares = { employee: 7_050, ...Object.fromEntries(dependents.map((bucket) => [bucket, 2_500])) };
    expect(rows.map((row) => storedScheme(row["scheme"]))).toEqual([
      { method: "reference-plan-percent", shares: { "full-time": shares, "part-time": shares } },
    ]);
    expect(rows[0]).toMatchObject({ averages: null, forced: true });
  } finally {
    await admin.end();
    await rm(folder, { recursive: true });
    await database.asAdmin((sql) => sql.unsafe("drop database from_before with (force)"));
  }
});
