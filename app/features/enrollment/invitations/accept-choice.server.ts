import { withDoor } from "~db/client.server";
import { findAccountByEmail } from "~db/repositories/accounts/account.server";
import type { AcceptChoice } from "./accept.form";

/** Which account the visitor may go on with: the one signed in, the one of the invitation's address, or a new one. */
export async function acceptChoice(
  invitationEmail: string,
  user: { readonly fullName: string; readonly email: string } | undefined,
): Promise<AcceptChoice> {
  if (user) return { kind: "signed-in", fullName: user.fullName, email: user.email };
  if (invitationEmail === "") return { kind: "letter" };
  const account = await withDoor({ kind: "public" }, (tx) => findAccountByEmail(tx, invitationEmail));
  return { kind: account ? "has-account" : "new", email: invitationEmail };
}
