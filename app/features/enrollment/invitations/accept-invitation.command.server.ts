import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { newId } from "~/platform/id.server";
import type { Locale } from "~/platform/i18n/languages";
import { countAttempt, forgiveAttempts } from "~/platform/rate-limit/rate-limit.server";
import { checkPassword, hashPassword } from "~/platform/session/password.server";
import { startSession } from "~/platform/session/session.server";
import { tokenHash } from "~/platform/session/token.server";
import { withDoor, type Tx } from "~db/client.server";
import { findAccountByEmail, insertAccount, markEmailVerified } from "~db/repositories/accounts/account.server";
import { deleteSession } from "~db/repositories/accounts/session.server";
import { lockRoster } from "~db/repositories/roster/employee.server";
import {
  isOtherEmployee,
  lockInvitation,
  saveAcceptance,
  type InvitationRecord,
} from "~db/repositories/roster/invitation.server";
import { nameOnRoster } from "./confirm-identity.command.server";
import { isConfirmed } from "./confirmation.server";
import { findByToken, stateOf, type Clock } from "./open-invitation.command.server";

export type Acceptance = {
  readonly token: string;
  /** The request's Cookie header, which says whether this browser has confirmed the person. */
  readonly cookies: string | null;
  readonly way:
    | { readonly kind: "this-account"; readonly user: { readonly userId: string; readonly fullName: string } }
    | { readonly kind: "password"; readonly password: string; readonly email?: string | undefined };
  /** Language of an account that is made now. */
  readonly language: Locale;
  readonly earlierSession?: string | undefined;
  /** What is wrong with a new password, as a problem's code. */
  readonly passwordFault: (password: string, email: string) => string | undefined;
  readonly passwordParams: Readonly<Record<string, number>>;
};

/** `cookie` is the `Set-Cookie` of a new session; null when one is there already. */
export type Accepted = { readonly employerId: string; readonly cookie: string | null };

/** Whose account it will be; with a hash for one that is made in the transaction. */
type Joiner = { readonly userId: string; readonly fullName: string; readonly email: string; readonly newHash?: string };

/**
 * Uses the link up: ties the person on the roster to an account and signs in. A second click by the same person is
 * welcome and changes nothing. Problems: `invitation-not-usable`, `identity-not-confirmed`, `sign-in-failed`,
 * `account-of-another-person`, those of a new password, `required` for the e-mail address of a letter.
 */
export async function acceptInvitation(acceptance: Acceptance, clock: Clock): Promise<Outcome<Accepted>> {
  const counted = await countAttempt("invitation", { account: tokenHash(acceptance.token) });
  if (!counted.ok) return counted;
  const first = await attempt(acceptance, clock);
  // The same form may have been sent twice at once: by now the account is there, and the password tells whose it is.
  const isOvertaken = !first.ok && first.problems.some(({ code }) => code === "invitation-not-usable");
  return isOvertaken && acceptance.way.kind === "password" ? attempt(acceptance, clock) : first;
}

async function attempt(acceptance: Acceptance, clock: Clock): Promise<Outcome<Accepted>> {
  const { token, cookies } = acceptance;
  const found = await findByToken(token, clock);
  if (!found || (found.state !== "live" && found.state !== "used")) return failed({ code: "invitation-not-usable" });
  const { record } = found;
  if (!(await isConfirmed(cookies, record.invitationId, clock.now))) return failed({ code: "identity-not-confirmed" });
  const joiner = await joinerOf(acceptance, record);
  if (!joiner.ok) return joiner;
  const { employerId } = record;
  const userId = joiner.value.userId;
  return withDoor({ kind: "employer", employerId, userId }, async (tx): Promise<Outcome<Accepted>> => {
    await lockRoster(tx, employerId);
    const fresh = await lockInvitation(tx, record);
    if (!fresh) return failed({ code: "invitation-not-usable" });
    const joined = await join(tx, { record: fresh, joiner: joiner.value, acceptance, clock });
    if (!joined.ok) return joined;
    return done({ employerId, cookie: await sessionFor(tx, acceptance, userId) });
  });
}

async function joinerOf({ way, passwordFault, passwordParams }: Acceptance, record: InvitationRecord) {
  if (way.kind === "this-account") return done<Joiner>({ ...way.user, email: "" });
  const email = record.email === "" ? way.email : record.email;
  if (email === undefined) return failed({ code: "required", field: "email" });
  const account = await withDoor({ kind: "public" }, (tx) => findAccountByEmail(tx, email));
  if (account) return ownerOf(account, way.password);
  const fault = passwordFault(way.password, email);
  if (fault) return failed({ code: fault, field: "password", params: passwordParams });
  const hashed = await hashPassword(way.password);
  if (!hashed.ok) return hashed;
  return done<Joiner>({ userId: newId(), fullName: nameOnRoster(record), email, newHash: hashed.value });
}

async function ownerOf(
  account: { userId: string; fullName: string; email: string; passwordHash: string },
  password: string,
): Promise<Outcome<Joiner>> {
  const { userId, fullName, email } = account;
  const counted = await countAttempt("sign-in", { account: email });
  if (!counted.ok) return counted;
  const checked = await checkPassword(password, account.passwordHash);
  if (!checked.ok) return checked;
  if (!checked.value) return failed({ code: "sign-in-failed", field: "password" });
  await forgiveAttempts("sign-in", email);
  return done({ userId, fullName, email });
}

type Joining = {
  readonly record: InvitationRecord;
  readonly joiner: Joiner;
  readonly acceptance: Acceptance;
  readonly clock: Clock;
};

async function join(tx: Tx, { record, joiner, acceptance, clock }: Joining): Promise<Outcome<undefined>> {
  const { employerId, employeeId } = record;
  const { userId, fullName, email, newHash } = joiner;
  const state = stateOf(record, clock);
  if (state === "used" && record.userId === userId) return done(undefined);
  if (state !== "live" || record.userId !== null) return failed({ code: "invitation-not-usable" });
  if (newHash !== undefined) {
    const account = { userId, email, fullName, passwordHash: newHash, language: acceptance.language };
    if (!(await insertAccount(tx, account))) return failed({ code: "invitation-not-usable" });
  }
  if (await isOtherEmployee(tx, { employerId, userId, employeeId }))
    return failed({ code: "account-of-another-person" });
  const at = clock.now;
  await saveAcceptance(tx, record, { userId, at });
  // Whoever holds a mailed link holds the mailbox. A letter went through other hands and proves no address.
  if (record.email !== "" && email === record.email) await markEmailVerified(tx, { userId, at });
  const entry = { employerId, actorUserId: userId, actorName: fullName, subject: employeeId };
  await writeAudit(tx, { ...entry, action: "invitation-accepted", details: { name: nameOnRoster(record) } });
  return done(undefined);
}

async function sessionFor(tx: Tx, { way, earlierSession }: Acceptance, userId: string): Promise<string | null> {
  if (way.kind === "this-account") return null;
  if (earlierSession) await deleteSession(tx, tokenHash(earlierSession));
  return startSession(tx, userId);
}
