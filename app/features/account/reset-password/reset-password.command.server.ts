import { setTimeout as sleep } from "node:timers/promises";
import { withDoor } from "~db/client.server";
import {
  consumeEmailToken,
  findAccount,
  findAccountByEmail,
  isEmailTokenLive,
  markEmailVerified,
  retireEmailTokens,
  updateAccount,
} from "~db/repositories/accounts/account.server";
import { deleteSessionsOf } from "~db/repositories/accounts/session.server";
import { done, failed, type Outcome } from "~/domain/problem";
import { now } from "~/platform/clock.server";
import { queueMail } from "~/platform/mail/queue-mail.server";
import { countAttempt } from "~/platform/rate-limit/rate-limit.server";
import { hashPassword } from "~/platform/session/password.server";
import { isToken, tokenHash } from "~/platform/session/token.server";
import { passwordChangedMail, resetPasswordMail } from "../mail/account-mail.server";
import { issueEmailLink } from "../mail/email-link.server";
import { faultParams, passwordFault } from "../password.schema";

const shortestMilliseconds = 250;
const purpose = "reset-password";

/** Mails a link when the address has an account. The answer and its time are the same when it has none. */
export async function requestPasswordReset(email: string): Promise<Outcome<undefined>> {
  const counted = await countAttempt("password-reset", { account: email });
  if (!counted.ok) return counted;
  await Promise.all([sendResetLink(email), sleep(shortestMilliseconds)]);
  return done(undefined);
}

async function sendResetLink(email: string): Promise<void> {
  await withDoor({ kind: "public" }, async (tx) => {
    const account = await findAccountByEmail(tx, email);
    if (!account) return;
    const { userId, fullName, language } = account;
    const url = await issueEmailLink(tx, { userId, purpose });
    await queueMail(tx, { to: email, language, ...resetPasswordMail(language, { fullName, url }) });
  });
}

/** Looking does not use the link up. */
export async function isResetLinkLive(token: string | undefined): Promise<boolean> {
  if (!isToken(token)) return false;
  return withDoor({ kind: "public" }, (tx) =>
    isEmailTokenLive(tx, { tokenHash: tokenHash(token), purpose, at: now() }),
  );
}

class RefusedPassword extends Error {
  override readonly name = "RefusedPassword";
}

/**
 * Uses the link up and sets the password. Every session of the person ends, every other reset link dies, and the owner
 * is told. Whoever has the link has the mailbox, so the address counts as verified.
 */
export async function resetPassword(token: string | undefined, password: string): Promise<Outcome<undefined>> {
  if (!(await isResetLinkLive(token)) || !isToken(token)) return failed({ code: "link-no-longer-works" });
  const hashed = await hashPassword(password);
  if (!hashed.ok) return hashed;
  const at = now();
  try {
    return await withDoor({ kind: "public" }, async (tx): Promise<Outcome<undefined>> => {
      const userId = await consumeEmailToken(tx, { tokenHash: tokenHash(token), purpose, at });
      const account = userId ? await findAccount(tx, userId) : undefined;
      if (!account) return failed({ code: "link-no-longer-works" });
      // Thrown, so that the link is not used up by a password that is refused.
      if (passwordFault(password, account.email)) throw new RefusedPassword();
      const { userId: ownerId, email, fullName, language } = account;
      await updateAccount(tx, ownerId, { passwordHash: hashed.value });
      await markEmailVerified(tx, { userId: ownerId, at });
      await retireEmailTokens(tx, { userId: ownerId, purpose, at });
      await deleteSessionsOf(tx, ownerId);
      await queueMail(tx, { to: email, language, ...passwordChangedMail(language, { fullName }) });
      return done(undefined);
    });
  } catch (error) {
    if (!(error instanceof RefusedPassword)) throw error;
    return failed({ code: "password-contains-email", field: "password", params: faultParams });
  }
}
