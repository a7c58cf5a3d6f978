import { z } from "zod";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { censusMostPeople, type CensusPerson } from "~/domain/household/census";
import { relationships } from "~/domain/household/relationship";
import type { BasisPoints } from "~/domain/money/cents";
import { now } from "~/platform/clock.server";
import { oncePerRequest } from "~/platform/request/request-memory.server";
import { openText, SealBrokenError, sealText, type SealedPlace } from "~/platform/secrets/sealing.server";
import { quoteCookieOf, quoteDays } from "~/platform/session/quote-cookie.server";
import { tokenHash } from "~/platform/session/token.server";
import { withDoor, type Tx } from "~db/client.server";
import { findLiveQuote, upsertQuote } from "~db/repositories/quote.server";

const day = z.string().transform((text) => text as CalendarDate);
const share = z
  .number()
  .int()
  .min(0)
  .max(10_000)
  .transform((value) => value as BasisPoints);
const person: z.ZodType<CensusPerson> = z.object({
  relationship: z.enum(relationships),
  firstName: z.string().max(5_000),
  lastName: z.string().max(5_000),
  bornOn: day.nullable(),
  ageYears: z.number().int().min(0).nullable(),
  usesTobacco: z.boolean(),
  hiredOn: day.nullable(),
});

/** Everything of a quote; stored sealed as one text. */
const quoteSchema = z.object({
  zip: z.string(),
  countyFips: z.string(),
  countyName: z.string(),
  state: z.string(),
  startOn: day,
  census: z.array(z.array(person).min(1)).max(censusMostPeople),
  /** The form as it was filled in, by input name. */
  typed: z.record(z.string().max(200), z.array(z.string().max(100_000))),
  employeeBasisPoints: share,
  dependentsBasisPoints: share,
});
export type VisitorQuote = z.output<typeof quoteSchema>;

function placeOf(hashed: string): SealedPlace {
  return { table: "quotes", column: "sealed_quote", owner: `quote:${hashed}`, rowId: hashed };
}

/** Public door. */
export async function storeQuote(tx: Tx, { token, quote }: { token: string; quote: VisitorQuote }): Promise<void> {
  const savedAt = now();
  const expiresAt = new Date(savedAt.getTime() + quoteDays * 86_400_000);
  const hashed = tokenHash(token);
  const sealedQuote = sealText(placeOf(hashed), JSON.stringify(quote));
  await upsertQuote(tx, { tokenHash: hashed, sealedQuote, savedAt, expiresAt });
}

/** Undefined when there is none, when it is too old, or when it no longer opens (the installation's key was changed). */
export async function openQuote(token: string): Promise<VisitorQuote | undefined> {
  const hashed = tokenHash(token);
  const stored = await withDoor({ kind: "public" }, (tx) => findLiveQuote(tx, { tokenHash: hashed, at: now() }), {
    readOnly: true,
  });
  if (!stored) return undefined;
  try {
    return quoteSchema.parse(JSON.parse(openText(placeOf(hashed), stored.sealedQuote)));
  } catch (error) {
    if (error instanceof SealBrokenError) return undefined;
    throw error;
  }
}

/** The quote that the visitor's browser carries, with its token. */
export async function findVisitorQuote(
  request: Request,
): Promise<{ readonly token: string; readonly quote: VisitorQuote } | undefined> {
  const carried = quoteCookieOf(request);
  if (!carried) return undefined;
  const { token } = carried;
  const quote = await oncePerRequest(`quote ${tokenHash(token)}`, () => openQuote(token));
  return quote && { token, quote };
}
