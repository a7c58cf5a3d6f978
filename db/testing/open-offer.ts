import { randomUUID } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import type { OfferContribution } from "../../app/domain/contribution/schemes/contribution-scheme";
import { benefitOffers } from "../schema/plan-year";
import { sharesOfReference } from "./enrolled-group";
import { insertSmallEmployer, nashville, smallPlans, type SmallPerson } from "./small-catalog";

export type OpenOfferOptions = {
  readonly people: readonly SmallPerson[];
  readonly catalogVersionId: number;
  readonly dental?: boolean;
  readonly offersDependents?: boolean;
  /** How medical is paid; 70 % and 50 % of the reference plan where nothing else is said. */
  readonly contribution?: OfferContribution;
};

export type OpenOffer = {
  readonly employerId: string;
  readonly applicationId: string;
  /** By name: each employee's row, account and family, the oldest first. */
  readonly people: readonly { employeeId: string; userId: string; dependentIds: readonly string[] }[];
};

/**
 * A business in Nashville whose bronze plans, and one dental plan, its people may choose from 24 November to 11 December
 * 2026 for a start on 1 January 2027. The business pays 70 % for employees and 50 % for dependents. Each employee has an
 * account, an address and an answer about tobacco.
 */
export async function insertOpenOffer(admin: postgres.Sql, options: OpenOfferOptions): Promise<OpenOffer> {
  const { people, catalogVersionId, dental = true, offersDependents = true } = options;
  const { scheme, averages } = options.contribution ?? { scheme: sharesOfReference, averages: null };
  const { employerId } = await insertSmallEmployer(admin, { people });
  const applicationId = randomUUID();
  await admin`
    insert into benefit_applications (employer_id, application_id, state, start_on, end_on, open_enrollment_starts_on,
      open_enrollment_ends_on, submit_by_on, waiting_period, offers_dependents, catalog_version_id, rating_area, published_at)
    values (${employerId}, ${applicationId}, 'enrollment_open', '2027-01-01', '2027-12-31', '2026-11-24', '2026-12-11',
      '2026-12-15', 'first-of-month-on-or-after-30-days', ${offersDependents}, ${catalogVersionId}, '4', now())`;
  const db = drizzle(admin);
  await db.insert(benefitOffers).values({
    ...{ employerId, applicationId, line: "medical", choiceModel: "metal-level", metalLevel: "bronze" },
    referencePlanId: smallPlans.wideBronze.planId,
    contributionScheme: scheme,
    contributionAverages: averages,
  });
  if (dental) {
    await db.insert(benefitOffers).values({
      ...{ employerId, applicationId, line: "dental", choiceModel: "single-plan" },
      referencePlanId: smallPlans.lowDental.planId,
      contributionScheme: sharesOfReference,
    });
  }
  await admin`
    update employees set user_id = gen_random_uuid(), uses_tobacco = false, address_line1 = '10 Elm St', city = 'Nashville',
      state = ${nashville.state}, zip = ${nashville.zip}, county_fips = ${nashville.countyFips}
    where employer_id = ${employerId}`;
  await admin`update dependents set uses_tobacco = false where employer_id = ${employerId}`;
  const rows = await admin<{ employeeId: string; userId: string; dependentIds: string[] }[]>`
    select e.employee_id as "employeeId", e.user_id as "userId", array(
      select d.dependent_id::text from dependents d where d.employee_id = e.employee_id order by d.born_on) as "dependentIds"
    from employees e where e.employer_id = ${employerId} order by e.first_name`;
  return { employerId, applicationId, people: [...rows] };
}
