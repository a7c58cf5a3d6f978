import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { CalendarDate } from "../../../app/domain/calendar/calendar-date";
import type { ContributionScheme } from "../../../app/domain/contribution/schemes/contribution-scheme";
import type { Tx } from "../../client.server";
import { employers } from "../../schema/employers";
import { benefitApplications } from "../../schema/plan-year";
import { invitationRegistry } from "../../schema/registries";
import { employees, invitations } from "../../schema/roster";
import { storedScheme } from "../../schema/stored-contribution";

type InvitationRow = typeof invitations.$inferSelect;
export type NewInvitation = Pick<
  InvitationRow,
  "employerId" | "invitationId" | "employeeId" | "applicationId" | "tokenHash" | "email" | "createdAt" | "expiresAt"
>;
export type InvitationPlace = { readonly employerId: string; readonly invitationId: string };

/** Whose link it is; undefined for a token that nobody was given. Public door. */
export async function findInvitationPlace(tx: Tx, tokenHash: string): Promise<InvitationPlace | undefined> {
  const [row] = await tx
    .select({ employerId: invitationRegistry.employerId, invitationId: invitationRegistry.invitationId })
    .from(invitationRegistry)
    .where(eq(invitationRegistry.tokenHash, tokenHash));
  return row;
}

const invitationColumns = {
  employerId: invitations.employerId,
  invitationId: invitations.invitationId,
  employeeId: invitations.employeeId,
  email: invitations.email,
  openedAt: invitations.openedAt,
  acceptedAt: invitations.acceptedAt,
  revokedAt: invitations.revokedAt,
  expiresAt: invitations.expiresAt,
  failedAttempts: invitations.failedAttempts,
  applicationState: benefitApplications.state,
  closesOn: benefitApplications.openEnrollmentEndsOn,
  legalName: employers.legalName,
  dbaName: employers.dbaName,
  employerState: employers.state,
  userId: employees.userId,
  firstName: employees.firstName,
  middleName: employees.middleName,
  lastName: employees.lastName,
  suffix: employees.suffix,
  bornOn: employees.bornOn,
  standing: employees.standing,
  language: employees.language,
};

function selectInvitation(tx: Tx, { employerId, invitationId }: InvitationPlace) {
  return tx
    .select(invitationColumns)
    .from(invitations)
    .innerJoin(
      benefitApplications,
      and(
        eq(benefitApplications.employerId, invitations.employerId),
        eq(benefitApplications.applicationId, invitations.applicationId),
      ),
    )
    .innerJoin(employers, eq(employers.employerId, invitations.employerId))
    .innerJoin(
      employees,
      and(eq(employees.employerId, invitations.employerId), eq(employees.employeeId, invitations.employeeId)),
    )
    .where(and(eq(invitations.employerId, employerId), eq(invitations.invitationId, invitationId)));
}

export type InvitationRecord = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/** The invitation with the person, the plan year and the business. Employer door. */
export async function findInvitation(tx: Tx, place: InvitationPlace) {
  const [row] = await selectInvitation(tx, place);
  return row;
}

/** The same, held until the transaction ends, so that two visitors of one link come one after the other. */
export async function lockInvitation(tx: Tx, place: InvitationPlace): Promise<InvitationRecord | undefined> {
  const [row] = await selectInvitation(tx, place).for("update", { of: invitations });
  return row;
}

/** The first time that somebody opened the link; later ones change nothing. */
export async function markInvitationOpened(
  tx: Tx,
  { employerId, invitationId }: InvitationPlace,
  at: Date,
): Promise<void> {
  await tx
    .update(invitations)
    .set({ openedAt: at })
    .where(
      and(
        eq(invitations.employerId, employerId),
        eq(invitations.invitationId, invitationId),
        isNull(invitations.openedAt),
      ),
    );
}

/** The caller holds the row's lock. */
export async function saveFailedAttempt(
  tx: Tx,
  { employerId, invitationId }: InvitationPlace,
  { failedAttempts, revokedAt }: { failedAttempts: number; revokedAt: Date | null },
): Promise<void> {
  await tx
    .update(invitations)
    .set({ failedAttempts, revokedAt })
    .where(and(eq(invitations.employerId, employerId), eq(invitations.invitationId, invitationId)));
}

/** Uses the link up and ties the person to an account. The caller holds the row's lock and has looked at its state. */
export async function saveAcceptance(
  tx: Tx,
  { employerId, invitationId, employeeId }: InvitationPlace & { readonly employeeId: string },
  { userId, at }: { userId: string; at: Date },
): Promise<void> {
  await tx
    .update(invitations)
    .set({ acceptedAt: at, openedAt: sql`coalesce(${invitations.openedAt}, ${at.toISOString()}::timestamptz)` })
    .where(and(eq(invitations.employerId, employerId), eq(invitations.invitationId, invitationId)));
  await tx
    .update(employees)
    .set({ userId })
    .where(and(eq(employees.employerId, employerId), eq(employees.employeeId, employeeId)));
  await revokeOpenInvitations(tx, { employerId, employeeIds: [employeeId], at });
}

/** Whether the account belongs to somebody else on this roster. Employer door. */
export async function isOtherEmployee(
  tx: Tx,
  { employerId, userId, employeeId }: { employerId: string; userId: string; employeeId: string },
): Promise<boolean> {
  const others = await tx.$count(
    employees,
    and(
      eq(employees.employerId, employerId),
      eq(employees.userId, userId),
      eq(employees.standing, "active"),
      ne(employees.employeeId, employeeId),
    ),
  );
  return others > 0;
}

/** Links that were neither used nor revoked stop working. */
export async function revokeOpenInvitations(
  tx: Tx,
  { employerId, employeeIds, at }: { employerId: string; employeeIds: readonly string[]; at: Date },
): Promise<void> {
  if (employeeIds.length === 0) return;
  await tx
    .update(invitations)
    .set({ revokedAt: at })
    .where(
      and(
        eq(invitations.employerId, employerId),
        inArray(invitations.employeeId, [...employeeIds]),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    );
}

const rowsAtOnce = 500;

/** The invitations, and the keys by which their links are found. Employer door. */
export async function insertInvitations(tx: Tx, rows: readonly NewInvitation[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    await tx.insert(invitations).values(some);
    await tx
      .insert(invitationRegistry)
      .values(some.map(({ tokenHash, employerId, invitationId }) => ({ tokenHash, employerId, invitationId })));
  }
}

export type OpenOffer = {
  readonly applicationId: string;
  readonly closesOn: CalendarDate;
  readonly business: string;
  readonly state: string;
  readonly offersDependents: boolean;
  readonly offers: readonly {
    readonly line: "medical" | "dental";
    readonly scheme: ContributionScheme;
  }[];
};

type OpenOfferRow = Omit<OpenOffer, "offers"> & {
  readonly offers: readonly { readonly line: "medical" | "dental"; readonly scheme: unknown }[];
};

/** The published offer that employees answer now; undefined where there is none. Employer door. */
export async function findOpenOffer(tx: Tx, employerId: string): Promise<OpenOffer | undefined> {
  const rows = await tx.execute<OpenOfferRow>(sql`
    select a.application_id as "applicationId", a.open_enrollment_ends_on::text as "closesOn",
      coalesce(b.dba_name, b.legal_name) as business, b.state, a.offers_dependents as "offersDependents",
      (select coalesce(json_agg(json_build_object('line', o.line, 'scheme', o.contribution_scheme) order by o.line desc), '[]')
        from benefit_offers o where o.employer_id = a.employer_id and o.application_id = a.application_id) as offers
    from benefit_applications a join employers b on b.employer_id = a.employer_id
    where a.employer_id = ${employerId} and a.state in ('published', 'enrollment_open')
    order by a.start_on desc limit 1`);
  const [row] = [...rows];
  return row && { ...row, offers: row.offers.map(({ line, scheme }) => ({ line, scheme: storedScheme(scheme) })) };
}

export type Invitee = {
  readonly employeeId: string;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly lastName: string;
  readonly suffix: string | null;
  readonly email: string | null;
  readonly language: "en" | "es";
  readonly hasJoined: boolean;
  /** The link that works now. */
  readonly liveInvitationId: string | null;
  readonly wasInvited: boolean;
  readonly isDecided: boolean;
  /** Got an invitation after `mailedSince`. */
  readonly wasJustMailed: boolean;
};

/** Active people with how far they have come, by name. Employer door. */
export async function listInvitees(
  tx: Tx,
  {
    employerId,
    applicationId,
    at,
    mailedSince = at,
    employeeId,
  }: { employerId: string; applicationId: string; at: Date; mailedSince?: Date; employeeId?: string },
): Promise<Invitee[]> {
  const rows = await tx.execute<Invitee>(sql`
    select e.employee_id as "employeeId", e.first_name as "firstName", e.middle_name as "middleName",
      e.last_name as "lastName", e.suffix, e.email, e.language, e.user_id is not null as "hasJoined",
      mine.live_id as "liveInvitationId", mine.n > 0 as "wasInvited",
      coalesce(mine.newest > ${mailedSince.toISOString()}::timestamptz, false) as "wasJustMailed",
      exists (select from benefit_offers o where o.employer_id = e.employer_id and o.application_id = ${applicationId})
        and not exists (select from benefit_offers o
          where o.employer_id = e.employer_id and o.application_id = ${applicationId} and not exists (
            select from elections x where x.employer_id = e.employer_id and x.application_id = o.application_id
              and x.employee_id = e.employee_id and x.line = o.line and x.superseded_at is null)) as "isDecided"
    from employees e
    cross join lateral (
      select count(*)::int as n, max(i.created_at) as newest,
        (array_agg(i.invitation_id order by i.created_at desc) filter (where i.accepted_at is null
          and i.revoked_at is null and i.expires_at > ${at.toISOString()}::timestamptz))[1] as live_id
      from invitations i
      where i.employer_id = e.employer_id and i.employee_id = e.employee_id and i.application_id = ${applicationId}) mine
    where e.employer_id = ${employerId} and e.standing = 'active'
      ${employeeId === undefined ? sql`` : sql`and e.employee_id = ${employeeId}`}
    order by lower(e.last_name), lower(e.first_name), e.employee_id`);
  return [...rows];
}

/** Whether something was recorded for this business after an instant. Employer door. */
export async function wasRecordedSince(
  tx: Tx,
  { employerId, action, since }: { employerId: string; action: string; since: Date },
): Promise<boolean> {
  const rows = await tx.execute<{ found: boolean }>(sql`
    select exists (select from audit_log where employer_id = ${employerId} and action = ${action}
      and at > ${since.toISOString()}::timestamptz) as found`);
  return [...rows][0]?.found ?? false;
}
