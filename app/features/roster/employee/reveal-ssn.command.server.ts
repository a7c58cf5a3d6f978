import { shortName } from "~/domain/household/same-person";
import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { openSsn } from "~/platform/secrets/ssn.server";
import { withDoor, type Tx } from "~db/client.server";
import { findDependent } from "~db/repositories/roster/dependent.server";
import { findEmployee } from "~db/repositories/roster/employee.server";
import type { RosterAct } from "../roster-act.server";
import type { RevealSsnInput } from "./reveal-ssn.schema";

type RevealSsn = Pick<RosterAct, "employerId" | "userId" | "actorName"> & {
  readonly employeeId: string;
  readonly input: RevealSsnInput;
};

/**
 * The whole number of an employee or of somebody in the family, `123-45-6788`, with a line in the record of who saw it and
 * why. Problem: `ssn-not-on-file`.
 */
export async function revealSsn(act: RevealSsn): Promise<Outcome<{ readonly name: string; readonly number: string }>> {
  const { employerId, userId, input } = act;
  return withDoor({ kind: "employer", employerId, userId }, async (tx) => {
    const found = await findSealed(tx, act);
    if (!found?.sealed) return failed({ code: "ssn-not-on-file" });
    const { table, name, sealed } = found;
    const digits = openSsn({ table, employerId, rowId: input.memberId }, sealed).reveal();
    await writeAudit(tx, {
      ...{ employerId, actorUserId: userId, actorName: act.actorName, action: "number-revealed" },
      ...{
        subject: input.memberId,
        details: { name, reason: input.reason, explanation: withoutNumbers(input.explanation) },
      },
    });
    return done({ name, number: `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}` });
  });
}

async function findSealed(tx: Tx, { employerId, employeeId, input: { memberId } }: RevealSsn) {
  if (memberId === employeeId) {
    const row = await findEmployee(tx, { employerId, employeeId });
    return row && { table: "employees" as const, name: shortName(row), sealed: row.ssnSealed };
  }
  const row = await findDependent(tx, { employerId, dependentId: memberId });
  if (row?.employeeId !== employeeId || row.removedAt !== null) return undefined;
  return { table: "dependents" as const, name: shortName(row), sealed: row.ssnSealed };
}

/** Somebody may type the number itself as the explanation; the record keeps none. */
function withoutNumbers(text: string): string {
  return text.replaceAll(/\d(?:[\s-]?\d){6,}/g, "…");
}
