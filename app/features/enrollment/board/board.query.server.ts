import { sql, type SQL } from "drizzle-orm";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { CoverageLine } from "~/domain/coverage-line";
import type { BenefitApplicationState } from "~/domain/enrollment/benefit-application-state";
import {
  explainGroupParticipation,
  groupReadiness,
  type OfferedEmployee,
} from "~/domain/enrollment/group-submission.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import type { Explanation } from "~/domain/explanation";
import type { Participation } from "~/domain/participation/minimum-participation.rule";
import { withDoor } from "~db/client.server";
import { boardPageRows, readBoardSearch, type BoardSearch, type BoardStep } from "./board.search";

export type BoardRow = {
  readonly employeeId: string;
  readonly fullName: string;
  readonly email: string | null;
  readonly isOwner: boolean;
  readonly hasJoined: boolean;
  readonly step: BoardStep;
  /** Instant of the newest invitation. */
  readonly sentAt: string | null;
  readonly liveInvitationId: string | null;
};

export type BoardYear = {
  readonly applicationId: string;
  readonly state: BenefitApplicationState;
  readonly startOn: CalendarDate;
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly submitByOn: CalendarDate;
};

export type BoardPage = {
  readonly year: BoardYear;
  readonly rows: readonly BoardRow[];
  readonly matchCount: number;
  readonly peopleCount: number;
  readonly counts: Readonly<Partial<Record<BoardStep, number>>>;
  /** Where the group stands today; undefined where the exchange's rules for that start are not known. */
  readonly participation: Participation | undefined;
  /** Up to three people who have not answered. */
  readonly silentNames: readonly string[];
  readonly page: number;
  readonly pageCount: number;
};

type PageRow = Pick<BoardPage, "year" | "rows" | "matchCount"> & {
  readonly offeredLines: readonly CoverageLine[];
  readonly people: readonly (OfferedEmployee & { readonly fullName: string; readonly step: BoardStep })[];
};

const ranks = sql`array_position(array['not-invited', 'link-dead', 'invited', 'opened', 'joined', 'started', 'chosen', 'waived'], step)`;
const byName = sql`lower(last_name), lower(first_name)`;
const orders: Readonly<Record<BoardSearch["sort"], Readonly<Record<BoardSearch["order"], SQL>>>> = {
  name: { asc: byName, desc: sql`lower(last_name) desc, lower(first_name) desc` },
  step: { asc: sql`${ranks}, ${byName}`, desc: sql`${ranks} desc, ${byName}` },
  sent: { asc: sql`sent_at nulls first, ${byName}`, desc: sql`sent_at desc nulls last, ${byName}` },
};

type BoardAct = {
  readonly employerId: string;
  readonly userId: string;
  readonly employerState: string;
  readonly today: CalendarDate;
  readonly now: Date;
};

function boardRow(act: BoardAct, search: BoardSearch): Promise<PageRow | undefined> {
  const { employerId, userId } = act;
  return withDoor(
    { kind: "employer", employerId, userId },
    async (tx) => [...(await tx.execute<PageRow>(boardOf(act, search)))][0],
    { readOnly: true },
  );
}

/** The board of the latest published plan year, in one statement; undefined before the first offer is published. */
export async function loadBoard(act: BoardAct, search: BoardSearch): Promise<BoardPage | undefined> {
  const found = await boardRow(act, search);
  if (!found) return undefined;
  const facts = factsOf(found, act);
  const { year, rows, matchCount, people } = found;
  const pageCount = Math.max(1, Math.ceil(matchCount / boardPageRows));
  const counts: Partial<Record<BoardStep, number>> = {};
  for (const { step } of people) counts[step] = (counts[step] ?? 0) + 1;
  const silent = people.filter(({ step }) => step !== "chosen" && step !== "waived");
  return {
    ...{ year, rows, matchCount, counts, peopleCount: people.length },
    participation: facts && groupReadiness(facts).participation,
    silentNames: silent.slice(0, 3).map(({ fullName }) => fullName),
    page: Math.min(search.page, pageCount),
    pageCount,
  };
}

/** How the board's participation was counted; undefined where the board shows none. One statement. */
export async function explainBoardParticipation(act: BoardAct): Promise<Explanation | undefined> {
  const found = await boardRow(act, readBoardSearch(new URLSearchParams()));
  const facts = found && factsOf(found, act);
  return facts && explainGroupParticipation(facts);
}

function factsOf({ year, people, offeredLines }: PageRow, { employerState: state, today }: BoardAct) {
  const { startOn, submitByOn } = year;
  const profile = profileFor({ state, on: startOn });
  if (!profile.ok) return undefined;
  return { employees: people, offeredLines, profile: profile.value, startOn, submitByOn, today };
}

function boardOf({ employerId, now }: { employerId: string; now: Date }, search: BoardSearch): SQL {
  const order = orders[search.sort][search.order];
  return sql`
    with year as (select a.* from benefit_applications a
      where a.employer_id = ${employerId} and a.state not in ('draft', 'canceled', 'ineligible')
      order by a.start_on desc limit 1),
    people as (${peopleOf(employerId, now)}),
    matching as (select * from people where ${whereOf(search)}),
    counted as (select count(*)::integer as n from matching)
    select json_build_object('applicationId', y.application_id, 'state', y.state, 'startOn', y.start_on,
        'opensOn', y.open_enrollment_starts_on, 'closesOn', y.open_enrollment_ends_on, 'submitByOn', y.submit_by_on) as year,
      (select n from counted) as "matchCount",
      (select coalesce(json_agg(o.line), '[]') from benefit_offers o
        where o.employer_id = y.employer_id and o.application_id = y.application_id) as "offeredLines",
      (select coalesce(json_agg(json_build_object('employeeId', employee_id, 'fullName', full_name, 'isOwner', is_owner,
          'fullTime', employment_basis = 'full-time', 'choices', choices, 'step', step) order by ${byName}), '[]')
        from people) as people,
      (select coalesce(json_agg(json_build_object('employeeId', employee_id, 'fullName', full_name, 'email', email,
          'isOwner', is_owner, 'hasJoined', has_joined, 'step', step, 'sentAt', sent_at, 'liveInvitationId', live_id)
          order by ${order}, employee_id), '[]')
        from (select * from matching order by ${order}, employee_id limit ${boardPageRows}
          offset least((${search.page}::integer - 1) * ${boardPageRows}::integer,
            greatest((select n from counted) - 1, 0) / ${boardPageRows}::integer * ${boardPageRows}::integer)) shown) as rows
    from year y`;
}

/** Active people with the choices that stand, the newest invitation and the step they have reached. */
function peopleOf(employerId: string, now: Date): SQL {
  return sql`
    select e.employee_id, e.first_name, e.last_name, e.email, e.is_owner, e.employment_basis,
      concat_ws(' ', e.first_name, e.middle_name, e.last_name, e.suffix) as full_name,
      e.user_id is not null as has_joined, mine.live_id, mine.sent_at, answer.choices,
      case
        when answer.lines > 0 and answer.lines >= (select count(*) from benefit_offers o
          where o.employer_id = e.employer_id and o.application_id = year.application_id)
          then case when answer.elects then 'chosen' else 'waived' end
        when answer.lines > 0 then 'started'
        when e.user_id is not null then 'joined'
        when mine.live_id is not null then case when mine.opened then 'opened' else 'invited' end
        when mine.n > 0 then 'link-dead'
        else 'not-invited'
      end as step
    from year join employees e on e.employer_id = year.employer_id
    cross join lateral (
      select count(*)::integer as n, max(i.created_at) as sent_at,
        (array_agg(i.invitation_id order by i.created_at desc) filter (where ${isLive(now)}))[1] as live_id,
        bool_or(i.opened_at is not null) filter (where ${isLive(now)}) as opened
      from invitations i where i.employer_id = e.employer_id and i.employee_id = e.employee_id
        and i.application_id = year.application_id) mine
    cross join lateral (
      select count(distinct x.line) as lines, coalesce(bool_or(x.kind = 'elect'), false) as elects,
        coalesce(json_agg(json_build_object('line', x.line, 'kind', x.kind, 'waiverReason', x.waiver_reason)), '[]') as choices
      from elections x where x.employer_id = e.employer_id and x.employee_id = e.employee_id
        and x.application_id = year.application_id and x.superseded_at is null) answer
    where e.employer_id = ${employerId} and e.standing = 'active'`;
}

function isLive(now: Date): SQL {
  return sql`i.accepted_at is null and i.revoked_at is null and i.expires_at > ${now.toISOString()}::timestamptz`;
}

/** The one where clause, for the rows and for their number. */
function whereOf({ q, step }: BoardSearch): SQL {
  const parts = [sql`true`];
  if (step === "undecided") parts.push(sql`step not in ('chosen', 'waived')`);
  else if (step) parts.push(sql`step = ${step}`);
  for (const word of wordsOf(q)) parts.push(sql`${searchedText} like ${`%${word}%`}`);
  return sql.join(parts, sql` and `);
}

/** Accents and capitals do not count: José is found by jose. */
const searchedText = sql`regexp_replace(normalize(lower(concat_ws(' ', full_name, email)), NFD), '[\u0300-\u036f]', '', 'g')`;

function wordsOf(q: string): string[] {
  const plain = q.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const words = plain.split(/\s+/).filter(Boolean).slice(0, 8);
  return words.map((word) => word.replaceAll(/[\\%_]/g, "\\$&"));
}
