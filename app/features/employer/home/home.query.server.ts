import { sql, type SQL } from "drizzle-orm";
import { withDoor } from "~db/client.server";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { CoverageLine } from "~/domain/coverage-line";
import type { BenefitApplicationState } from "~/domain/enrollment/benefit-application-state";
import { taxCreditJson, type TaxCreditRecord } from "~db/repositories/employers/tax-credit-answers.server";
import type { HistoryLine } from "../history/history.query.server";

/** The plan year that the business works on: the draft where there is one, else the latest. */
export type HomeApplication = {
  readonly applicationId: string;
  readonly state: BenefitApplicationState;
  readonly startOn: CalendarDate;
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly submitByOn: CalendarDate;
  readonly pricesFixed: boolean;
  readonly offeredLines: readonly CoverageLine[];
  /** People with a live invitation of this plan year, and those who have accepted one. */
  readonly invitedCount: number;
  readonly acceptedCount: number;
  /** Active people who have answered for each line that is offered. */
  readonly decidedCount: number;
  readonly enrollingCount: number;
  readonly confirmationNumber: string | null;
  readonly events: { readonly total: number; readonly sent: number; readonly held: number };
};

export type HomeFacts = {
  readonly determination: { readonly eligible: boolean; readonly determinedOn: CalendarDate } | null;
  readonly roster: { readonly active: number; readonly nonOwners: number; readonly withoutEmail: number };
  readonly joinRequestCount: number;
  readonly owners: readonly { readonly fullName: string; readonly email: string }[];
  readonly lastEvents: readonly HistoryLine[];
  readonly application: HomeApplication | null;
  readonly taxCredit: TaxCreditRecord | null;
};

const lastEventCount = 5;

/** Everything the home of a business shows, in one statement. */
export async function loadHome({ employerId, userId }: { employerId: string; userId: string }): Promise<HomeFacts> {
  const rows = await withDoor(
    { kind: "employer", employerId, userId },
    (tx) =>
      tx.execute<HomeFacts>(sql`
        select ${determinationOf(employerId)} as determination, ${rosterOf(employerId)} as roster,
          (select count(*)::int from employer_memberships m
            where m.employer_id = ${employerId} and m.state = 'requested') as "joinRequestCount",
          (select coalesce(json_agg(json_build_object('fullName', m.full_name, 'email', m.email) order by m.full_name), '[]')
            from employer_memberships m
            where m.employer_id = ${employerId} and m.role = 'owner' and m.state = 'active') as owners,
          ${eventsOf(employerId)} as "lastEvents", ${applicationOf(employerId)} as application,
          ${taxCreditJson(employerId)} as "taxCredit"`),
    { readOnly: true },
  );
  const [row] = [...rows];
  if (!row) throw new Error("a statement without a table answers with one row");
  return row;
}

function determinationOf(employerId: string): SQL {
  return sql`(select json_build_object('eligible', d.eligible, 'determinedOn', d.determined_on)
    from eligibility_determinations d where d.employer_id = ${employerId}
    order by d.created_at desc, d.determination_id desc limit 1)`;
}

function rosterOf(employerId: string): SQL {
  return sql`(select json_build_object('active', count(*)::int,
      'nonOwners', (count(*) filter (where not e.is_owner))::int,
      'withoutEmail', (count(*) filter (where e.email is null))::int)
    from employees e where e.employer_id = ${employerId} and e.standing = 'active')`;
}

function eventsOf(employerId: string): SQL {
  return sql`(select coalesce(json_agg(json_build_object('sequence', l.sequence, 'at', l.at, 'actorName', l.actor_name,
      'isAutomatic', l.actor_user_id is null, 'action', l.action, 'details', l.details) order by l.sequence desc), '[]')
    from (select * from audit_log where employer_id = ${employerId} order by sequence desc
      limit ${lastEventCount}) l)`;
}

function applicationOf(employerId: string): SQL {
  return sql`(select json_build_object('applicationId', a.application_id, 'state', a.state, 'startOn', a.start_on,
      'opensOn', a.open_enrollment_starts_on, 'closesOn', a.open_enrollment_ends_on, 'submitByOn', a.submit_by_on,
      'pricesFixed', a.catalog_version_id is not null,
      'offeredLines', (select coalesce(json_agg(o.line), '[]') from benefit_offers o
        where o.employer_id = a.employer_id and o.application_id = a.application_id),
      'invitedCount', (select count(distinct i.employee_id)::int from invitations i
        where i.employer_id = a.employer_id and i.application_id = a.application_id and i.revoked_at is null),
      'acceptedCount', (select count(distinct i.employee_id)::int from invitations i
        where i.employer_id = a.employer_id and i.application_id = a.application_id and i.accepted_at is not null),
      'decidedCount', (select count(*)::int from employees e where e.employer_id = a.employer_id and e.standing = 'active'
        and exists (select from benefit_offers o
          where o.employer_id = a.employer_id and o.application_id = a.application_id)
        and not exists (select from benefit_offers o where o.employer_id = a.employer_id
          and o.application_id = a.application_id and not exists (select from elections x
            where x.employer_id = a.employer_id and x.application_id = a.application_id
              and x.employee_id = e.employee_id and x.line = o.line and x.superseded_at is null))),
      'enrollingCount', (select count(distinct x.employee_id)::int from elections x where x.employer_id = a.employer_id
        and x.application_id = a.application_id and x.superseded_at is null and x.kind = 'elect'),
      'confirmationNumber', (select s.confirmation_number from group_submissions s
        where s.employer_id = a.employer_id and s.application_id = a.application_id),
      'events', (select json_build_object('total', count(*)::int,
          'sent', (count(*) filter (where v.state = 'sent'))::int,
          'held', (count(*) filter (where v.state = 'invalid'))::int)
        from enrollment_events v join policies p on p.employer_id = v.employer_id and p.policy_id = v.policy_id
        where v.employer_id = a.employer_id and p.application_id = a.application_id))
    from benefit_applications a
    where a.employer_id = ${employerId} and a.state not in ('canceled', 'ineligible')
    order by (a.state = 'draft') desc, a.start_on desc limit 1)`;
}
