import { randomUUID } from "node:crypto";
import type postgres from "postgres";

/** A plan year that a business is preparing, with nothing offered yet. */
export async function insertDraftYear(admin: postgres.Sql, employerId: string, startOn: string): Promise<string> {
  const applicationId = randomUUID();
  await admin`
    insert into benefit_applications (employer_id, application_id, start_on, end_on, open_enrollment_starts_on,
      open_enrollment_ends_on, submit_by_on, waiting_period)
    values (${employerId}, ${applicationId}, ${startOn}, ${startOn}::date + 364, ${startOn}::date - 31, ${startOn}::date - 21,
      ${startOn}::date - 17, 'date-of-hire')`;
  return applicationId;
}
