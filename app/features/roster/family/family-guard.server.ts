import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { coverageWindow } from "~/domain/enrollment/coverage-choice.rule";
import { isId } from "~/platform/id.server";
import { notFound } from "~/platform/permissions/permissions.server";
import { findEmployeeFamily, type EmployeeFamily, type FamilyPerson } from "./employee-family.query.server";
import type { SignedNoteFacts } from "./signed-note";

type Scope = { readonly employerId: string; readonly userId: string };

/** The active employee of the address with the family; 404 for anybody else. */
export async function requireFamily(scope: Scope, employeeId: string | undefined): Promise<EmployeeFamily> {
  const found = isId(employeeId) ? await findEmployeeFamily(scope, employeeId) : undefined;
  if (!found) throw notFound();
  return found;
}

/** One person of the family of the address; 404 for anybody else. */
export async function requireFamilyMember(
  scope: Scope,
  employeeId: string | undefined,
  dependentId: string | undefined,
): Promise<EmployeeFamily & { readonly dependent: FamilyPerson }> {
  const found = await requireFamily(scope, employeeId);
  const dependent = found.family.find((member) => member.dependentId === dependentId);
  if (!dependent) throw notFound();
  return { ...found, dependent };
}

/** What a page says of a choice that covers the person; null when no choice stands that does. */
export function signedNoteOf(
  { signed }: Pick<EmployeeFamily, "signed">,
  { memberId, today }: { memberId: string; today: CalendarDate },
): SignedNoteFacts | null {
  if (!signed?.memberIds.includes(memberId)) return null;
  return { closesOn: signed.closesOn, isFixed: coverageWindow(signed, today) === "closed" };
}
