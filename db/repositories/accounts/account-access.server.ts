import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "../../client.server";
import { employerMemberships, employers } from "../../schema/employers";
import { employees } from "../../schema/roster";
import { sealedDraftsLike } from "./draft.server";

export type AccessibleEmployer = Omit<typeof employers.$inferSelect, "createdAt">;
export type Membership = Pick<typeof employerMemberships.$inferSelect, "role" | "state" | "fullName" | "email">;
export type EmployerAccess = {
  readonly employer: AccessibleEmployer;
  readonly membership: Membership;
  /** By name, those that were asked for. */
  readonly sealedDrafts: Readonly<Record<string, string>> | null;
};

const employerColumns = {
  employerId: employers.employerId,
  legalName: employers.legalName,
  dbaName: employers.dbaName,
  ein: employers.ein,
  entityKind: employers.entityKind,
  contactEmail: employers.contactEmail,
  phone: employers.phone,
  addressLine1: employers.addressLine1,
  addressLine2: employers.addressLine2,
  city: employers.city,
  state: employers.state,
  zip: employers.zip,
  countyFips: employers.countyFips,
  countyName: employers.countyName,
  exchange: employers.exchange,
  payFrequency: employers.payFrequency,
  standing: employers.standing,
  version: employers.version,
};

/** The business and the person's active membership in it, with drafts whose names begin so, in one statement. Person door. */
export async function findEmployerAccess(
  tx: Tx,
  { userId, employerId, draftsLike }: { userId: string; employerId: string; draftsLike?: string | undefined },
): Promise<EmployerAccess | undefined> {
  const [row] = await tx
    .select({
      employer: employerColumns,
      membership: {
        role: employerMemberships.role,
        state: employerMemberships.state,
        fullName: employerMemberships.fullName,
        email: employerMemberships.email,
      },
      sealedDrafts: draftsLike === undefined ? sql<null>`null` : sealedDraftsLike(userId, draftsLike),
    })
    .from(employerMemberships)
    .innerJoin(employers, eq(employers.employerId, employerMemberships.employerId))
    .where(
      and(
        eq(employerMemberships.userId, userId),
        eq(employerMemberships.employerId, employerId),
        eq(employerMemberships.state, "active"),
      ),
    );
  return row;
}

const employeeColumns = {
  employerId: employees.employerId,
  employeeId: employees.employeeId,
  firstName: employees.firstName,
  middleName: employees.middleName,
  lastName: employees.lastName,
  suffix: employees.suffix,
  bornOn: employees.bornOn,
  email: employees.email,
  hiredOn: employees.hiredOn,
  language: employees.language,
  standing: employees.standing,
  version: employees.version,
};

export type EmployeeAccess = {
  readonly employer: AccessibleEmployer;
  readonly employee: { [K in keyof typeof employeeColumns]: (typeof employees.$inferSelect)[K] };
};

/** The person's own row on the roster of one business, an active one before a removed one. Person door. */
export async function findOwnEmployment(
  tx: Tx,
  { userId, employerId }: { userId: string; employerId: string },
): Promise<EmployeeAccess | undefined> {
  const [row] = await tx
    .select({ employer: employerColumns, employee: employeeColumns })
    .from(employees)
    .innerJoin(employers, eq(employers.employerId, employees.employerId))
    .where(and(eq(employees.userId, userId), eq(employees.employerId, employerId)))
    .orderBy(asc(employees.standing), asc(employees.employeeId))
    .limit(1);
  return row;
}

export type Workplace = {
  readonly employerId: string;
  readonly legalName: string;
  readonly dbaName: string | null;
  readonly role: Membership["role"];
  readonly state: Membership["state"];
};

/** Businesses that the person runs or has asked to join, by name. Person door. */
export async function listWorkplaces(tx: Tx, userId: string): Promise<Workplace[]> {
  return tx
    .select({
      employerId: employers.employerId,
      legalName: employers.legalName,
      dbaName: employers.dbaName,
      role: employerMemberships.role,
      state: employerMemberships.state,
    })
    .from(employerMemberships)
    .innerJoin(employers, eq(employers.employerId, employerMemberships.employerId))
    .where(eq(employerMemberships.userId, userId))
    .orderBy(employers.legalName);
}

export type Employment = {
  readonly employerId: string;
  readonly employeeId: string;
  readonly legalName: string;
  readonly dbaName: string | null;
  readonly standing: (typeof employees.$inferSelect)["standing"];
};

/** Rosters that the person stands on, by the business's name. Person door. */
export async function listEmployments(tx: Tx, userId: string): Promise<Employment[]> {
  return tx
    .select({
      employerId: employees.employerId,
      employeeId: employees.employeeId,
      legalName: employers.legalName,
      dbaName: employers.dbaName,
      standing: employees.standing,
    })
    .from(employees)
    .innerJoin(employers, eq(employers.employerId, employees.employerId))
    .where(eq(employees.userId, userId))
    .orderBy(employers.legalName);
}
