import { sql } from "drizzle-orm";
import type { OpenEnrollment } from "~/domain/enrollment/coverage-choice.rule";
import { withDoor } from "~db/client.server";
import type { dependents, employees } from "~db/schema/roster";

type Person = typeof employees.$inferSelect;
type Dependent = typeof dependents.$inferSelect;

/** What a page may know of an employee: the number by its last four digits only. */
export type EmployeePerson = Omit<Person, "employerId" | "userId" | "ssnSealed" | "ssnIndex" | "createdAt"> & {
  readonly countyName: string | null;
  readonly hasPolicy: boolean;
};
export type FamilyPerson = Omit<
  Dependent,
  "employerId" | "employeeId" | "ssnSealed" | "ssnIndex" | "createdAt" | "removedAt"
>;
/** The newest year of coverage in which a choice of the employee stands, and whom it covers. */
export type SignedChoiceOnFile = OpenEnrollment & { readonly memberIds: readonly string[] };
export type EmployeeFamily = {
  readonly employee: EmployeePerson;
  readonly family: readonly FamilyPerson[];
  readonly signed: SignedChoiceOnFile | null;
};

/** An active employee with the family, in one statement; undefined when there is none. */
export async function findEmployeeFamily(
  { employerId, userId }: { employerId: string; userId: string },
  employeeId: string,
): Promise<EmployeeFamily | undefined> {
  return withDoor({ kind: "employer", employerId, userId }, async (tx) => {
    const rows = await tx.execute<EmployeeFamily>(sql`
      select
        json_build_object('employeeId', e.employee_id, ${personPairs("e")}, 'email', e.email, 'phone', e.phone,
          'addressLine1', e.address_line1, 'addressLine2', e.address_line2, 'city', e.city, 'state', e.state,
          'zip', e.zip, 'countyFips', e.county_fips, 'hiredOn', e.hired_on, 'employmentBasis', e.employment_basis,
          'isOwner', e.is_owner, 'language', e.language, 'standing', e.standing, 'version', e.version,
          'countyName', (select c.name from counties c where c.fips = e.county_fips order by c.geo_version_id desc limit 1),
          'hasPolicy', exists (select 1 from policies p where p.employer_id = e.employer_id and p.employee_id = e.employee_id)
        ) as employee,
        (select coalesce(json_agg(json_build_object('dependentId', d.dependent_id, 'relationship', d.relationship,
            ${personPairs("d")}, 'version', d.version) order by d.born_on, d.dependent_id), '[]')
          from dependents d
          where d.employer_id = e.employer_id and d.employee_id = e.employee_id and d.removed_at is null) as family,
        (select json_build_object('state', a.state, 'opensOn', a.open_enrollment_starts_on,
            'closesOn', a.open_enrollment_ends_on, 'memberIds', json_agg(distinct m.member_id))
          from elections x
          join benefit_applications a on a.employer_id = x.employer_id and a.application_id = x.application_id
          join election_members m on m.employer_id = x.employer_id and m.election_id = x.election_id
          where x.employer_id = e.employer_id and x.employee_id = e.employee_id and x.superseded_at is null
            and a.state not in ('canceled', 'ineligible', 'expired', 'terminated')
          group by a.employer_id, a.application_id order by a.start_on desc limit 1) as signed
      from employees e
      where e.employer_id = ${employerId} and e.employee_id = ${employeeId} and e.standing = 'active'`);
    return [...rows][0];
  });
}

function personPairs(table: "e" | "d") {
  return table === "e"
    ? sql`'firstName', e.first_name, 'middleName', e.middle_name, 'lastName', e.last_name, 'suffix', e.suffix,
        'bornOn', e.born_on, 'sex', e.sex, 'ssnLastFour', e.ssn_last_four, 'usesTobacco', e.uses_tobacco`
    : sql`'firstName', d.first_name, 'middleName', d.middle_name, 'lastName', d.last_name, 'suffix', d.suffix,
        'bornOn', d.born_on, 'sex', d.sex, 'ssnLastFour', d.ssn_last_four, 'usesTobacco', d.uses_tobacco`;
}
