import { withDoor } from "~db/client.server";
import { findAccountByEmail } from "~db/repositories/accounts/account.server";
import { deleteSession } from "~db/repositories/accounts/session.server";
import { done, failed, type Outcome } from "~/domain/problem";
import { countAttempt, forgiveAttempts } from "~/platform/rate-limit/rate-limit.server";
import { checkPassword } from "~/platform/session/password.server";
import { startSession } from "~/platform/session/session.server";
import { tokenHash } from "~/platform/session/token.server";
import type { SignIn } from "./sign-in.schema";

/**
 * Starts a session and ends the one the browser had. A wrong password and an unknown address get the same answer after
 * the same work. The value is the `Set-Cookie` header.
 */
export async function signIn(
  { email, password }: Pick<SignIn, "email" | "password">,
  earlierToken?: string,
): Promise<Outcome<string>> {
  const counted = await countAttempt("sign-in", { account: email });
  if (!counted.ok) return counted;
  const account = await withDoor({ kind: "public" }, (tx) => findAccountByEmail(tx, email));
  const checked = await checkPassword(password, account?.passwordHash);
  if (!checked.ok) return checked;
  if (!account || !checked.value) return failed({ code: "sign-in-failed" });
  const cookie = await withDoor({ kind: "public" }, async (tx) => {
    if (earlierToken) await deleteSession(tx, tokenHash(earlierToken));
    return startSession(tx, account.userId);
  });
  await forgiveAttempts("sign-in", email);
  return done(cookie);
}
