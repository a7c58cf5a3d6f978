import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { ssnOfAnotherProblem } from "~/domain/household/same-person";
import type { Ssn } from "~/domain/household/ssn";
import type { Problem } from "~/domain/problem";
import { secretOf } from "~/platform/secrets/person-columns.server";
import { ssnIndex } from "~/platform/secrets/ssn.server";
import type { Tx } from "~db/client.server";
import { listPeopleWithSsn } from "~db/repositories/roster/roster-match.server";

/** Problem: `ssn-on-file-for-another`. Employer door: the others of the business are looked at, and never named. */
export async function numberProblems(
  tx: Tx,
  { ssn, bornOn }: { ssn?: Ssn | undefined; bornOn: CalendarDate },
  { employerId, employeeId, memberId }: { employerId: string; employeeId: string; memberId: string },
): Promise<readonly Problem[]> {
  if (ssn === undefined) return [];
  const others = await listPeopleWithSsn(tx, { employerId, ssnIndex: ssnIndex({ employerId, ssn: secretOf(ssn) }) });
  const problem = ssnOfAnotherProblem({ memberId, employeeId, bornOn }, others);
  return problem ? [problem] : [];
}
