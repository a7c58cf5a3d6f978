import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { ssnOfAnotherProblem } from "~/domain/household/same-person";
import type { Ssn } from "~/domain/household/ssn";
import { invariant } from "~/domain/invariant";
import type { Problem } from "~/domain/problem";
import { SecretSsn } from "~/platform/secrets/secret-ssn";
import { ssnColumns, ssnIndex } from "~/platform/secrets/ssn.server";
import type { Tx } from "~db/client.server";
import { listPeopleWithSsn } from "~db/repositories/roster/roster-match.server";
import type { DetailsInput } from "./details/details.schema";

type PersonInput = Pick<
  DetailsInput,
  "firstName" | "middleName" | "lastName" | "suffix" | "bornOn" | "sex" | "ssn" | "usesTobacco"
>;
type PersonPlace = {
  readonly table: "employees" | "dependents";
  readonly employerId: string;
  readonly rowId: string;
  /** False where the marketplace lets nobody be charged for it: then it is not asked either. */
  readonly asksTobacco: boolean;
};

/** What is stored of a person. Without a typed number the one on file stays. */
export function personColumns(input: PersonInput, { asksTobacco, ...place }: PersonPlace) {
  const { usesTobacco, ssn } = input;
  return {
    firstName: input.firstName,
    middleName: input.middleName ?? null,
    lastName: input.lastName,
    suffix: input.suffix ?? null,
    bornOn: input.bornOn,
    sex: input.sex,
    usesTobacco: !asksTobacco || usesTobacco === undefined ? null : usesTobacco === "yes",
    ...(ssn === undefined ? {} : ssnColumns(place, secretOf(ssn))),
  };
}

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

function secretOf(ssn: Ssn): SecretSsn {
  const secret = SecretSsn.parse(ssn);
  invariant(secret, "a parsed number has nine digits");
  return secret;
}

/** Names of the columns that would change. Sealed text differs each time, so the number is compared by its index. */
export function changedColumns(before: object, columns: object): readonly string[] {
  const was = new Map(Object.entries(before));
  return Object.entries(columns)
    .filter(([name, value]) => name !== "ssnSealed" && name !== "ssnLastFour" && was.get(name) !== value)
    .map(([name]) => name);
}

/** For the record of what was done: which details, never their values. */
export function wordsOfColumns(changed: readonly string[]): string {
  return changed.map((name) => (name === "ssnIndex" ? "ssn" : name)).join(", ");
}
