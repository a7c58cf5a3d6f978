import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type postgres from "postgres";
import { sql } from "drizzle-orm";
import { addMonths, calendarDate } from "../app/domain/calendar/calendar-date";
import { cookieOf } from "../app/platform/testing/attack/seeded-business";
import { createTestDatabase, dropTestDatabase, releaseTestServer } from "../app/platform/testing/test-server";
import { createApplication } from "../app/server/application.server";
import { ensureBuild } from "../app/server/build.server";
import { loadBuild, pagesOf, tooLargePagesOf } from "../app/server/pages.server";
import { closePool, openPool, withDoor } from "../db/client.server";
import { insertSmallCatalog, insertSmallEmployer, smallPlans, type SmallPerson } from "../db/testing/small-catalog";

export const today = "2026-11-24";
const employeeCount = 50;
const planCount = 100;

export type SliderWorld = {
  readonly origin: string;
  readonly employerId: string;
  readonly cookie: string;
  readonly referencePlanId: string;
  readonly close: () => Promise<void>;
};

/** The built pages behind HTTP, as the web process serves them, with a business of 50 people and a market of 100 plans. */
export async function openSliderWorld(connect: (url: string) => postgres.Sql): Promise<SliderWorld> {
  await ensureBuild(process.cwd(), { say: (line) => console.error(line) });
  const urls = await createTestDatabase(process.pid);
  openPool(urls.applicationUrl, { size: 4 });
  const admin = connect(urls.adminUrl);
  await insertSmallCatalog(admin);
  await widenMarket(admin);
  const { employerId } = await insertSmallEmployer(admin, { people: people() });
  const userId = await insertOwner(admin, employerId);
  const server = await serve();
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    employerId,
    cookie: await cookieOf(userId),
    referencePlanId: smallPlans.silver.planId,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await closePool();
      await admin.end();
      await dropTestDatabase(urls);
      await releaseTestServer(process.pid);
    },
  };
}

function people(): SmallPerson[] {
  const start = calendarDate("2027-01-01");
  return Array.from({ length: employeeCount }, (_, at): SmallPerson => {
    const bornOn = addMonths(start, -12 * (22 + (at % 43)) - 5);
    const family = [
      { relationship: "spouse" as const, bornOn: addMonths(bornOn, 18) },
      { relationship: "child" as const, bornOn: addMonths(start, -12 * (at % 18) - 3) },
    ];
    return { firstName: `Worker ${at}`, bornOn, family: family.slice(0, at % 3) };
  });
}

/** Copies of the silver plan with prices of their own, until there are a hundred. */
async function widenMarket(admin: postgres.Sql): Promise<void> {
  const silver = smallPlans.silver.planId;
  const copyOf = (at: string) => `'99101TN009' || lpad(${at}::text, 4, '0')`;
  const planId = copyOf("n");
  for (const table of ["plans", "rate_sheets", "plan_benefits"]) {
    const keys = table === "plan_benefits" ? "" : `'plan_id', ${planId},`;
    const variant = table === "rate_sheets" ? "" : `'variant_id', ${planId} || '-01',`;
    const cents = `'cents_by_age', (select jsonb_agg(c + 100 * n) from unnest(t.cents_by_age) c)`;
    const changed = table === "rate_sheets" ? `${keys} ${cents}` : `${keys} ${variant} 'name', t.name`;
    const mine = table === "plan_benefits" ? `variant_id = '${silver}-01'` : `plan_id = '${silver}'`;
    await admin.unsafe(`insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(${changed}))).*
      from ${table} t cross join generate_series(1, ${planCount - 6}) n where ${mine}`);
  }
}

async function insertOwner(admin: postgres.Sql, employerId: string): Promise<string> {
  const [owner] = await admin<{ id: string }[]>`
    insert into users (user_id, email, full_name, password_hash, email_verified_at)
    values (gen_random_uuid(), 'owner@example.com', 'Olga Owner', '-', now()) returning user_id as id`;
  if (!owner) throw new Error("no owner was made");
  await admin`insert into employer_memberships (employer_id, user_id, role, state, full_name, email)
    values (${employerId}, ${owner.id}, 'owner', 'active', 'Olga Owner', 'owner@example.com')`;
  return owner.id;
}

async function serve(): Promise<Server> {
  const build = await loadBuild(path.join(process.cwd(), "build", "server", "index.js"));
  const [answer, refuseTooLarge] = [pagesOf(build), tooLargePagesOf(build)];
  const server = createServer(
    createApplication({
      ...{ port: 3000, publicOrigin: "http://127.0.0.1:3000", publicOriginIsDefault: true, trustedProxyCount: 0 },
      clientFolder: path.join(process.cwd(), "build", "client"),
      pages: (request, response, next) => void answer(request, response, next),
      tooLargePage: (request, response, next) => void refuseTooLarge(request, response, next),
      checkHealth: async () => {
        await withDoor({ kind: "public" }, (tx) => tx.execute(sql`select 1`));
      },
    }),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}
