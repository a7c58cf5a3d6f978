import { personKey, shortName, ssnOfKnownPersonProblem } from "~/domain/household/same-person";
import type { Problem } from "~/domain/problem";
import type { KnownPerson } from "~db/repositories/roster/roster-match.server";

/** Everybody of the business, those on the roster and those that the list has brought so far. */
export type RosterBook = {
  readonly bySsn: Map<string, KnownPerson[]>;
  readonly employeeByKey: Map<string, KnownPerson>;
  readonly employeeByEmail: Map<string, KnownPerson>;
  readonly families: Map<string, KnownPerson[]>;
};

export function openBook(people: readonly KnownPerson[]): RosterBook {
  const book: RosterBook = {
    bySsn: new Map(),
    employeeByKey: new Map(),
    employeeByEmail: new Map(),
    families: new Map(),
  };
  for (const person of people) enterPerson(book, person);
  return book;
}

export function enterPerson(book: RosterBook, person: KnownPerson): void {
  if (person.ssnIndex !== null) append(book.bySsn, person.ssnIndex, person);
  if (person.relationship !== "self") return append(book.families, person.employeeId, person);
  book.employeeByKey.set(personKey(person), person);
  if (person.email !== null) book.employeeByEmail.set(person.email, person);
}

function append(map: Map<string, KnownPerson[]>, key: string, person: KnownPerson): void {
  const list = map.get(key);
  if (list) list.push(person);
  else map.set(key, [person]);
}

/** A person of the list is new, somebody who is there already, or neither can be. */
export type Recognition =
  | { readonly kind: "new" }
  | { readonly kind: "known"; readonly person: KnownPerson }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** Same number and birth date, or same name and birth date: it is the same employee. */
export function recognizeEmployee(book: RosterBook, person: KnownPerson): Recognition {
  const holders = person.ssnIndex === null ? [] : (book.bySsn.get(person.ssnIndex) ?? []);
  const holder = holders.find(({ relationship, bornOn }) => relationship === "self" && bornOn === person.bornOn);
  if (holder) return { kind: "known", person: holder };
  const twin = book.employeeByKey.get(personKey(person));
  if (twin) return sameUnlessOtherNumber(twin, person);
  const problems: Problem[] = [];
  const number = ssnOfKnownPersonProblem(person, holders);
  if (number) problems.push(number);
  const mate = person.email === null ? undefined : book.employeeByEmail.get(person.email);
  if (mate) problems.push({ code: "email-already-on-roster", field: "email", params: { name: shortName(mate) } });
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "new" };
}

export function recognizeDependent(book: RosterBook, person: KnownPerson): Recognition {
  const family = book.families.get(person.employeeId) ?? [];
  const holders = person.ssnIndex === null ? [] : (book.bySsn.get(person.ssnIndex) ?? []);
  const holder = holders.find((other) => family.includes(other) && other.bornOn === person.bornOn);
  if (holder) return { kind: "known", person: holder };
  const twin = family.find((member) => personKey(member) === personKey(person));
  if (twin) return sameUnlessOtherNumber(twin, person);
  const number = ssnOfKnownPersonProblem(person, holders);
  return number ? { kind: "refused", problems: [number] } : { kind: "new" };
}

function sameUnlessOtherNumber(twin: KnownPerson, person: KnownPerson): Recognition {
  const differs = person.ssnIndex !== null && twin.ssnIndex !== null && person.ssnIndex !== twin.ssnIndex;
  if (!differs) return { kind: "known", person: twin };
  const problem = { code: "same-person-other-number", field: "ssn", params: { name: shortName(twin) } };
  return { kind: "refused", problems: [problem] };
}
