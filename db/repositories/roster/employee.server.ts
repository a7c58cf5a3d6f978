import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { CalendarDate } from "../../../app/domain/calendar/calendar-date";
import type { Tx } from "../../client.server";
import { employers } from "../../schema/employers";
import { enrollmentEvents, policies } from "../../schema/enrollment";
import { electionMembers } from "../../schema/plan-year";
import { employees, invitations } from "../../schema/roster";

export type EmployeeRecord = typeof employees.$inferSelect;
export type EmployeeColumns = Omit<
  EmployeeRecord,
  "employerId" | "employeeId" | "userId" | "standing" | "version" | "createdAt"
>;
export type NewEmployee = EmployeeColumns & { readonly employerId: string; readonly employeeId: string };

/** Rows of one insert: far from the most parameters that one statement may have. */
const rowsAtOnce = 500;

/**
 * Holds the roster to the end of the transaction, so that two people who add the same person come one after the other.
 * False when there is no such business. Employer door.
 */
export async function lockRoster(tx: Tx, employerId: string): Promise<boolean> {
  const rows = await tx
    .select({ employerId: employers.employerId })
    .from(employers)
    .where(eq(employers.employerId, employerId))
    .for("update");
  return rows.length === 1;
}

export async function findEmployee(
  tx: Tx,
  { employerId, employeeId }: { employerId: string; employeeId: string },
): Promise<EmployeeRecord | undefined> {
  const [row] = await tx
    .select()
    .from(employees)
    .where(and(eq(employees.employerId, employerId), eq(employees.employeeId, employeeId)));
  return row;
}

export async function insertEmployees(tx: Tx, rows: readonly NewEmployee[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx.insert(employees).values(rows.slice(from, from + rowsAtOnce));
  }
}

/** False when somebody changed or removed the person first. */
export async function updateEmployee(
  tx: Tx,
  employerId: string,
  { employeeId, version, changes }: { employeeId: string; version: number; changes: Partial<EmployeeColumns> },
): Promise<boolean> {
  const rows = await tx
    .update(employees)
    .set({ ...changes, version: version + 1 })
    .where(
      and(
        eq(employees.employerId, employerId),
        eq(employees.employeeId, employeeId),
        eq(employees.version, version),
        eq(employees.standing, "active"),
      ),
    )
    .returning({ employeeId: employees.employeeId });
  return rows.length === 1;
}

/** Takes the person off the roster and ends their open invitations. */
export async function removeEmployee(
  tx: Tx,
  { employerId, employeeId, at }: { employerId: string; employeeId: string; at: Date },
): Promise<void> {
  await tx
    .update(employees)
    .set({ standing: "removed", version: sql`${employees.version} + 1` })
    .where(and(eq(employees.employerId, employerId), eq(employees.employeeId, employeeId)));
  await tx
    .update(invitations)
    .set({ revokedAt: at })
    .where(
      and(
        eq(invitations.employerId, employerId),
        eq(invitations.employeeId, employeeId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    );
}

export type RosterName = Pick<EmployeeRecord, "employeeId" | "firstName" | "lastName" | "bornOn" | "email">;

/** Active employees who share the birth date or the e-mail address, for telling whether it is the same person. */
export async function listLookalikes(
  tx: Tx,
  { employerId, bornOn, email }: { employerId: string; bornOn: CalendarDate; email: string | null },
): Promise<RosterName[]> {
  return tx
    .select({
      employeeId: employees.employeeId,
      firstName: employees.firstName,
      lastName: employees.lastName,
      bornOn: employees.bornOn,
      email: employees.email,
    })
    .from(employees)
    .where(
      and(
        eq(employees.employerId, employerId),
        eq(employees.standing, "active"),
        or(eq(employees.bornOn, bornOn), ...(email === null ? [] : [eq(employees.email, email)])),
      ),
    );
}

/** Whether coverage of this employee was made for insurers: it is then more than a row of the roster. */
export async function hasPolicy(
  tx: Tx,
  { employerId, employeeId }: { employerId: string; employeeId: string },
): Promise<boolean> {
  const count = await tx.$count(
    policies,
    and(eq(policies.employerId, employerId), eq(policies.employeeId, employeeId)),
  );
  return count > 0;
}

/**
 * Whether any of the family's coverage is with an insurer or on its way there, and not held back for mending. With
 * `memberId`, any that covers this person.
 */
export async function isCoverageOnItsWay(
  tx: Tx,
  { employerId, employeeId, memberId }: { employerId: string; employeeId: string; memberId?: string },
): Promise<boolean> {
  const isHeld = sql`exists (select from ${enrollmentEvents} where ${enrollmentEvents.employerId} = ${policies.employerId}
    and ${enrollmentEvents.policyId} = ${policies.policyId} and ${enrollmentEvents.state} = 'invalid')`;
  const count = await tx.$count(
    policies,
    and(
      ...[eq(policies.employerId, employerId), eq(policies.employeeId, employeeId), sql`not ${isHeld}`],
      ...(memberId === undefined ? [] : [covers(memberId)]),
    ),
  );
  return count > 0;
}

function covers(memberId: string) {
  return sql`exists (select from ${electionMembers} where ${electionMembers.employerId} = ${policies.employerId}
    and ${electionMembers.electionId} = ${policies.electionId} and ${electionMembers.memberId} = ${memberId})`;
}
