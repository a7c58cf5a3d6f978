import { shortName } from "~/domain/household/same-person";
import type { PricedPerson } from "~/domain/enrollment/signed-choice.rule";
import type { Problem } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { now } from "~/platform/clock.server";
import { queueMail } from "~/platform/mail/queue-mail.server";
import type { Tx } from "~db/client.server";
import { findAccount } from "~db/repositories/accounts/account.server";
import { findBusinessName } from "~db/repositories/employers/employer.server";
import { supersedeElectionsOf } from "~db/repositories/enrollment/election.server";
import { touchedChoices, type SignedChoice } from "~db/repositories/enrollment/signed-choice.server";
import type { EmployeeRecord } from "~db/repositories/roster/employee.server";
import type { RosterAct } from "./roster-act.server";
import { signAgainMail } from "./sign-again-mail.server";

/** A change of somebody who may be covered; `after` is null for somebody who leaves the family. */
export type CoveredChange = {
  readonly memberId: string;
  /** The person who changes, as on file before. */
  readonly person: { readonly firstName: string; readonly lastName: string };
  readonly before: PricedPerson;
  readonly after: PricedPerson | null;
  /** Whose family it is. */
  readonly employee: EmployeeRecord;
};

/**
 * Takes back signed choices that the change touches, as the employee's own changes do, and asks the employee by mail to
 * check and sign again. When nothing can be signed again and the price would change, the answer is the Problem
 * `signed-choice-is-fixed` {name}. `isOpenAgain` tells whether something was taken back.
 */
export async function reopenSignedChoices(
  tx: Tx,
  act: RosterAct,
  change: CoveredChange,
): Promise<{ readonly problem?: Problem; readonly isOpenAgain: boolean }> {
  const { employerId, today } = act;
  const { memberId } = change;
  const { isFixed, toSignAgain } = await touchedChoices(tx, { employerId, memberId }, { ...change, today });
  const name = shortName(change.person);
  if (isFixed) return { problem: { code: "signed-choice-is-fixed", params: { name } }, isOpenAgain: false };
  for (const choice of toSignAgain) await takeBack(tx, act, { choice, change });
  return { isOpenAgain: toSignAgain.length > 0 };
}

async function takeBack(
  tx: Tx,
  { employerId, userId, actorName }: RosterAct,
  { choice, change }: { choice: SignedChoice; change: CoveredChange },
): Promise<void> {
  const { applicationId, employeeId, offer } = choice;
  const { memberId, employee } = change;
  await supersedeElectionsOf(tx, employerId, { applicationId, employeeId, memberId, at: now() });
  await writeAudit(tx, {
    ...{ employerId, actorUserId: userId, actorName, subject: employeeId },
    action: "coverage-signature-taken-back",
    details: { name: shortName(employee) },
  });
  const account = employee.userId === null ? undefined : await findAccount(tx, employee.userId);
  const to = account?.email ?? employee.email;
  if (to === null) return;
  const { language } = employee;
  const business = (await findBusinessName(tx, employerId)) ?? "";
  const mail = signAgainMail(language, { business, employerId, change, closesOn: offer.closesOn });
  await queueMail(tx, { ...mail, to, language });
}
