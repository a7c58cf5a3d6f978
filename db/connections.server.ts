import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { doorStatement } from "./doors";

export type PoolOptions = {
  readonly url: string;
  readonly size: number;
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
};

/** One connection. Once lost it stays lost: its client is thrown away, so nothing is ever sent twice or to the wrong transaction. */
export type Connection = { readonly sql: postgres.Sql; readonly openedAt: number; lost: boolean };

type Waiting = { readonly give: (connection: Connection) => void; readonly refuse: (error: Error) => void };

const waitMs = 10_000;
const lifetimeMs = 30 * 60_000;

/**
 * The pool: postgres.js clients of one connection each, lent to one transaction at a time. The library's own pool hands a
 * connection that broke inside a transaction to the next caller while the first may still send statements on it;
 * with tenants behind row-level security that must be impossible.
 */
export class ConnectionPool {
  readonly #idle: Connection[] = [];
  readonly #all = new Set<Connection>();
  readonly #waiting: Waiting[] = [];
  #opening = 0;
  #closed = false;

  constructor(readonly options: PoolOptions) {}

  async take(): Promise<Connection> {
    if (this.#closed) throw new Error("The database pool is closed.");
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#all.size + this.#opening < this.options.size) return this.#open();
    return this.#wait();
  }

  giveBack(connection: Connection): void {
    const worn = performance.now() - connection.openedAt > lifetimeMs;
    if (connection.lost || worn || this.#closed) {
      this.#discard(connection);
      this.#serveNext();
      return;
    }
    const next = this.#waiting.shift();
    if (next) next.give(connection);
    else this.#idle.push(connection);
  }

  /** Waits for the transactions under way, at most `timeoutSeconds`. */
  async close(timeoutSeconds = 5): Promise<void> {
    this.#closed = true;
    for (const waiting of this.#waiting.splice(0)) waiting.refuse(new Error("The database pool is closed."));
    await Promise.all([...this.#all].map((connection) => connection.sql.end({ timeout: timeoutSeconds })));
    this.#all.clear();
  }

  async #open(): Promise<Connection> {
    this.#opening += 1;
    const connection: Connection = {
      sql: this.#client(() => this.#lose(connection)),
      openedAt: performance.now(),
      lost: false,
    };
    // Dates and JSON stay text from here on: Drizzle reads them itself.
    drizzle(connection.sql);
    try {
      // Signs in and prepares the statement that opens every transaction, so that it later travels together with BEGIN.
      await connection.sql.unsafe(doorStatement, ["none", "", "", ""], { prepare: true });
      this.#all.add(connection);
      return connection;
    } catch (error) {
      this.#lose(connection);
      throw error;
    } finally {
      this.#opening -= 1;
      if (connection.lost) this.#serveNext();
    }
  }

  #client(onclose: () => void): postgres.Sql {
    const { url, statementTimeoutMs, lockTimeoutMs } = this.options;
    return postgres(url, {
      max: 1,
      prepare: true,
      max_lifetime: null,
      connect_timeout: 10,
      onnotice: () => undefined,
      onclose,
      connection: {
        application_name: "shopfront",
        TimeZone: "UTC",
        statement_timeout: statementTimeoutMs,
        lock_timeout: lockTimeoutMs,
        idle_in_transaction_session_timeout: 60_000,
      },
    });
  }

  #lose(connection: Connection): void {
    connection.lost = true;
    this.#discard(connection);
  }

  #discard(connection: Connection): void {
    this.#all.delete(connection);
    const index = this.#idle.indexOf(connection);
    if (index >= 0) this.#idle.splice(index, 1);
    void connection.sql.end({ timeout: connection.lost ? 0 : 5 });
  }

  #wait(): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(new Error(`No database connection became free within ${waitMs / 1000} seconds.`));
      }, waitMs);
      const waiting: Waiting = {
        give: (connection) => (clearTimeout(timer), resolve(connection)),
        refuse: (error) => (clearTimeout(timer), reject(error)),
      };
      this.#waiting.push(waiting);
    });
  }

  #serveNext(): void {
    const next = this.#closed ? undefined : this.#waiting.shift();
    if (next) this.take().then(next.give, next.refuse);
  }
}
