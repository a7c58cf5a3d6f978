import type postgres from "postgres";
import { StartProblem } from "../app/platform/start-problem";
import { doorRoles } from "./doors";
import { sharedTables, tenantTableRights } from "./rights";

const insufficientPrivilege = "42501";

/** Makes the door roles where they are missing. Roles belong to the whole server, so another database may have made them. */
export async function ensureDoorRoles(sql: postgres.Sql): Promise<void> {
  try {
    for (const role of doorRoles) {
      await sql.unsafe(`
        do $$ begin
          if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
        exception when duplicate_object or unique_violation then null;
        end $$`);
    }
  } catch (error) {
    if (!(error instanceof Error) || Reflect.get(error, "code") !== insufficientPrivilege) throw error;
    const missing = doorRoles.map((role) => `create role ${role} nologin;`).join(" ");
    throw new StartProblem(
      `The role in DATABASE_OWNER_URL may not make roles. Give it CREATEROLE, or as an administrator run: ${missing}`,
      { cause: error },
    );
  }
}

/** Lets the application step through each door for one transaction without having the door's rights otherwise. */
export async function openDoorsTo(sql: postgres.Sql, applicationRole: string): Promise<void> {
  const [server] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
  const perGrant = (server?.version ?? 0) >= 160_000;
  try {
    for (const role of doorRoles) {
      if (await mayTakeOn(sql, { applicationRole, role })) continue;
      const grant = `grant ${role} to ${quoted(applicationRole)}`;
      await sql.unsafe(perGrant ? `${grant} with inherit false, set true` : grant);
    }
    if (!perGrant) await stopInheriting(sql, applicationRole);
  } catch (error) {
    throw new StartProblem(
      `The migration role may not grant ${doorRoles.join(", ")} to ${applicationRole}. As an administrator run: ` +
        (perGrant
          ? doorRoles
              .map((role) => `grant ${role} to ${quoted(applicationRole)} with inherit false, set true;`)
              .join(" ")
          : `alter role ${quoted(applicationRole)} noinherit; grant ${doorRoles.join(", ")} to ${quoted(applicationRole)};`),
      { cause: error },
    );
  }
}

/** Before version 16 inheriting is a property of the member, not of the grant. */
async function stopInheriting(sql: postgres.Sql, applicationRole: string): Promise<void> {
  const [role] = await sql`select 1 from pg_roles where rolname = ${applicationRole} and rolinherit`;
  if (role) await sql.unsafe(`alter role ${quoted(applicationRole)} noinherit`);
}

async function mayTakeOn(
  sql: postgres.Sql,
  { applicationRole, role }: { applicationRole: string; role: string },
): Promise<boolean> {
  const rows = await sql`
    select 1 from pg_auth_members m
    where m.roleid = (select oid from pg_roles where rolname = ${role})
      and m.member = (select oid from pg_roles where rolname = ${applicationRole})`;
  return rows.length > 0;
}

/**
 * Renews what the application role may do with each table (db/rights.ts), in one step, so that a running application never
 * finds itself without rights. The doors' rights stand in the migrations.
 */
export async function grantTables(sql: postgres.Sql, applicationRole: string): Promise<void> {
  const role = quoted(applicationRole);
  const present = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and pg_has_role(current_user, relowner, 'usage')`;
  const statements = present.flatMap(({ name }) => {
    const rights = tenantTableRights[name] ?? sharedTables[name]?.rights ?? [];
    const revoke = `revoke all on ${quoted(name)} from ${role}`;
    return rights.length > 0 ? [revoke, `grant ${rights.join(", ")} on ${quoted(name)} to ${role}`] : [revoke];
  });
  const basics = [
    `grant usage on schema public to ${[applicationRole, ...doorRoles].map(quoted).join(", ")}`,
    `grant usage, select on all sequences in schema public to ${role}`,
    `grant usage on schema drizzle to ${role}`,
    `grant select on all tables in schema drizzle to ${role}`,
  ];
  await sql.begin((tx) => tx.unsafe([...basics, ...statements].join(";\n")));
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
