import type { Ssn } from "../../domain/household/ssn";
import { invariant } from "../../domain/invariant";
import type { PersonInput } from "../forms/person-fields";
import { SecretSsn } from "./secret-ssn";
import { ssnColumns } from "./ssn.server";

type PersonPlace = {
  readonly table: "employees" | "dependents";
  readonly employerId: string;
  readonly rowId: string;
  /** False where the marketplace lets nobody be charged for it: then it is not asked either. */
  readonly asksTobacco: boolean;
};

/** What is stored of a person, the number sealed. Without a typed number the one on file stays. */
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

/** Of somebody new who has given no number. */
export const noNumber = { ssnSealed: null, ssnLastFour: null, ssnIndex: null } as const;

export function secretOf(ssn: Ssn): SecretSsn {
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
