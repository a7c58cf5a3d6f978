import postgres from "postgres";

/** A comment on the database itself, so the mark goes where the data goes. */
const mark = "demonstration world made";

export async function hasDemonstrationMark(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1 });
  try {
    const rows = await sql`
      select 1 from pg_database
      where datname = current_database() and shobj_description(oid, 'pg_database') = ${mark}`;
    return rows.length > 0;
  } finally {
    await sql.end();
  }
}

export async function setDemonstrationMark(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(
      `do $$ begin execute format('comment on database %I is %L', current_database(), '${mark}'); end $$`,
    );
  } finally {
    await sql.end();
  }
}
