import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { Problem } from "~/domain/problem";
import type { KnownPerson } from "~db/repositories/roster/roster-match.server";

type Named = { readonly firstName: string; readonly lastName: string };

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

type Newcomer = { readonly memberId: string; readonly employeeId: string; readonly bornOn: CalendarDate };

/**
 * Why a Social Security number that others of the business have cannot be this person's too. A number belongs to one
 * employee, to one person of a family, and across families to one birth date: two employees may share a child, and an
 * employee may be somebody's spouse. Problems: `employee-already-on-roster`, `ssn-of-another-person`, with `name`.
 */
export function ssnProblem(newcomer: Newcomer, others: readonly KnownPerson[]): Problem | undefined {
  const isEmployee = newcomer.memberId === newcomer.employeeId;
  for (const other of others) {
    if (other.memberId === newcomer.memberId) continue;
    const params = { name: shortName(other) };
    if (isEmployee && other.relationship === "self")
      return { code: "employee-already-on-roster", field: "ssn", params };
    if (other.employeeId === newcomer.employeeId || other.bornOn !== newcomer.bornOn) {
      return { code: "ssn-of-another-person", field: "ssn", params };
    }
  }
  return undefined;
}
