import { AsyncLocalStorage } from "node:async_hooks";
import { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import type { Connection } from "./connections.server";
import { type Door, doorSettings, doorStatement } from "./doors";

/** Drizzle's handle inside one transaction. `tx.transaction(...)` makes a savepoint. */
export type Tx = PostgresJsTransaction<Record<string, never>, Record<string, never>>;

export type TransactionOptions = {
  readonly isolation?: "serializable" | undefined;
  readonly readOnly?: boolean | undefined;
};

const dialect = new PgDialect();
/** Statements with more parameters come in too many lengths to be worth remembering on the server. */
const rememberUpToParameters = 60;
const beginning = {
  plain: "begin",
  readOnly: "begin read only",
  serializable: "begin isolation level serializable",
  serializableReadOnly: "begin isolation level serializable read only",
} as const;

const counterKey = Symbol.for("shopfront.statement-counter");
// The server and the built pages are two module graphs of one process and count together.
const globals = globalThis as typeof globalThis & { [counterKey]?: AsyncLocalStorage<{ statements: number }> };
const counters = (globals[counterKey] ??= new AsyncLocalStorage());

/** How many data statements `work` sent; BEGIN, the door, savepoints and COMMIT do not count. */
export async function countStatements<T>(work: () => Promise<T>): Promise<{ result: T; statements: number }> {
  const counter = { statements: 0 };
  const result = await counters.run(counter, work);
  return { result, statements: counter.statements };
}

/**
 * One transaction behind one door. BEGIN, the door and the first statement leave in one flush; whatever fails, nothing
 * is kept. The caller owns the connection before and after.
 */
export async function runTransaction<T>(
  connection: Connection,
  { door, work, options }: { door: Door; work: (tx: Tx) => Promise<T>; options: TransactionOptions },
): Promise<T> {
  const settings = doorSettings(door);
  const { sql } = connection;
  const opening = Promise.allSettled([
    sql.unsafe(beginText(options)).execute(),
    sql.unsafe(doorStatement, settings, { prepare: true }).execute(),
  ]);
  let ended = false;
  const usable = () => {
    if (ended) throw new Error("This transaction is over.");
    if (connection.lost) throw new Error("The connection to the database was lost.");
  };
  try {
    const session: Session = new PostgresJsSession(boundClient(connection, usable), dialect, undefined);
    const [worked] = await Promise.allSettled([work(transactionOn(session))]);
    // When the opening failed, its reason counts: every later failure follows from it.
    for (const step of await opening) if (step.status === "rejected") throw step.reason;
    if (worked.status === "rejected") throw worked.reason;
    usable();
    ended = true;
    const { command } = await sql.unsafe("commit");
    if (command !== "COMMIT") {
      throw new Error("A statement of this transaction failed and its error was passed over: nothing was kept.");
    }
    return worked.value;
  } catch (error) {
    if (!ended && !connection.lost) await rollBack(connection);
    ended = true;
    throw error;
  }
}

function beginText({ isolation, readOnly = false }: TransactionOptions): string {
  if (isolation === "serializable") return readOnly ? beginning.serializableReadOnly : beginning.serializable;
  return readOnly ? beginning.readOnly : beginning.plain;
}

type Session = PostgresJsSession<postgres.Sql, Record<string, never>, Record<string, never>>;
type SessionOfTransaction = ConstructorParameters<
  typeof PostgresJsTransaction<Record<string, never>, Record<string, never>>
>[1];

/** Drizzle's declaration asks for a session on postgres.js's own transaction; ours offers the same calls. */
function transactionOn(session: Session): Tx {
  return new PostgresJsTransaction(dialect, session as unknown as SessionOfTransaction, undefined);
}

async function rollBack(connection: Connection): Promise<void> {
  try {
    await connection.sql.unsafe("rollback");
  } catch {
    // The server forgets a transaction whose connection broke; the first error is the one to report.
    connection.lost = true;
  }
}

/** The part of a postgres.js client that Drizzle uses inside a transaction. */
function boundClient(connection: Connection, usable: () => void): postgres.Sql {
  const { sql } = connection;
  let savepoints = 0;
  const client = {
    options: sql.options,
    unsafe(text: string, parameters: postgres.ParameterOrJSON<never>[] = []) {
      usable();
      // Inside a pipeline postgres.js would blame another statement for this one.
      if (parameters.some((value) => value === undefined)) throw new Error(`A parameter is undefined in: ${text}`);
      const counter = counters.getStore();
      if (counter) counter.statements += 1;
      return sql.unsafe(text, parameters, { prepare: parameters.length <= rememberUpToParameters });
    },
    async savepoint<T>(work: (inner: postgres.Sql) => Promise<T>): Promise<T> {
      usable();
      const name = `s${(savepoints += 1)}`;
      await sql.unsafe(`savepoint ${name}`);
      try {
        const result = await work(client);
        usable();
        await sql.unsafe(`release savepoint ${name}`);
        return result;
      } catch (error) {
        usable();
        await sql.unsafe(`rollback to savepoint ${name}`);
        throw error;
      }
    },
  } as unknown as postgres.Sql;
  return client;
}
