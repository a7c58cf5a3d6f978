import type { PricedPerson } from "~/domain/enrollment/signed-choice.rule";
import { failed, type Outcome, type Problem } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import type { Tx } from "~db/client.server";
import { supersedeElectionsOf } from "~db/repositories/enrollment/election.server";
import type { OwnApplication } from "~db/repositories/enrollment/own-coverage.server";
import { touchedChoices } from "~db/repositories/enrollment/signed-choice.server";
import { lockRoster } from "~db/repositories/roster/employee.server";
import { serializably } from "~db/serializably.server";
import type { OwnAct } from "./coverage-scene.server";

/** What an employee changes about themselves or the family, with what a change may undo. */
export type OwnRecordAct = OwnAct & {
  readonly actorName: string;
  readonly asksTobacco: boolean;
  readonly application: OwnApplication | null;
  readonly now: Date;
};

/**
 * Changes the person's own part of the roster. It goes through the employer's door, because numbers are compared with
 * everybody's of the business; who may do so was decided by the guard, and `employeeId` is the guard's.
 */
export async function withOwnRecord<T>(
  { employer: { employerId }, userId }: OwnAct,
  work: (tx: Tx) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return serializably({ kind: "employer", employerId, userId }, async (tx) => {
    if (!(await lockRoster(tx, employerId))) return failed({ code: "stale" });
    return work(tx);
  });
}

/**
 * Takes back signed choices that a change of a covered person touches: an amount that was signed must not change by
 * itself, so it is signed again. When nothing can be signed again and the price would change, the answer is the Problem
 * `signed-choice-is-fixed` {name}. `isOpenAgain` tells whether something was taken back.
 */
export async function reopenChoicesOf(
  tx: Tx,
  { employer: { employerId }, today, userId, actorName, now }: OwnRecordAct,
  { memberId, name, ...change }: { memberId: string; name: string; before: PricedPerson; after: PricedPerson | null },
): Promise<{ readonly problem?: Problem; readonly isOpenAgain: boolean }> {
  const { isFixed, toSignAgain } = await touchedChoices(tx, { employerId, memberId }, { ...change, today });
  if (isFixed) return { problem: { code: "signed-choice-is-fixed", params: { name } }, isOpenAgain: false };
  for (const { applicationId, employeeId } of toSignAgain) {
    await supersedeElectionsOf(tx, employerId, { applicationId, employeeId, memberId, at: now });
    const actor = { employerId, actorUserId: userId, actorName, subject: employeeId };
    await writeAudit(tx, { ...actor, action: "coverage-to-sign-again", details: { name: actorName } });
  }
  return { isOpenAgain: toSignAgain.length > 0 };
}
