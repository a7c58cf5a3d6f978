import { fullName, type NameSuffix } from "~/domain/household/person-name";
import { isId } from "~/platform/id.server";
import { withDoor } from "~db/client.server";
import { findEmployee } from "~db/repositories/roster/employee.server";

/** Somebody on the roster whom a letter may go to: active, without an e-mail address and without an account. */
export async function findLetterPerson(
  { employerId, userId }: { employerId: string; userId: string },
  employeeId: string | undefined,
): Promise<{ readonly name: string } | undefined> {
  if (!isId(employeeId)) return undefined;
  const person = await withDoor({ kind: "employer", employerId, userId }, (tx) =>
    findEmployee(tx, { employerId, employeeId }),
  );
  if (!person || person.standing !== "active" || person.email !== null || person.userId !== null) return undefined;
  const { firstName, middleName, lastName } = person;
  const suffix = person.suffix as NameSuffix | null;
  return { name: fullName({ first: firstName, middle: middleName, last: lastName, suffix }) };
}
