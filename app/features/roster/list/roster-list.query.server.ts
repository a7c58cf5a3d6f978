import { sql, type SQL } from "drizzle-orm";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { EmploymentType } from "~/domain/household/employment";
import { withDoor } from "~db/client.server";
import { rosterPageRows, type RosterSearch, type RosterStatus } from "./roster-list.search";

export type RosterRow = {
  readonly employeeId: string;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly lastName: string;
  readonly suffix: string | null;
  readonly bornOn: CalendarDate;
  readonly hiredOn: CalendarDate;
  readonly employmentBasis: EmploymentType;
  readonly isOwner: boolean;
  readonly zip: string | null;
  readonly email: string | null;
  readonly dependentCount: number;
  readonly status: RosterStatus;
};

export type RosterPage = {
  readonly rows: readonly RosterRow[];
  /** How many match the filters. */
  readonly matchCount: number;
  /** How many active people there are in all. */
  readonly activeCount: number;
  readonly page: number;
  readonly pageCount: number;
};

type PageRow = Pick<RosterPage, "rows"> & {
  readonly matchCount: number | string;
  readonly activeCount: number | string;
};

const orders: Readonly<Record<RosterSearch["sort"], SQL>> = {
  name: sql`lower(last_name), lower(first_name)`,
  age: sql`born_on`,
  hired: sql`hired_on`,
  zip: sql`zip nulls last`,
  dependents: sql`dependent_count`,
};
const ordersDown: Readonly<Record<RosterSearch["sort"], SQL>> = {
  name: sql`lower(last_name) desc, lower(first_name) desc`,
  age: sql`born_on desc`,
  hired: sql`hired_on desc`,
  zip: sql`zip desc nulls last`,
  dependents: sql`dependent_count desc`,
};

/** One page of the roster with its counts, in one statement. A page behind the last is the last. */
export async function loadRosterPage(
  { employerId, userId }: { employerId: string; userId: string },
  search: RosterSearch,
): Promise<RosterPage> {
  const order = (search.order === "asc" ? orders : ordersDown)[search.sort];
  const rows = await withDoor({ kind: "employer", employerId, userId }, (tx) =>
    tx.execute<PageRow>(sql`
      with people as (${peopleOf(employerId)}),
      matching as (select * from people where ${whereOf(search)}),
      counted as (select count(*)::integer as n from matching)
      select
        (select coalesce(json_agg(json_build_object('employeeId', employee_id, 'firstName', first_name,
            'middleName', middle_name, 'lastName', last_name, 'suffix', suffix, 'bornOn', born_on, 'hiredOn', hired_on,
            'employmentBasis', employment_basis, 'isOwner', is_owner, 'zip', zip, 'email', email,
            'dependentCount', dependent_count, 'status', status) order by ${order}, employee_id), '[]')
          from (select * from matching order by ${order}, employee_id
            limit ${rosterPageRows}
            offset least((${search.page}::integer - 1) * ${rosterPageRows}::integer,
              greatest((select n from counted) - 1, 0) / ${rosterPageRows}::integer * ${rosterPageRows}::integer)) shown) as rows,
        (select n from counted) as "matchCount",
        (select count(*)::integer from people where standing = 'active') as "activeCount"`),
  );
  const [found] = [...rows];
  if (!found) throw new Error("The roster statement gives one row.");
  const matchCount = Number(found.matchCount);
  const pageCount = Math.max(1, Math.ceil(matchCount / rosterPageRows));
  const page = Math.min(search.page, pageCount);
  return { rows: found.rows, matchCount, activeCount: Number(found.activeCount), page, pageCount };
}

/** Everybody who is or was on the roster, with the number of dependents and the newest step. */
function peopleOf(employerId: string): SQL {
  return sql`
    select e.*,
      (select count(*)::integer from dependents d
        where d.employer_id = e.employer_id and d.employee_id = e.employee_id and d.removed_at is null) as dependent_count,
      case
        when choice.kind = 'elect' then 'chosen'
        when choice.kind = 'waive' then 'waived'
        when e.user_id is not null then 'joined'
        when invited.opened then 'opened'
        when invited.opened is not null then 'invited'
        else 'not-invited'
      end as status
    from employees e
    left join lateral (
      select x.kind from elections x
      join benefit_applications a on a.employer_id = x.employer_id and a.application_id = x.application_id
      where x.employer_id = e.employer_id and x.employee_id = e.employee_id and x.superseded_at is null
        and x.line = 'medical' and a.state not in ('canceled', 'ineligible', 'expired', 'terminated')
      order by a.start_on desc limit 1) choice on true
    left join lateral (
      select bool_or(i.opened_at is not null) as opened from invitations i
      where i.employer_id = e.employer_id and i.employee_id = e.employee_id and i.revoked_at is null) invited on true
    where e.employer_id = ${employerId}`;
}

/** The one where clause, for the rows and for their number. */
function whereOf({ q, basis, owner, status, standing }: RosterSearch): SQL {
  const parts = [sql`standing = ${standing}`];
  if (basis) parts.push(sql`employment_basis = ${basis}`);
  if (owner) parts.push(sql`is_owner = ${owner === "yes"}`);
  if (status) parts.push(sql`status = ${status}`);
  for (const word of wordsOf(q)) parts.push(sql`${searchedText} like ${`%${word}%`}`);
  return sql.join(parts, sql` and `);
}

/** Accents and capitals do not count: José is found by jose. */
const searchedText = sql`regexp_replace(normalize(lower(concat_ws(' ', first_name, middle_name, last_name, suffix, email)), NFD),
  '[\u0300-\u036f]', '', 'g')`;

function wordsOf(q: string): string[] {
  const plain = q
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  return plain
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => word.replaceAll(/[\\%_]/g, "\\$&"));
}
