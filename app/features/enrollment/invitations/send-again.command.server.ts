import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { countAttempt } from "~/platform/rate-limit/rate-limit.server";
import { withDoor, type Tx } from "~db/client.server";
import { lockRoster } from "~db/repositories/roster/employee.server";
import {
  findOpenOffer,
  listInvitees,
  wasRecordedSince,
  type OpenOffer,
} from "~db/repositories/roster/invitation.server";
import { nameOf, sendChoiceMail, sendInvitations, type InviteAct } from "./invite-employees.command.server";

const hourMilliseconds = 3_600_000;

/** Works on the offer that is open, one act after the other. Problems: `offer-not-open`, `inviting-is-over`. */
export async function withOpenOffer<T>(
  { employerId, userId, today }: Pick<InviteAct, "employerId" | "userId" | "today">,
  work: (tx: Tx, offer: OpenOffer) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return withDoor({ kind: "employer", employerId, userId }, async (tx): Promise<Outcome<T>> => {
    await lockRoster(tx, employerId);
    const offer = await findOpenOffer(tx, employerId);
    if (!offer) return failed({ code: "offer-not-open" });
    const { closesOn } = offer;
    if (closesOn < today) return failed({ code: "inviting-is-over", params: { closesOn } });
    return work(tx, offer);
  });
}

export type SentAgain = "invited" | "reminded" | "answered";

/**
 * Invites one person, again where they were before: the older link stops working. Somebody with an account is reminded
 * instead. A second click on the same button sends nothing. Problems: `employee-not-on-roster`, `employee-without-email`,
 * `too-many-attempts`, those of `withOpenOffer`.
 */
export async function sendAgain(
  act: InviteAct,
  { employeeId, replaces }: { readonly employeeId: string; readonly replaces?: string | undefined },
): Promise<Outcome<SentAgain>> {
  const { employerId, userId: actorUserId, actorName, now } = act;
  const counted = await countAttempt("invitation-mail", { account: `${employerId}/${employeeId}` });
  if (!counted.ok) return counted;
  return withOpenOffer(act, async (tx, offer): Promise<Outcome<SentAgain>> => {
    const question = { employerId, applicationId: offer.applicationId, at: now, employeeId };
    const [person] = await listInvitees(tx, question);
    if (!person) return failed({ code: "employee-not-on-roster" });
    if (person.isDecided) return done("answered");
    const name = nameOf(person);
    if (person.email === null) return failed({ code: "employee-without-email", params: { name } });
    const entry = { employerId, actorUserId, actorName, subject: employeeId, details: { name } };
    if (person.hasJoined) {
      await sendChoiceMail(tx, { employerId, offer, person, isNew: false });
      await writeAudit(tx, { ...entry, action: "reminder-sent" });
      return done("reminded");
    }
    if ((person.liveInvitationId ?? undefined) !== replaces) return done("invited");
    await sendInvitations(tx, { employerId, now, offer, people: [person] });
    await writeAudit(tx, { ...entry, action: person.wasInvited ? "invitation-resent" : "invitation-sent" });
    return done("invited");
  });
}

/**
 * Writes to everybody who has not answered and was not written to within the hour, and tells to how many. Problems:
 * those of `withOpenOffer`.
 */
export async function remindUndecided(act: InviteAct): Promise<Outcome<number>> {
  const { employerId, userId: actorUserId, actorName, now } = act;
  const since = new Date(now.getTime() - hourMilliseconds);
  return withOpenOffer(act, async (tx, offer): Promise<Outcome<number>> => {
    const { applicationId } = offer;
    const people = await listInvitees(tx, { employerId, applicationId, at: now, mailedSince: since });
    const remindedJustNow = await wasRecordedSince(tx, { employerId, action: "reminders-sent", since });
    const silent = people.filter(({ isDecided, email }) => !isDecided && email !== null);
    const strangers = silent.filter(({ hasJoined, wasJustMailed }) => !hasJoined && !wasJustMailed);
    const joined = remindedJustNow ? [] : silent.filter(({ hasJoined }) => hasJoined);
    const written = strangers.length + joined.length;
    if (written === 0) return done(0);
    await sendInvitations(tx, { employerId, now, offer, people: strangers });
    for (const person of joined) await sendChoiceMail(tx, { employerId, offer, person, isNew: false });
    const entry = { employerId, actorUserId, actorName, subject: applicationId, details: { people: written } };
    await writeAudit(tx, { ...entry, action: "reminders-sent" });
    return done(written);
  });
}
