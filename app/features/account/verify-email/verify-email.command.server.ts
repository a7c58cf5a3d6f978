import { withDoor } from "~db/client.server";
import { consumeEmailToken, isEmailTokenLive, markEmailVerified } from "~db/repositories/accounts/account.server";
import { done, failed, type Outcome } from "~/domain/problem";
import { now } from "~/platform/clock.server";
import { queueMail } from "~/platform/mail/queue-mail.server";
import { countAttempt } from "~/platform/rate-limit/rate-limit.server";
import { forgetAnswers } from "~/platform/request/request-memory.server";
import type { SignedInUser } from "~/platform/session/session.server";
import { isToken, tokenHash } from "~/platform/session/token.server";
import { verifyEmailMail } from "../mail/account-mail.server";
import { issueEmailLink } from "../mail/email-link.server";

/** Mails the signed-in person another link. */
export async function sendVerificationLink(user: SignedInUser, returnTo?: string): Promise<Outcome<undefined>> {
  const { userId, email, fullName, language } = user;
  const counted = await countAttempt("email-verification", { account: email });
  if (!counted.ok) return counted;
  await withDoor({ kind: "public" }, async (tx) => {
    const url = await issueEmailLink(tx, { userId, purpose: "verify-email", returnTo });
    await queueMail(tx, { to: email, language, ...verifyEmailMail(language, { fullName, url }) });
  });
  return done(undefined);
}

/** Uses the link up. Problem `link-no-longer-works` when it is unknown, used or older than a day. */
export async function verifyEmail(token: string | undefined): Promise<Outcome<undefined>> {
  const at = now();
  const verified = isToken(token)
    ? await withDoor({ kind: "public" }, async (tx) => {
        const userId = await consumeEmailToken(tx, { tokenHash: tokenHash(token), purpose: "verify-email", at });
        if (userId) await markEmailVerified(tx, { userId, at });
        return userId !== undefined;
      })
    : false;
  forgetAnswers();
  return verified ? done(undefined) : failed({ code: "link-no-longer-works" });
}

/** Whether the link's page should show its button. Looking does not use the link up. */
export async function isVerificationLinkLive(token: string | undefined): Promise<boolean> {
  if (!isToken(token)) return false;
  return withDoor({ kind: "public" }, (tx) =>
    isEmailTokenLive(tx, { tokenHash: tokenHash(token), purpose: "verify-email", at: now() }),
  );
}
