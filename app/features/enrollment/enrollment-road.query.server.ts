import { and, asc, eq, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { CoverageLine } from "~/domain/coverage-line";
import type { Problem } from "~/domain/problem";
import { type Tx, withDoor } from "~db/client.server";
import { plans } from "~db/schema/catalog";
import { employers } from "~db/schema/employers";
import { type eventStates, enrollmentEvents, policies } from "~db/schema/enrollment";
import { benefitApplications, electionMembers, elections, groupSubmissions } from "~db/schema/plan-year";
import { dependents, employees } from "~db/schema/roster";

export const roadPlaces = [
  /** The employee has signed; the group is not submitted yet. */
  "chosen",
  /** Submitted by the employer and on its way to the insurer. */
  "submitted",
  /** Submitted, but something has to be mended before the insurer can get it. */
  "held",
  /** The insurer has the file. */
  "sent",
] as const;
export type RoadPlace = (typeof roadPlaces)[number];

/** How far one family's enrollment in one line has come. */
export type EnrollmentRoad = {
  readonly employerId: string;
  readonly employerName: string;
  readonly applicationId: string;
  readonly employeeId: string;
  readonly fullName: string;
  readonly line: CoverageLine;
  readonly planId: string | null;
  readonly planName: string | null;
  readonly issuerName: string | null;
  readonly coveredCount: number;
  /** The employee first, then dependents by age. */
  readonly covered: readonly { readonly memberId: string; readonly firstName: string }[];
  readonly startOn: CalendarDate | null;
  /** The exchange's number of the policy, once there is one. */
  readonly policyId: string | null;
  readonly place: RoadPlace;
  readonly chosenAt: Date;
  readonly submittedAt: Date | null;
  readonly sentAt: Date | null;
  /** Why it is held. */
  readonly problems: readonly Problem[];
};

/** A group as its owner submitted it, with what has become of each family's enrollment. */
export type SubmittedGroupRoad = {
  readonly applicationId: string;
  readonly startOn: CalendarDate;
  readonly confirmationNumber: string;
  readonly signedName: string;
  readonly signedAt: Date;
  readonly enrollments: readonly EnrollmentRoad[];
};

/** The group of a business that was submitted last, families by name; undefined before the first. One statement. */
export async function submittedGroupRoad({
  employerId,
  userId,
}: {
  employerId: string;
  userId: string;
}): Promise<SubmittedGroupRoad | undefined> {
  const latest = sql`(select s.submission_id from ${groupSubmissions} s where s.employer_id = ${employerId}
    order by s.signed_at desc limit 1)`;
  const ofLatest = and(eq(elections.employerId, employerId), eq(groupSubmissions.submissionId, latest));
  const rows = await withDoor({ kind: "employer", employerId, userId }, (tx) => selectRoad(tx, ofLatest), {
    readOnly: true,
  });
  const [first] = rows;
  if (!first?.submission) return undefined;
  const { applicationId, submission } = first;
  return { ...submission, applicationId, enrollments: rows.map(({ submission: _submission, ...road }) => road) };
}

/** A person's own enrollments, at every business they work for. Person door. One statement. */
export async function ownEnrollmentRoad({ userId }: { userId: string }): Promise<EnrollmentRoad[]> {
  const rows = await withDoor({ kind: "person", userId }, (tx) => selectRoad(tx, eq(employees.userId, userId)));
  return rows.map(({ submission: _submission, ...road }) => road);
}

const catalogPlan = (column: SQL) => sql<string | null>`(
  select ${column} from ${plans}
  where ${plans.catalogVersionId} = ${benefitApplications.catalogVersionId} and ${plans.planId} = ${elections.planId}
  order by ${plans.offerable} desc, ${plans.variantId} limit 1)`;

const coveredPeople = sql<EnrollmentRoad["covered"]>`(
  select coalesce(json_agg(json_build_object('memberId', m.member_id, 'firstName', coalesce(d.first_name, ${employees.firstName}))
    order by (m.relationship = 'self') desc, m.age_years desc, m.member_id), '[]')
  from ${electionMembers} m
  left join ${dependents} d on d.employer_id = m.employer_id and d.dependent_id = m.member_id
  where m.employer_id = ${elections.employerId} and m.election_id = ${elections.electionId})`;

type Submission = Omit<SubmittedGroupRoad, "applicationId" | "enrollments">;
type RoadRow = EnrollmentRoad & { readonly submission: Submission | null };

/** Choices that stand, and whatever was submitted. The submission is seen through the employer door only. */
async function selectRoad(tx: Tx, which: SQL | undefined): Promise<RoadRow[]> {
  return (await selectRows(tx, which)).map(toRoad);
}

const isShown = or(isNotNull(policies.policyId), and(isNull(elections.supersededAt), eq(employees.standing, "active")));

function selectRows(tx: Tx, which: SQL | undefined) {
  return tx
    .select({
      employerId: elections.employerId,
      employerName: employers.legalName,
      applicationId: elections.applicationId,
      employeeId: employees.employeeId,
      firstName: employees.firstName,
      lastName: employees.lastName,
      line: elections.line,
      planId: elections.planId,
      planName: catalogPlan(sql`${plans.name}`),
      issuerName: catalogPlan(sql`${plans.issuerName}`),
      coveredCount: sql<number>`(
        select count(*)::int from ${electionMembers}
        where ${electionMembers.employerId} = ${elections.employerId}
          and ${electionMembers.electionId} = ${elections.electionId})`,
      covered: coveredPeople,
      startOn: elections.coverageStartsOn,
      policyId: policies.policyId,
      chosenAt: elections.signedAt,
      submittedAt: benefitApplications.submittedAt,
      state: enrollmentEvents.state,
      sentAt: enrollmentEvents.sentAt,
      problems: enrollmentEvents.problems,
      groupStartOn: benefitApplications.startOn,
      confirmationNumber: groupSubmissions.confirmationNumber,
      signedName: groupSubmissions.signedName,
      signedAt: groupSubmissions.signedAt,
    })
    .from(elections)
    .innerJoin(
      benefitApplications,
      and(
        eq(benefitApplications.employerId, elections.employerId),
        eq(benefitApplications.applicationId, elections.applicationId),
      ),
    )
    .innerJoin(employers, eq(employers.employerId, elections.employerId))
    .innerJoin(
      employees,
      and(eq(employees.employerId, elections.employerId), eq(employees.employeeId, elections.employeeId)),
    )
    .leftJoin(
      policies,
      and(eq(policies.employerId, elections.employerId), eq(policies.electionId, elections.electionId)),
    )
    .leftJoin(
      enrollmentEvents,
      and(
        eq(enrollmentEvents.employerId, policies.employerId),
        eq(enrollmentEvents.policyId, policies.policyId),
        eq(enrollmentEvents.version, 1),
      ),
    )
    .leftJoin(
      groupSubmissions,
      and(
        eq(groupSubmissions.employerId, elections.employerId),
        eq(groupSubmissions.applicationId, elections.applicationId),
      ),
    )
    .where(and(which, eq(elections.kind, "elect"), isShown))
    .orderBy(asc(employees.lastName), asc(employees.firstName), asc(employees.employeeId), sql`${elections.line} desc`);
}

type Selected = Awaited<ReturnType<typeof selectRows>>[number];

function toRoad({ groupStartOn, confirmationNumber, signedName, signedAt, ...row }: Selected): RoadRow {
  const { firstName, lastName, state, problems, submittedAt, ...rest } = row;
  const isSubmitted = confirmationNumber !== null && signedName !== null && signedAt !== null;
  return {
    ...rest,
    fullName: `${firstName} ${lastName}`,
    submittedAt: state === null ? null : submittedAt,
    place: placeOf(state),
    problems: (problems ?? []) as Problem[],
    submission: isSubmitted ? { startOn: groupStartOn, confirmationNumber, signedName, signedAt } : null,
  };
}

function placeOf(state: (typeof eventStates)[number] | null): RoadPlace {
  if (state === null) return "chosen";
  if (state === "sent") return "sent";
  return state === "invalid" ? "held" : "submitted";
}
