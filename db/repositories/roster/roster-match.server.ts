import { sql } from "drizzle-orm";
import type { CalendarDate } from "../../../app/domain/calendar/calendar-date";
import type { Relationship } from "../../../app/domain/household/relationship";
import type { Tx } from "../../client.server";

/** Somebody on the roster or in a family of it, as far as it takes to recognise the person. */
export type KnownPerson = {
  readonly memberId: string;
  /** The employee whose family it is; the person's own id for an employee. */
  readonly employeeId: string;
  readonly relationship: Relationship;
  readonly firstName: string;
  readonly lastName: string;
  readonly bornOn: CalendarDate;
  readonly ssnIndex: string | null;
  readonly email: string | null;
};

const known = (employerId: string) => sql`(
  select employee_id as "memberId", employee_id as "employeeId", 'self' as relationship, first_name as "firstName",
    last_name as "lastName", born_on::text as "bornOn", ssn_index as "ssnIndex", email
  from employees where employer_id = ${employerId} and standing = 'active'
  union all
  select d.dependent_id, d.employee_id, d.relationship, d.first_name, d.last_name, d.born_on::text, d.ssn_index, null
  from dependents d join employees e on e.employer_id = d.employer_id and e.employee_id = d.employee_id
  where d.employer_id = ${employerId} and d.removed_at is null and e.standing = 'active')`;

/** Everybody of one business. Employer door. */
export async function listKnownPeople(tx: Tx, employerId: string): Promise<KnownPerson[]> {
  return [...(await tx.execute<KnownPerson>(sql`select * from ${known(employerId)} known`))];
}

/** Everybody of one business who has this number, by its index. */
export async function listPeopleWithSsn(
  tx: Tx,
  { employerId, ssnIndex }: { employerId: string; ssnIndex: string },
): Promise<KnownPerson[]> {
  const rows = await tx.execute<KnownPerson>(
    sql`select * from ${known(employerId)} known where "ssnIndex" = ${ssnIndex}`,
  );
  return [...rows];
}

/** The first day of the plan year that is being prepared or runs; undefined before one was begun. */
export async function findCoverageStartOn(tx: Tx, employerId: string): Promise<CalendarDate | undefined> {
  const rows = await tx.execute<{ startOn: CalendarDate }>(sql`
    select start_on::text as "startOn" from benefit_applications
    where employer_id = ${employerId} and state not in ('canceled', 'ineligible', 'expired', 'terminated')
    order by start_on desc limit 1`);
  return [...rows][0]?.startOn;
}

export type PlaceOfZip = { readonly zip: string; readonly countyFips: string; readonly countyName: string };

/** The counties of many ZIPs at once, each from the newest table of the year that knows the ZIP. */
export async function listCountiesOfZips(
  tx: Tx,
  { zips, year }: { zips: readonly string[]; year: number },
): Promise<PlaceOfZip[]> {
  if (zips.length === 0) return [];
  const wanted = sql.join(
    zips.map((zip) => sql`${zip}`),
    sql`, `,
  );
  const rows = await tx.execute<PlaceOfZip>(sql`
    with found as (
      select z.zip, z.county_fips, rank() over (partition by z.zip order by z.geo_version_id desc) as place
      from zip_counties z where z.zip in (${wanted}) and ${year} between z.year_from and z.year_to)
    select distinct f.zip, f.county_fips as "countyFips", coalesce((
        select c.name from counties c where c.fips = f.county_fips order by c.geo_version_id desc limit 1), f.county_fips) as "countyName"
    from found f where f.place = 1 order by 1, 3`);
  return [...rows];
}
