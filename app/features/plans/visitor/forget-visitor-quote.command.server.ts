import { tokenHash } from "~/platform/session/token.server";
import { withDoor } from "~db/client.server";
import { deleteQuote } from "~db/repositories/quote.server";

/** Once its people are on a roster a quote holds nothing that is still needed. */
export async function forgetVisitorQuote(token: string): Promise<void> {
  await withDoor({ kind: "public" }, (tx) => deleteQuote(tx, tokenHash(token)));
}
