import { sql } from "drizzle-orm";
import { daysBetween, type CalendarDate } from "~/domain/calendar/calendar-date";
import type { CoverageLine } from "~/domain/coverage-line";
import type { BenefitApplicationState } from "~/domain/enrollment/benefit-application-state";
import {
  explainGroupParticipation,
  groupReadiness,
  readinessProblems,
  type GroupReadiness,
} from "~/domain/enrollment/group-submission.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import type { Explanation } from "~/domain/explanation";
import { invariant } from "~/domain/invariant";
import { isAnnualWindowStart } from "~/domain/participation/annual-window.rule";
import type { Problem } from "~/domain/problem";
import { type Tx, withDoor } from "~db/client.server";
import { participationWorking, type ParticipationWorking } from "./participation-working.server";
import {
  reviewPeople,
  reviewTotals,
  type ReviewPerson,
  type ReviewTotals,
  type StaffRow,
} from "./review-people.server";

export type { ReviewChoice, ReviewPerson } from "./review-people.server";

export type ReviewedApplication = {
  readonly applicationId: string;
  readonly state: BenefitApplicationState;
  readonly startOn: CalendarDate;
  readonly openEnrollmentStartsOn: CalendarDate;
  readonly openEnrollmentEndsOn: CalendarDate;
  readonly submitByOn: CalendarDate;
};

export type SubmissionReview = {
  readonly application: ReviewedApplication;
  /** Until the day to submit; negative when it has passed. */
  readonly daysLeft: number;
  /** Set once the group has been submitted. */
  readonly confirmationNumber: string | null;
  readonly offeredLines: readonly CoverageLine[];
  readonly people: readonly ReviewPerson[];
  readonly readiness: GroupReadiness;
  readonly working: ParticipationWorking;
  /** What keeps the group from being submitted today, the undecided counted as stated by nobody. */
  readonly problems: readonly Problem[];
  readonly totals: ReviewTotals;
};

type Row = {
  readonly application: ReviewedApplication;
  readonly employerState: string;
  readonly confirmationNumber: string | null;
  readonly offeredLines: readonly CoverageLine[];
  readonly staff: readonly StaffRow[];
};

type ReviewAct = { readonly employerId: string; readonly userId: string; readonly today: CalendarDate };

/**
 * Who has chosen what, and whether the group may be submitted: of the year that is being enrolled, else of the last
 * one that was. Undefined while nothing has been published. One statement.
 */
export async function submissionReview(act: ReviewAct): Promise<SubmissionReview | undefined> {
  const found = await reviewFacts(act);
  if (!found) return undefined;
  const { row, facts } = found;
  const { application, offeredLines, confirmationNumber } = row;
  const { employees: people, profile, startOn, submitByOn, today } = facts;
  return {
    application,
    daysLeft: daysBetween({ from: today, to: submitByOn }),
    confirmationNumber,
    offeredLines,
    people,
    readiness: groupReadiness(facts),
    working: participationWorking({
      people,
      profile,
      today,
      inWindow: isAnnualWindowStart({ profile, submittedOn: today, startOn }),
    }),
    problems: readinessProblems(facts, { undecidedStated: 0 }),
    totals: reviewTotals(people),
  };
}

/** How the participation of the same group was counted. One statement. */
export async function explainSubmissionParticipation(act: ReviewAct): Promise<Explanation | undefined> {
  const found = await reviewFacts(act);
  return found && explainGroupParticipation(found.facts);
}

async function reviewFacts({ employerId, userId, today }: ReviewAct) {
  const door = { kind: "employer", employerId, userId } as const;
  const row = await withDoor(door, (tx) => selectReview(tx, employerId), { readOnly: true });
  if (!row || row.application.state === "draft") return undefined;
  const { offeredLines } = row;
  const { startOn, submitByOn } = row.application;
  const found = profileFor({ state: row.employerState, on: startOn });
  invariant(found.ok, "an offer is published only where the rules of its start are known");
  const profile = found.value;
  const employees = reviewPeople(row.staff, { offeredLines, profile });
  return { row, facts: { employees, offeredLines, profile, startOn, submitByOn, today } };
}

async function selectReview(tx: Tx, employerId: string): Promise<Row | undefined> {
  const rows = await tx.execute<Row>(sql`
    select json_build_object('applicationId', a.application_id, 'state', a.state, 'startOn', a.start_on,
        'openEnrollmentStartsOn', a.open_enrollment_starts_on, 'openEnrollmentEndsOn', a.open_enrollment_ends_on,
        'submitByOn', a.submit_by_on) as application,
      e.state as "employerState",
      (select s.confirmation_number from group_submissions s
        where s.employer_id = a.employer_id and s.application_id = a.application_id) as "confirmationNumber",
      (select coalesce(json_agg(o.line order by o.line desc), '[]') from benefit_offers o
        where o.employer_id = a.employer_id and o.application_id = a.application_id) as "offeredLines",
      (select coalesce(json_agg(json_build_object('employeeId', p.employee_id, 'firstName', p.first_name,
            'lastName', p.last_name, 'isOwner', p.is_owner, 'fullTime', p.employment_basis = 'full-time',
            'hasAddress', p.address_line1 is not null and p.city is not null and p.state is not null
              and p.zip is not null and p.county_fips is not null,
            'hasSsn', p.ssn_sealed is not null, 'choices', ${choicesOfEmployee}
          ) order by p.last_name, p.first_name, p.employee_id), '[]')
        from employees p where p.employer_id = a.employer_id and p.standing = 'active') as staff
    from benefit_applications a join employers e on e.employer_id = a.employer_id
    where a.employer_id = ${employerId} and a.state not in ('canceled', 'ineligible')
    order by (a.state in ('published', 'enrollment_open', 'enrollment_closed')) desc, (a.state = 'draft') desc,
      a.start_on desc limit 1`);
  return [...rows][0];
}

/** The choices that stand of employee `p` for application `a`, medical first; the employee leads each family. */
const choicesOfEmployee = sql`
  (select coalesce(json_agg(json_build_object('line', x.line, 'kind', x.kind, 'waiverReason', x.waiver_reason,
      'totalPremiumMonthlyCents', x.total_premium_monthly_cents,
      'employerShareMonthlyCents', x.employer_share_monthly_cents,
      'planName', (select l.name from plans l
        where l.catalog_version_id = a.catalog_version_id and l.plan_id = x.plan_id
        order by l.offerable desc, l.variant_id limit 1),
      'covered', (select coalesce(json_agg(json_build_object('memberId', m.member_id,
            'firstName', coalesce(d.first_name, p.first_name),
            'hasSsn', coalesce(d.ssn_sealed, case when d.dependent_id is null then p.ssn_sealed end) is not null)
          order by (m.relationship = 'self') desc, m.age_years desc, m.member_id), '[]')
        from election_members m
        left join dependents d on d.employer_id = m.employer_id and d.dependent_id = m.member_id
        where m.employer_id = x.employer_id and m.election_id = x.election_id)
    ) order by x.line desc), '[]')
  from elections x where x.employer_id = p.employer_id and x.employee_id = p.employee_id
    and x.application_id = a.application_id and x.superseded_at is null)`;
