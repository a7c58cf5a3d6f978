import type { CalendarDate } from "../calendar/calendar-date";
import type { Problem } from "../problem";
import type { Relationship } from "./relationship";

type Named = { readonly firstName: string; readonly lastName: string };

/** Somebody of a business, as far as it takes to recognise the person. */
export type RecognisedPerson = Named & {
  readonly memberId: string;
  /** The employee whose family it is; the person's own id for an employee. */
  readonly employeeId: string;
  readonly relationship: Relationship;
  readonly bornOn: CalendarDate;
};

/** `Ana Ruiz`, as a refusal names somebody. */
export function shortName({ firstName, lastName }: Named): string {
  return `${firstName} ${lastName}`;
}

/** Two spellings of one name and one birth date give one key: accents, capitals, spaces and hyphens do not count. */
export function personKey({ firstName, lastName, bornOn }: Named & { readonly bornOn: CalendarDate }): string {
  const plain = (name: string) =>
    name
      .normalize("NFD")
      .replaceAll(/[^\p{L}]/gu, "")
      .toLowerCase();
  return `${plain(firstName)} ${plain(lastName)} ${bornOn}`;
}

type NumberHolder = { readonly memberId: string; readonly employeeId: string; readonly bornOn: CalendarDate };

/**
 * Why a Social Security number that `others` of the business have cannot be this person's too. A number belongs to one
 * employee, to one person of a family, and across families to one birth date: two employees may share a child, and an
 * employee may be somebody's spouse. For those who may see the whole roster: the refusal names the other person.
 * Problems: `employee-already-on-roster` {name}, `ssn-of-another-person` {name}.
 */
export function ssnOfKnownPersonProblem(
  holder: NumberHolder,
  others: readonly RecognisedPerson[],
): Problem | undefined {
  const isEmployee = holder.memberId === holder.employeeId;
  for (const other of others) {
    if (other.memberId === holder.memberId) continue;
    const about = { field: "ssn", params: { name: shortName(other) } };
    if (isEmployee && other.relationship === "self") return { code: "employee-already-on-roster", ...about };
    if (other.employeeId === holder.employeeId || other.bornOn !== holder.bornOn) {
      return { code: "ssn-of-another-person", ...about };
    }
  }
  return undefined;
}

/** The same for an employee, who may not know the other: whose number it is stays unsaid. Problem: `ssn-on-file-for-another`. */
export function ssnOfAnotherProblem(holder: NumberHolder, others: readonly RecognisedPerson[]): Problem | undefined {
  const taken = ssnOfKnownPersonProblem(holder, others) !== undefined;
  return taken ? { code: "ssn-on-file-for-another", field: "ssn" } : undefined;
}
