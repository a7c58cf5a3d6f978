import { withDoor } from "~db/client.server";
import { findAccountByEmail, insertAccount, markEmailVerified } from "~db/repositories/accounts/account.server";
import { insertOperator } from "~db/repositories/accounts/operator.server";
import { done, type Outcome } from "~/domain/problem";
import { now } from "~/platform/clock.server";
import { parsePosted } from "~/platform/forms/parse-form";
import { newId } from "~/platform/id.server";
import { hashPassword } from "~/platform/session/password.server";
import { newToken } from "~/platform/session/token.server";
import { issueEmailLink } from "../mail/email-link.server";
import { newOperatorSchema } from "./create-operator.schema";

export type CreatedOperator = {
  readonly email: string;
  /** Present when the account is new: the single-use page that sets its password. */
  readonly passwordUrl?: string;
};

/**
 * Makes an operator of the account with this address, or of a new one. `ownerUrl` is the database owner's connection.
 * A new account has a password that nobody knows until the link is used. `words` are as typed.
 */
export async function createOperator(
  words: { readonly email: string; readonly name?: string | undefined },
  ownerUrl: string,
): Promise<Outcome<CreatedOperator>> {
  const parsed = parsePosted(newOperatorSchema, { email: words.email, ...(words.name ? { name: words.name } : {}) });
  if (!parsed.ok) return parsed;
  const { email, name } = parsed.value;
  const unknown = await hashPassword(newToken());
  if (!unknown.ok) return unknown;
  const made = await withDoor({ kind: "public" }, async (tx) => {
    const account = await findAccountByEmail(tx, email);
    if (account) return { userId: account.userId };
    const userId = newId();
    await insertAccount(tx, { userId, email, fullName: name ?? email, passwordHash: unknown.value, language: "en" });
    await markEmailVerified(tx, { userId, at: now() });
    return { userId, passwordUrl: await issueEmailLink(tx, { userId, purpose: "reset-password" }) };
  });
  await insertOperator({ ownerUrl, userId: made.userId });
  return done({ email, ...(made.passwordUrl ? { passwordUrl: made.passwordUrl } : {}) });
}
