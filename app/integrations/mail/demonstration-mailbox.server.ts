import type { MailCarrier } from "./port";

/** Stands where the mail server would be: each message stays in the queue's table, where the mailbox page shows it. */
export function demonstrationMailbox(): MailCarrier {
  return { carry: async () => ({ outcome: "kept" }), close: () => undefined };
}
