import { and, eq, gt, lte } from "drizzle-orm";
import type { Tx } from "../client.server";
import { quotes } from "../schema/quotes";

/** Public door. */
export async function upsertQuote(
  tx: Tx,
  { tokenHash, ...columns }: { tokenHash: string; sealedQuote: string; savedAt: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .insert(quotes)
    .values({ tokenHash, ...columns })
    .onConflictDoUpdate({ target: quotes.tokenHash, set: columns });
}

/** The sealed quote; undefined when it is unknown or too old. Public door. */
export async function findLiveQuote(tx: Tx, { tokenHash, at }: { tokenHash: string; at: Date }) {
  const [quote] = await tx
    .select({ sealedQuote: quotes.sealedQuote, expiresAt: quotes.expiresAt })
    .from(quotes)
    .where(and(eq(quotes.tokenHash, tokenHash), gt(quotes.expiresAt, at)));
  return quote;
}

export async function deleteQuote(tx: Tx, tokenHash: string): Promise<void> {
  await tx.delete(quotes).where(eq(quotes.tokenHash, tokenHash));
}

/** How many were over. */
export async function deleteOverQuotes(tx: Tx, at: Date): Promise<number> {
  const gone = await tx.delete(quotes).where(lte(quotes.expiresAt, at)).returning({ tokenHash: quotes.tokenHash });
  return gone.length;
}
