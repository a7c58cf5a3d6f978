import { setTimeout as sleep } from "node:timers/promises";
import { withDoor } from "~db/client.server";
import { findAccountByEmail, insertAccount } from "~db/repositories/accounts/account.server";
import { done, failed, type Outcome } from "~/domain/problem";
import { newId } from "~/platform/id.server";
import { isLocale } from "~/platform/i18n/languages";
import { queueMail } from "~/platform/mail/queue-mail.server";
import { countAttempt } from "~/platform/rate-limit/rate-limit.server";
import { hashPassword } from "~/platform/session/password.server";
import { alreadySignedUpMail, verifyEmailMail } from "../mail/account-mail.server";
import { issueEmailLink } from "../mail/email-link.server";
import type { SignUp } from "./sign-up.schema";

const shortestMilliseconds = 250;

/**
 * Makes an account and mails a link that verifies the address. For an address that has an account already the answer
 * and the time it takes are the same, and its owner is told by mail.
 */
export async function signUp(input: SignUp): Promise<Outcome<undefined>> {
  const counted = await countAttempt("sign-up", { account: input.email });
  if (!counted.ok) return counted;
  const [outcome] = await Promise.all([makeAccount(input), sleep(shortestMilliseconds)]);
  return outcome;
}

async function makeAccount({ email, fullName, password, language, returnTo }: SignUp): Promise<Outcome<undefined>> {
  if (!isLocale(language)) return failed({ code: "choose-one-of-list", field: "language" });
  const hashed = await hashPassword(password);
  if (!hashed.ok) return hashed;
  const userId = newId();
  await withDoor({ kind: "public" }, async (tx) => {
    const made = await insertAccount(tx, { userId, email, fullName, passwordHash: hashed.value, language });
    if (made) {
      const url = await issueEmailLink(tx, { userId, purpose: "verify-email", returnTo });
      await queueMail(tx, { to: email, language, ...verifyEmailMail(language, { fullName, url }) });
      return;
    }
    const owner = await findAccountByEmail(tx, email);
    if (!owner) return;
    const content = alreadySignedUpMail(owner.language, { fullName: owner.fullName });
    await queueMail(tx, { to: email, language: owner.language, ...content });
  });
  return done(undefined);
}
