import { ssnOfKnownPersonProblem } from "~/domain/household/same-person";
import type { Problem } from "~/domain/problem";
import { personColumns, secretOf } from "~/platform/secrets/person-columns.server";
import { ssnIndex } from "~/platform/secrets/ssn.server";
import type { Tx } from "~db/client.server";
import type { DependentColumns } from "~db/repositories/roster/dependent.server";
import { listPeopleWithSsn } from "~db/repositories/roster/roster-match.server";
import type { DependentInput } from "./dependent.schema";

/** Problems: those of `ssnOfKnownPersonProblem`. */
export async function numberProblems(
  tx: Tx,
  { ssn, bornOn }: Pick<DependentInput, "ssn" | "bornOn">,
  { employerId, employeeId, dependentId }: { employerId: string; employeeId: string; dependentId: string },
): Promise<readonly Problem[]> {
  if (ssn === undefined) return [];
  const index = ssnIndex({ employerId, ssn: secretOf(ssn) });
  const others = await listPeopleWithSsn(tx, { employerId, ssnIndex: index });
  const problem = ssnOfKnownPersonProblem({ memberId: dependentId, employeeId, bornOn }, others);
  return problem ? [problem] : [];
}

/** What is stored. Without a typed number the one on file stays. */
export function dependentColumns(
  input: DependentInput,
  { employerId, dependentId, asksTobacco }: { employerId: string; dependentId: string; asksTobacco: boolean },
): Omit<DependentColumns, "ssnSealed" | "ssnLastFour" | "ssnIndex"> & Partial<DependentColumns> {
  const place = { table: "dependents", employerId, rowId: dependentId, asksTobacco } as const;
  return { ...personColumns(input, place), relationship: input.relationship };
}
