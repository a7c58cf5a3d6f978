import { beforeAll, describe, expect, it } from "vitest";
import { withDoor } from "~db/client.server";
import { newId } from "../id.server";
import { useTestDatabase } from "../testing/test-database";
import { installJobQueue } from "./install-job-queue.server";
import { enqueue, workQueues } from "./job-queue.server";

const database = useTestDatabase();

beforeAll(() => installJobQueue(database.urls));

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!isTrue() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe("the job queue", () => {
  it("keeps a job of an act that is done, from each door, and none of an act that was undone", async () => {
    const messageId = newId();
    await withDoor({ kind: "public" }, (tx) => enqueue(tx, "send-mail", { messageId }));
    await withDoor({ kind: "employer", employerId: newId() }, (tx) => enqueue(tx, "send-mail", { messageId }));
    await withDoor({ kind: "worker" }, (tx) => enqueue(tx, "send-mail", { messageId }));
    const undone = withDoor({ kind: "public" }, async (tx) => {
      await enqueue(tx, "send-mail", { messageId });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    const [kept] = await database.asAdmin(
      (sql) => sql`select count(*)::int as jobs from pgboss.job where name = 'send-mail'`,
    );
    expect(kept).toEqual({ jobs: 3 });
  });

  it("hands each job to the worker until it succeeds, as the application's role", async () => {
    await database.asAdmin(async (sql) => {
      await sql`delete from pgboss.job`;
      await sql`update pgboss.queue set retry_delay = 0, retry_backoff = false`;
    });
    const wanted = newId();
    await withDoor({ kind: "public" }, (tx) => enqueue(tx, "send-mail", { messageId: wanted }));
    const seen: string[] = [];
    const worker = await workQueues(
      { databaseUrl: database.urls.applicationUrl, pollingSeconds: 0.5 },
      {
        "send-mail": async ({ messageId }) => {
          seen.push(messageId);
          if (seen.length === 1) throw new Error("the first try fails");
        },
      },
    );
    await until(() => seen.length >= 2);
    await worker.stop();
    expect(seen).toEqual([wanted, wanted]);
    const [job] = await database.asAdmin((sql) => sql`select state::text, retry_count from pgboss.job`);
    expect(job).toEqual({ state: "completed", retry_count: 1 });
  });

  it("is made a second time without harm", async () => {
    await installJobQueue(database.urls);
    const [queue] = await database.asAdmin(
      (sql) => sql`select retry_limit, retry_backoff from pgboss.queue where name = 'send-mail'`,
    );
    expect(queue).toEqual({ retry_limit: 12, retry_backoff: true });
  });
});
