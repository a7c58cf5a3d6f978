import { makeMailCarrier } from "../platform/mail/carrier.server";
import { workQueues } from "../platform/queue/job-queue.server";
import { sendMail } from "../features/account/mail/send-mail.command.server";

/** Sends mail as it is queued, until `stop` is called. `databaseUrl` is the application's role. */
export async function startMailQueue({
  databaseUrl,
}: {
  databaseUrl: string;
}): Promise<{ readonly stop: () => Promise<void> }> {
  const carrier = makeMailCarrier();
  const worker = await workQueues({ databaseUrl }, { "send-mail": (job) => sendMail(carrier, job) });
  return {
    stop: async () => {
      await worker.stop();
      carrier.close();
    },
  };
}
