import { sql } from "drizzle-orm";
import type { CalendarDate } from "../../../app/domain/calendar/calendar-date";
import type { WaitingPeriodCode } from "../../../app/domain/calendar/waiting-period.rule";
import type { CoverageLine } from "../../../app/domain/coverage-line";
import type { BenefitApplicationState } from "../../../app/domain/enrollment/benefit-application-state";
import type { Relationship } from "../../../app/domain/household/relationship";
import type { Cents } from "../../../app/domain/money/cents";
import type { WaiverReason } from "../../../app/domain/participation/waiver-reason";
import type { Tx } from "../../client.server";
import type { eventStates } from "../../schema/enrollment";
import type { dependents, employees } from "../../schema/roster";
import { sealedDraftsLike } from "../accounts/draft.server";
import {
  checkedOffer,
  contributionJson,
  type ShoppingOffer,
  type StoredOffer,
} from "../benefit-application-shopping.server";

type Employee = typeof employees.$inferSelect;
type Dependent = typeof dependents.$inferSelect;
type Person = "firstName" | "middleName" | "lastName" | "suffix" | "bornOn" | "sex" | "ssnLastFour" | "usesTobacco";

export type OwnApplication = {
  readonly applicationId: string;
  readonly state: BenefitApplicationState;
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly waitingPeriod: WaitingPeriodCode;
  readonly offersDependents: boolean;
  readonly catalogVersionId: number | null;
  readonly ratingArea: string | null;
};

/** What a page may know of the employee: the number by its last four digits only. */
export type OwnDetails = Pick<
  Employee,
  | Person
  | "employeeId"
  | "phone"
  | "addressLine1"
  | "addressLine2"
  | "city"
  | "state"
  | "zip"
  | "countyFips"
  | "hiredOn"
  | "employmentBasis"
  | "language"
  | "standing"
  | "version"
>;

export type OwnDependent = Pick<Dependent, Person | "dependentId" | "relationship" | "version">;

export type ElectedMember = {
  readonly memberId: string;
  readonly relationship: Relationship;
  readonly premiumMonthlyCents: Cents;
  readonly employerShareMonthlyCents: Cents;
};

/** The newest signed answer in one line; not `live` when it no longer stands and nothing has taken its place. */
export type OwnElection = {
  readonly line: CoverageLine;
  readonly live: boolean;
  readonly kind: "elect" | "waive";
  readonly planId: string | null;
  readonly planName: string | null;
  readonly issuerName: string | null;
  readonly waiverReason: WaiverReason | null;
  readonly coverageStartsOn: CalendarDate | null;
  readonly totalPremiumMonthlyCents: Cents | null;
  readonly employerShareMonthlyCents: Cents | null;
  readonly signedName: string;
  readonly signedOn: CalendarDate;
  readonly members: readonly ElectedMember[];
  /** How far the family's enrollment has come; null before the group is submitted. */
  readonly eventState: (typeof eventStates)[number] | null;
};

export type OwnCoverageRecord = {
  readonly application: OwnApplication | null;
  readonly offers: readonly ShoppingOffer[];
  readonly employee: OwnDetails;
  readonly family: readonly OwnDependent[];
  /** Medical before dental. */
  readonly elections: readonly OwnElection[];
  /** Not signed yet, sealed; see the desk for what is inside. */
  readonly sealedChoices: string | null;
  /** By name, those of the employee's own forms. */
  readonly sealedDrafts: Readonly<Record<string, string>> | null;
};

type OwnCoverageRow = Omit<OwnCoverageRecord, "offers"> & { readonly offers: readonly StoredOffer[] };

type OwnKey = { readonly userId: string; readonly employerId: string; readonly employeeId: string };

/**
 * Everything that an employee's own pages need of one business's offer and the person's answers to it, in one statement;
 * undefined when the row is not theirs. `draftKey` is put before the application's id; `draftsLike` begins
 * the names of the drafts of forms. Person door.
 */
export async function loadOwnCoverage(
  tx: Tx,
  { userId, employerId, employeeId }: OwnKey,
  { draftKey, draftsLike }: { draftKey: string; draftsLike: string },
): Promise<OwnCoverageRecord | undefined> {
  const rows = await tx.execute<OwnCoverageRow>(sql`
    with current as (
      select * from benefit_applications
      where employer_id = ${employerId} and state not in ('draft', 'canceled', 'ineligible', 'expired', 'terminated')
      order by start_on desc limit 1
    )
    select
      (select json_build_object('applicationId', application_id, 'state', state, 'startOn', start_on, 'endOn', end_on,
          'opensOn', open_enrollment_starts_on, 'closesOn', open_enrollment_ends_on, 'waitingPeriod', waiting_period,
          'offersDependents', offers_dependents, 'catalogVersionId', catalog_version_id, 'ratingArea', rating_area)
        from current) as application,
      (select coalesce(json_agg(json_build_object('line', o.line, 'choiceModel', o.choice_model,
          'metalLevel', o.metal_level, 'issuerId', o.issuer_id, 'referencePlanId', o.reference_plan_id,
          'contribution', ${contributionJson}) order by o.line desc), '[]')
        from benefit_offers o join current c on c.application_id = o.application_id
        where o.employer_id = ${employerId}) as offers,
      json_build_object('employeeId', e.employee_id, 'firstName', e.first_name, 'middleName', e.middle_name,
        'lastName', e.last_name, 'suffix', e.suffix, 'bornOn', e.born_on, 'sex', e.sex, 'ssnLastFour', e.ssn_last_four,
        'usesTobacco', e.uses_tobacco, 'phone', e.phone, 'addressLine1', e.address_line1,
        'addressLine2', e.address_line2, 'city', e.city, 'state', e.state, 'zip', e.zip, 'countyFips', e.county_fips,
        'hiredOn', e.hired_on, 'employmentBasis', e.employment_basis, 'language', e.language, 'standing', e.standing, 'version', e.version) as employee,
      (select coalesce(json_agg(json_build_object('dependentId', d.dependent_id, 'relationship', d.relationship,
          'firstName', d.first_name, 'middleName', d.middle_name, 'lastName', d.last_name, 'suffix', d.suffix,
          'bornOn', d.born_on, 'sex', d.sex, 'ssnLastFour', d.ssn_last_four, 'usesTobacco', d.uses_tobacco,
          'version', d.version) order by d.born_on, d.dependent_id), '[]')
        from dependents d
        where d.employer_id = e.employer_id and d.employee_id = e.employee_id and d.removed_at is null) as family,
      ${electionsJson} as elections,
      (select f.sealed_values from form_drafts f join current c on true
        where f.user_id = ${userId} and f.form_key = ${draftKey} || c.application_id) as "sealedChoices",
      ${sealedDraftsLike(userId, draftsLike)} as "sealedDrafts"
    from employees e
    where e.employer_id = ${employerId} and e.employee_id = ${employeeId} and e.user_id = ${userId}`);
  const [row] = [...rows];
  return row && { ...row, offers: row.offers.map(checkedOffer) };
}

const electionsJson = sql`(
  select coalesce(json_agg(json_build_object('line', x.line, 'live', x.superseded_at is null, 'kind', x.kind,
      'planId', x.plan_id, 'planName', p.name, 'issuerName', p.issuer_name, 'waiverReason', x.waiver_reason,
      'coverageStartsOn', x.coverage_starts_on, 'totalPremiumMonthlyCents', x.total_premium_monthly_cents,
      'employerShareMonthlyCents', x.employer_share_monthly_cents, 'signedName', x.signed_name,
      'signedOn', x.signed_on, 'eventState', v.state,
      'members', (
        select coalesce(json_agg(json_build_object('memberId', m.member_id, 'relationship', m.relationship,
            'premiumMonthlyCents', m.premium_monthly_cents,
            'employerShareMonthlyCents', m.employer_share_monthly_cents) order by m.member_id), '[]')
        from election_members m where m.employer_id = x.employer_id and m.election_id = x.election_id))
    order by x.line desc), '[]')
  from (
    select distinct on (n.line) n.* from elections n join current c on c.application_id = n.application_id
    where n.employer_id = e.employer_id and n.employee_id = e.employee_id
    order by n.line, (n.superseded_at is null) desc, n.signed_at desc
  ) x
  left join lateral (
    select n.name, n.issuer_name from plans n join current c on c.catalog_version_id = n.catalog_version_id
    where n.plan_id = x.plan_id order by n.offerable desc, n.variant_id limit 1) p on true
  left join policies y on y.employer_id = x.employer_id and y.election_id = x.election_id
  left join enrollment_events v on v.employer_id = y.employer_id and v.policy_id = y.policy_id and v.version = 1)`;
