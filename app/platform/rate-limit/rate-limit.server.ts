import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { withDoor } from "~db/client.server";
import { runLibraryStatement } from "~db/library-statement.server";
import { failed, done, type Outcome } from "../../domain/problem";
import { clientAddress } from "../request/request-memory.server";

/** Attempts in a window of minutes: for one account (or one link), and from one network address. */
const limits = {
  "sign-in": { windowMinutes: 15, perAccount: 10, perAddress: 200 },
  "sign-up": { windowMinutes: 60, perAccount: 5, perAddress: 100 },
  "password-reset": { windowMinutes: 60, perAccount: 5, perAddress: 50 },
  "email-verification": { windowMinutes: 60, perAccount: 10, perAddress: 100 },
  invitation: { windowMinutes: 15, perAccount: 10, perAddress: 100 },
  quote: { windowMinutes: 15, perAccount: 40, perAddress: 80 },
  "quote-prices": { windowMinutes: 15, perAccount: 120, perAddress: 300 },
  "invitation-mail": { windowMinutes: 60, perAccount: 3, perAddress: 200 },
} as const;

export type LimitedAct = keyof typeof limits;
type Counter = "perAccount" | "perAddress";

export const rateLimitTable = "rate_limits";

type LibraryQuery = { readonly text: string; readonly values?: unknown[] };

// The library speaks to a client with `query`; each of its statements is a whole act and needs no door.
const client = {
  query: ({ text, values = [] }: LibraryQuery) =>
    withDoor({ kind: "public" }, (tx) => runLibraryStatement(tx, text, values)),
};

const limiters = new Map<string, RateLimiterPostgres>();

function limiterFor(act: LimitedAct, counter: Counter): RateLimiterPostgres {
  const keyPrefix = `${act}/${counter === "perAccount" ? "account" : "address"}`;
  const known = limiters.get(keyPrefix);
  if (known) return known;
  const limiter = new RateLimiterPostgres({
    storeClient: client,
    storeType: "client",
    tableName: rateLimitTable,
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points: limits[act][counter],
    duration: limits[act].windowMinutes * 60,
  });
  limiters.set(keyPrefix, limiter);
  return limiter;
}

/** What is counted is kept as a hash: the table must not be a list of who has an account. */
function keyOf(text: string): string {
  return createHash("sha256").update(text.trim().toLowerCase(), "utf8").digest("base64url").slice(0, 32);
}

/**
 * Counts one attempt before the work is done. `account` is the e-mail address, or the hash of the link. The problem
 * `too-many-attempts` says in how many minutes to come back; nobody is locked out for good.
 */
export async function countAttempt(
  act: LimitedAct,
  { account, address = clientAddress() }: { account?: string; address?: string },
): Promise<Outcome<undefined>> {
  const byAddress = await consume(limiterFor(act, "perAddress"), keyOf(address));
  if (!byAddress.ok || account === undefined) return byAddress;
  return consume(limiterFor(act, "perAccount"), keyOf(account));
}

/** After the right password the earlier wrong ones no longer count. */
export async function forgiveAttempts(act: LimitedAct, account: string): Promise<void> {
  await limiterFor(act, "perAccount").delete(keyOf(account));
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<Outcome<undefined>> {
  try {
    await limiter.consume(key);
    return done(undefined);
  } catch (refusal) {
    // The library rejects with its result when the limit is reached, and with an Error when something broke.
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const minutes = Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000));
    return failed({ code: "too-many-attempts", params: { minutes } });
  }
}

/** Rows whose window is over; for the timetable. */
export async function clearOldAttempts(): Promise<void> {
  await withDoor({ kind: "public" }, (tx) =>
    runLibraryStatement(tx, `delete from ${rateLimitTable} where expire < $1`, [Date.now() - 3_600_000]),
  );
}
