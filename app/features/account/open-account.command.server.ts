import { withDoor } from "~db/client.server";
import { findAccountByEmail, insertAccount, markEmailVerified } from "~db/repositories/accounts/account.server";
import { done, type Outcome } from "~/domain/problem";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import type { Locale } from "~/platform/i18n/languages";
import { hashPassword } from "~/platform/session/password.server";

export type AccountToOpen = {
  readonly email: string;
  readonly fullName: string;
  readonly password: string;
  readonly language: Locale;
};

/**
 * Opens an account whose address needs no verifying: for the command line, never for a visitor. An address that has an
 * account keeps it as it is. Problem: `sign-in-busy`.
 */
export async function openAccount(account: AccountToOpen): Promise<Outcome<{ readonly userId: string }>> {
  const { email, fullName, language } = account;
  const known = await withDoor({ kind: "public" }, (tx) => findAccountByEmail(tx, email));
  if (known) return done({ userId: known.userId });
  const hashed = await hashPassword(account.password);
  if (!hashed.ok) return hashed;
  const userId = newId();
  await withDoor({ kind: "public" }, async (tx) => {
    await insertAccount(tx, { userId, email, fullName, passwordHash: hashed.value, language });
    await markEmailVerified(tx, { userId, at: now() });
  });
  return done({ userId });
}
