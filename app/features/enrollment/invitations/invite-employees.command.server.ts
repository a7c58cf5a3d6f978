import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { exchangeTimeZone } from "~/domain/exchange-profile/profile-for";
import { isUsState } from "~/domain/exchange-profile/us-state";
import { fullName, type NameSuffix } from "~/domain/household/person-name";
import { invariant } from "~/domain/invariant";
import { writeAudit } from "~/platform/audit.server";
import { newId } from "~/platform/id.server";
import { queueMail } from "~/platform/mail/queue-mail.server";
import { newToken, tokenHash } from "~/platform/session/token.server";
import type { Tx } from "~db/client.server";
import {
  findOpenOffer,
  insertInvitations,
  listInvitees,
  revokeOpenInvitations,
  type Invitee,
  type OpenOffer,
} from "~db/repositories/roster/invitation.server";
import { choiceMail, invitationMail } from "./invitation-mail.server";
import { linkExpiry } from "./link-expiry.server";

/** Who invites for which business. */
export type InviteAct = {
  readonly employerId: string;
  readonly userId: string;
  readonly actorName: string;
  readonly today: CalendarDate;
  readonly now: Date;
};

export type Invited = { readonly invited: number; readonly withoutEmail: number };

/**
 * Invites each active employee who has an e-mail address, no account and no link that works, and mails the link in the
 * person's own language. A second time it finds nobody. The caller holds the business's lock. Employer door.
 */
export async function inviteEmployees(tx: Tx, act: Omit<InviteAct, "today">): Promise<Invited> {
  const { employerId, userId: actorUserId, actorName, now } = act;
  const offer = await findOpenOffer(tx, employerId);
  if (!offer) return { invited: 0, withoutEmail: 0 };
  const people = await listInvitees(tx, { employerId, applicationId: offer.applicationId, at: now });
  const strangers = people.filter(({ hasJoined, liveInvitationId }) => !hasJoined && liveInvitationId === null);
  const reachable = strangers.filter(({ email }) => email !== null);
  const withoutEmail = strangers.length - reachable.length;
  await sendInvitations(tx, { ...act, offer, people: reachable });
  if (reachable.length > 0) {
    const details = { people: reachable.length, withoutEmail };
    const actor = { employerId, actorUserId, actorName };
    await writeAudit(tx, { ...actor, action: "invitations-sent", subject: offer.applicationId, details });
  }
  return { invited: reachable.length, withoutEmail };
}

/** What follows a first publication: invitations, and a mail to those who have an account from an earlier year. */
export async function announceOffer(tx: Tx, act: Omit<InviteAct, "today">): Promise<Invited> {
  const { employerId, now } = act;
  const invited = await inviteEmployees(tx, act);
  const offer = await findOpenOffer(tx, employerId);
  if (!offer) return invited;
  const people = await listInvitees(tx, { employerId, applicationId: offer.applicationId, at: now });
  const known = people.filter(({ hasJoined }) => hasJoined);
  for (const person of known) await sendChoiceMail(tx, { employerId, offer, person, isNew: true });
  return invited;
}

/** Links to their coverage pages. False for somebody without an e-mail address. */
export async function sendChoiceMail(
  tx: Tx,
  { employerId, offer, person, isNew }: { employerId: string; offer: OpenOffer; person: Invitee; isNew: boolean },
): Promise<boolean> {
  const { email, language } = person;
  if (email === null) return false;
  const content = choiceMail(language, { offer, name: nameOf(person), employerId, isNew });
  await queueMail(tx, { to: email, language, ...content });
  return true;
}

/** A new link for each person who has an e-mail address; the older ones stop working. */
export async function sendInvitations(
  tx: Tx,
  act: Pick<InviteAct, "employerId" | "now"> & { readonly offer: OpenOffer; readonly people: readonly Invitee[] },
): Promise<void> {
  const { offer, people } = act;
  const links = await makeLinks(tx, act);
  for (const person of people) {
    const token = links.get(person.employeeId);
    const { email, language, wasInvited: isReminder } = person;
    if (email === null || token === undefined) continue;
    const content = invitationMail(language, { offer, name: nameOf(person), token, isReminder });
    await queueMail(tx, { to: email, language, ...content });
  }
}

/** New links by employee; only their hashes are stored. An invitation without an address is a letter. */
export async function makeLinks(
  tx: Tx,
  {
    employerId,
    now,
    offer,
    people,
  }: Pick<InviteAct, "employerId" | "now"> & { readonly offer: OpenOffer; readonly people: readonly Invitee[] },
): Promise<ReadonlyMap<string, string>> {
  const { applicationId, closesOn, state } = offer;
  invariant(isUsState(state), `a registered business is in a known state, not ${state}`);
  const expiresAt = linkExpiry({ closesOn, timeZone: exchangeTimeZone({ state, on: closesOn }), now });
  const links = new Map(people.map(({ employeeId }) => [employeeId, newToken()]));
  await revokeOpenInvitations(tx, { employerId, employeeIds: [...links.keys()], at: now });
  const rows = people.map(({ employeeId, email }) => ({
    ...{ employerId, invitationId: newId(), employeeId, applicationId },
    ...{ tokenHash: tokenHash(links.get(employeeId) ?? ""), email: email ?? "", createdAt: now, expiresAt },
  }));
  await insertInvitations(tx, rows);
  return links;
}

export function nameOf({ firstName, middleName, lastName, suffix }: Invitee): string {
  return fullName({ first: firstName, middle: middleName, last: lastName, suffix: suffix as NameSuffix | null });
}
