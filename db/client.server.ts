import { setTimeout as sleep } from "node:timers/promises";
import { env } from "../app/platform/env.server";
import { ConnectionPool } from "./connections.server";
import type { Door } from "./doors";
import { runTransaction, type TransactionOptions, type Tx } from "./transaction.server";

export type { Door } from "./doors";
export { countStatements, type Tx } from "./transaction.server";

export type DoorOptions = TransactionOptions & {
  /** How often to begin again after a serialization failure or a deadlock; 5 for serializable, else 0. */
  readonly retries?: number;
};

const poolSlot = Symbol.for("shopfront.connection-pool");
// The server and the built pages are two module graphs of one process and share one pool.
const holder = globalThis as { [poolSlot]?: ConnectionPool | undefined };

const retryableCodes = ["40001", "40P01"];

/** Opens the process's one pool. Without this, the first transaction opens it on DATABASE_URL. */
export function openPool(url: string, { size = env().databasePoolSize }: { size?: number } = {}): void {
  const open = holder[poolSlot];
  if (open && open.options.url !== url) throw new Error("The database pool is open on another database.");
  const { statementTimeoutMs, lockTimeoutMs } = env();
  holder[poolSlot] = open ?? new ConnectionPool({ url, size, statementTimeoutMs, lockTimeoutMs });
}

export async function closePool(): Promise<void> {
  const open = holder[poolSlot];
  holder[poolSlot] = undefined;
  await open?.close();
}

function pool(): ConnectionPool {
  if (!holder[poolSlot]) {
    const url = env().databaseUrl;
    if (!url) throw new Error("No database is open: DATABASE_URL is not set and openPool was not called.");
    openPool(url);
  }
  const open = holder[poolSlot];
  if (!open) throw new Error("No database is open.");
  return open;
}

/**
 * Runs `work` in one transaction that sees what this door may see, and commits when it returns. With `retries`, `work` may run
 * again from its beginning, so it must not act outside the database.
 */
export async function withDoor<T>(door: Door, work: (tx: Tx) => Promise<T>, options: DoorOptions = {}): Promise<T> {
  const retries = options.retries ?? (options.isolation === "serializable" ? 5 : 0);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await once(door, work, options);
    } catch (error) {
      const code = postgresErrorCode(error);
      if (attempt >= retries || code === undefined || !retryableCodes.includes(code)) throw error;
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}

async function once<T>(door: Door, work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
  const from = pool();
  const connection = await from.take();
  try {
    return await runTransaction(connection, { door, work, options });
  } finally {
    from.giveBack(connection);
  }
}

/** PostgreSQL's five-character code behind an error, also when Drizzle wrapped it; undefined for any other error. */
export function postgresErrorCode(error: unknown): string | undefined {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    const code: unknown = Reflect.get(current, "code");
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}
