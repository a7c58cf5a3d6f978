import { insertAuditEntry, type AuditDetails } from "~db/repositories/audit.server";
import type { Tx } from "~db/client.server";
import { invariant } from "../domain/invariant";

// A second net: what must never be in the record does not get there under another name.
const looksSecret = /\b\d{3}-\d{2}-\d{4}\b|\b\d{9}\b|\$argon2/;
const secretName = /ssn|socialsecurity|password|token/i;

/** One line in the business's record of who did what, in the transaction of the act. `action` is a key under `audit.`. */
export async function writeAudit(
  tx: Tx,
  entry: {
    readonly employerId: string;
    readonly actorUserId: string | null;
    readonly actorName: string;
    readonly action: string;
    readonly subject?: string | undefined;
    readonly details?: AuditDetails;
  },
): Promise<void> {
  const details = entry.details ?? {};
  for (const [name, value] of Object.entries(details)) {
    const hidden = name !== "ein" && typeof value === "string" && looksSecret.test(value);
    const clean = !secretName.test(name) && !hidden;
    invariant(clean, `the audit detail ${name} of ${entry.action} may hold a secret`);
  }
  await insertAuditEntry(tx, { ...entry, subject: entry.subject ?? null, details });
}
