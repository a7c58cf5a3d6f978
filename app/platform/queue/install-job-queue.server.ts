import PgBoss from "pg-boss";
import { queues, queueSchema } from "./job-queue.server";

/**
 * Makes or upgrades the queue's tables and queues as their owner, after our own migrations, and lets the application's
 * role and the worker's door queue and work jobs. Safe to repeat.
 */
export async function installJobQueue({
  ownerUrl,
  applicationUrl,
}: {
  ownerUrl: string;
  applicationUrl: string;
}): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: queueSchema,
    supervise: false,
    schedule: false,
    max: 1,
  });
  const problems: Error[] = [];
  boss.on("error", (error) => problems.push(error));
  await boss.start();
  try {
    for (const [name, options] of Object.entries(queues)) {
      await boss.createQueue(name, { name, ...options });
      await boss.updateQueue(name, { name, ...options });
    }
    const application = decodeURIComponent(new URL(applicationUrl).username);
    await boss.getDb().executeSql(grantsTo([application, "shopfront_worker"]), []);
  } finally {
    await boss.stop({ graceful: false });
  }
  const [problem] = problems;
  if (problem) throw problem;
}

function grantsTo(roles: readonly string[]): string {
  const names = roles.map((role) => `"${role.replaceAll('"', '""')}"`).join(", ");
  return `
    do $$ begin
      grant usage on schema ${queueSchema} to ${names};
      grant select, insert, update, delete on all tables in schema ${queueSchema} to ${names};
    end $$`;
}
