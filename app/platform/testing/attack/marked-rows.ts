import type postgres from "postgres";
import { tenantTableRights } from "~db/rights";
import type { SeededBusiness } from "./seeded-business";

/** Text that says something to a program: marking it would break the page that the rightful person opens. */
const codes: Readonly<Record<string, readonly string[]>> = {
  benefit_applications: ["state", "waiting_period", "rating_area"],
  benefit_offers: ["line", "choice_model", "metal_level", "issuer_id", "reference_plan_id"],
  dependents: ["relationship", "suffix", "sex", "ssn_sealed", "ssn_last_four", "ssn_index"],
  election_members: ["relationship"],
  elections: ["line", "kind", "plan_id", "waiver_reason"],
  employees: [
    ...["suffix", "sex", "ssn_sealed", "ssn_last_four", "ssn_index", "phone", "state", "zip", "county_fips"],
    ...["employment_basis", "language", "standing"],
  ],
  employer_memberships: ["role", "state"],
  employers: ["ein", "entity_kind", "phone", "state", "zip", "county_fips", "exchange", "pay_frequency", "standing"],
  enrollment_events: ["policy_id", "kind", "issuer_id", "content_hash", "state"],
  group_submissions: ["idempotency_key"],
  invitations: ["token_hash"],
  offer_scenarios: ["line"],
  policies: ["policy_id", "line", "issuer_id", "plan_id"],
};

/** Rows that one business does not own alone, or that nobody may rewrite; they are marked where they are made. */
const markedWhenMade = ["audit_log", "form_drafts", "mail_messages", "transmissions"];

type TextColumn = { table: string; column: string };

/** Every column of text in the tables of businesses, so that a new one is marked without being named here. */
async function textColumns(admin: postgres.Sql): Promise<TextColumn[]> {
  const tables = Object.keys(tenantTableRights).filter((table) => !markedWhenMade.includes(table));
  const found = await admin<
    TextColumn[]
  >`select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type = 'text' and table_name = any (${tables})`;
  return [...found];
}

/** Writes the marker into every text of the business's rows that a person could read. */
export async function markBusiness(admin: postgres.Sql, { ids }: SeededBusiness, marker: string): Promise<number> {
  let marked = 0;
  for (const { table, column } of await textColumns(admin)) {
    if (codes[table]?.includes(column)) continue;
    // Somebody without an e-mail address stays without: letters are for them.
    const isMail = column.endsWith("email");
    const kept = isMail ? admin`and ${admin(column)} is not null` : admin``;
    const { count } =
      await admin`update ${admin(table)} set ${admin(column)} = ${isMail ? `${marker}@example.com` : marker}
      where employer_id = ${ids.employerId} ${kept}`;
    marked += count;
  }
  return marked;
}

/** Codes named above that no table has any more. */
export async function goneCodes(admin: postgres.Sql): Promise<string[]> {
  const present = (await textColumns(admin)).map(({ table, column }) => `${table}.${column}`);
  const named = Object.entries(codes).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
  return named.filter((name) => !present.includes(name));
}

export type TableChecksum = { readonly table: string; readonly rows: number; readonly checksum: string };

/** One line for each table: how many rows are the business's or its people's, and a checksum over all their columns. */
export async function checksums(
  admin: postgres.Sql,
  { ids, users }: SeededBusiness,
  marker: string,
): Promise<TableChecksum[]> {
  const userIds = Object.values(users);
  const owned = Object.keys(tenantTableRights).map((table) => {
    if (table === "form_drafts") return { table, where: admin`user_id = any (${userIds})` };
    if (table === "mail_messages") return { table, where: admin`recipient like ${`%${marker}%`}` };
    if (table === "transmissions") return { table, where: admin`file_name like ${`%${marker}%`}` };
    return { table, where: admin`employer_id = ${ids.employerId}` };
  });
  const shared = ["ein_registry", "invitation_registry"].map((table) => ({
    table,
    where: admin`employer_id = ${ids.employerId}`,
  }));
  const accounts = { table: "users", where: admin`user_id = any (${userIds})` };
  return Promise.all(
    [...owned, ...shared, accounts].map(async ({ table, where }) => {
      const [row] = await admin<{ rows: number; checksum: string }[]>`
        select count(*)::int as rows, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as checksum
        from ${admin(table)} t where ${where}`;
      return { table, rows: row?.rows ?? 0, checksum: row?.checksum ?? "" };
    }),
  );
}
