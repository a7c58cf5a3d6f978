import postgres from "postgres";
import { StartProblem } from "../app/platform/start-problem";
import { doorRoles } from "./doors";

type Findings = { name: string; superuser: boolean; bypasses: boolean; owned: string | null };

/** Refuses a role that row-level security would not hold back. Throws `StartProblem` with what to change. */
export async function requireSafeApplicationRole(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    await refuseUnsafe(sql);
  } finally {
    await sql.end();
  }
}

async function refuseUnsafe(sql: postgres.Sql): Promise<void> {
  const [role] = await sql<Findings[]>`
    select current_user as name,
      exists (select from pg_roles where rolsuper and pg_has_role(current_user, oid, 'member')) as superuser,
      exists (select from pg_roles where rolbypassrls and pg_has_role(current_user, oid, 'member')) as bypasses,
      (select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          and pg_has_role(current_user, c.relowner, 'member') limit 1) as owned`;
  if (!role) throw new StartProblem("DATABASE_URL: the role could not be examined.");
  const refuse = (reason: string) => {
    throw new StartProblem(
      `DATABASE_URL signs in as ${role.name}, which ${reason}. The application needs a role of its own, ` +
        "because one business could otherwise see another's rows.",
    );
  };
  if (role.superuser) refuse("is a superuser or may become one");
  if (role.bypasses) refuse("bypasses row-level security or may become a role that does");
  if (role.owned) refuse(`owns the table ${role.owned} or may become its owner`);
  const inherited = await sql<{ name: string }[]>`
    select rolname as name from pg_roles
    where rolname in ${sql([...doorRoles])} and pg_has_role(current_user, oid, 'usage')`;
  if (inherited.length > 0) {
    refuse(`has the rights of ${inherited.map((row) => row.name).join(", ")} all the time (make it NOINHERIT)`);
  }
}
