import PgBoss from "pg-boss";
import type { Tx } from "~db/client.server";
import { runLibraryStatement } from "~db/library-statement.server";
import { invariant } from "../../domain/invariant";
import { log } from "../log.server";

/** The queues, with how often and how patiently each job is tried again. */
export const queues = {
  "send-mail": { retryLimit: 12, retryDelay: 15, retryBackoff: true, expireInSeconds: 120, retentionMinutes: 20_160 },
} as const satisfies Record<string, Omit<PgBoss.Queue, "name">>;

export type QueueName = keyof typeof queues;

/** What a job carries: ids only, so that the queue's tables hold nothing about anybody. */
export type JobData = {
  readonly "send-mail": { readonly messageId: string };
};

export const queueSchema = "pgboss";

// Never started: it only writes the insert statement, which runs in the caller's transaction.
let statementWriter: PgBoss | undefined;
const noDatabaseOfItsOwn: PgBoss.Db = {
  executeSql: () => Promise.reject(new Error("a job is queued in the caller's transaction only")),
};

/** Queues a job in the caller's transaction: it exists when the act does, and not otherwise. */
export async function enqueue<N extends QueueName>(tx: Tx, name: N, data: JobData[N]): Promise<void> {
  statementWriter ??= new PgBoss({ db: noDatabaseOfItsOwn, schema: queueSchema, migrate: false });
  const db: PgBoss.Db = { executeSql: (text, values) => runLibraryStatement(tx, text, values) };
  const jobId = await statementWriter.send(name, data, { db });
  invariant(jobId !== null, `no job was queued in ${name}: the queue does not exist`);
}

export type JobHandlers = { readonly [N in QueueName]: (data: JobData[N]) => Promise<void> };

/**
 * Works through the queues until `stop` is called, one job of each at a time; a job that throws is tried again.
 * `databaseUrl` is the application's role.
 */
export async function workQueues(
  { databaseUrl, pollingSeconds = 2 }: { databaseUrl: string; pollingSeconds?: number },
  handlers: JobHandlers,
): Promise<{ readonly stop: () => Promise<void> }> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: queueSchema,
    migrate: false,
    schedule: false,
    max: 2,
  });
  boss.on("error", (error) => log().error({ err: error }, "job queue"));
  await boss.start();
  for (const name of Object.keys(queues) as QueueName[]) {
    await boss.work<JobData[typeof name]>(name, { pollingIntervalSeconds: pollingSeconds }, async (jobs) => {
      for (const job of jobs) await handlers[name](job.data);
    });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) };
}
