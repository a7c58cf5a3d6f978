import { createHash, randomUUID } from "node:crypto";
import type postgres from "postgres";
import { tenantTableRights } from "~db/rights";
import type { Locale } from "../../i18n/languages";
import { newToken, tokenHash } from "../../session/token.server";
import type { SeededBusiness } from "../attack/seeded-business";

/** Puts a ZIP into counties of Tennessee beside those that the catalog knows. */
export async function addSharedZip(
  admin: postgres.Sql,
  { zip, counties }: { zip: string; counties: Readonly<Record<string, string>> },
): Promise<void> {
  const years = { year_from: 2000, year_to: 2199 };
  const [version] = await admin<{ id: string }[]>`select max(geo_version_id) as id from geo_versions`;
  const geo_version_id = version?.id ?? "";
  for (const [fips, name] of Object.entries(counties)) {
    await admin`insert into counties ${admin({ geo_version_id, fips, name, state_code: "TN", ...years })}
      on conflict do nothing`;
    await admin`insert into zip_counties ${admin({ geo_version_id, zip, county_fips: fips, ...years })}`;
  }
}

/** Sets the language that the person reads. */
export async function speak(admin: postgres.Sql, userId: string, locale: Locale): Promise<void> {
  await admin`update users set language = ${locale} where user_id = ${userId}`;
}

/**
 * A checksum of every table that belongs to businesses, and of the registry of businesses. What a refused form leaves
 * behind is a draft of it at most, which is the sender's own.
 */
export async function storedRows(admin: postgres.Sql): Promise<Readonly<Record<string, string>>> {
  const tables = [...Object.keys(tenantTableRights), "ein_registry"].filter((table) => table !== "form_drafts");
  const sums = tables.map(async (table) => {
    const rows = await admin<{ row: string }[]>`select t::text as row from ${admin(table)} t order by 1`;
    const whole = rows.map(({ row }) => row).join("\n");
    return [table, createHash("sha256").update(whole).digest("hex")] as const;
  });
  return Object.fromEntries(await Promise.all(sums));
}

export type LinkFacts = {
  readonly accepted?: true;
  readonly expired?: true;
  readonly revoked?: true;
  readonly failedAttempts?: number;
};

/** Invites the employee who has not answered, and gives the link's token. Earlier invitations are taken away. */
export async function inviteAgain(
  admin: postgres.Sql,
  { employerId, applicationId, ids }: SeededBusiness,
  { accepted, expired, revoked, failedAttempts = 0 }: LinkFacts = {},
): Promise<string> {
  const token = newToken();
  const ours = { employer_id: employerId, invitation_id: randomUUID() };
  const [clock] = await admin<{ yesterday: Date; nextMonth: Date }[]>`
    select now() - interval '1 day' as yesterday, now() + interval '30 days' as "nextMonth"`;
  const { yesterday = null, nextMonth = null } = clock ?? {};
  await admin`delete from invitations where employer_id = ${employerId} and employee_id = ${ids.undecidedEmployeeId}`;
  await admin`insert into invitations ${admin({
    ...{ ...ours, employee_id: ids.undecidedEmployeeId, application_id: applicationId, token_hash: tokenHash(token) },
    ...{ email: "worker2@example.com", expires_at: expired ? yesterday : nextMonth },
    ...{
      accepted_at: accepted ? yesterday : null,
      revoked_at: revoked ? yesterday : null,
      failed_attempts: failedAttempts,
    },
  })}`;
  await admin`insert into invitation_registry ${admin({ ...ours, token_hash: tokenHash(token) })}`;
  return token;
}
