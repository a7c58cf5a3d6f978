import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { queueMail } from "~/platform/mail/queue-mail.server";
import { withDoor } from "~db/client.server";
import { findEinHolder, findEmployerName } from "~db/repositories/employers/employer.server";
import { findMembership, listOwners, requestMembership } from "~db/repositories/employers/membership.server";
import { joinRequestMail } from "../staff/staff-mail.server";
import type { Registrant } from "./register-business.command.server";

/** `open`: the person is in already. `sent`: whatever became of an earlier request, the answer is the same. */
export type JoinAnswer = { readonly kind: "open"; readonly employerId: string } | { readonly kind: "sent" };

/**
 * Asks the owner of the business with this EIN to let the person in. Asking again changes nothing and sends nothing.
 * Problem: `ein-not-registered`.
 */
export async function askToJoin({
  person,
  ein,
  now,
}: {
  person: Registrant;
  ein: string;
  now: Date;
}): Promise<Outcome<JoinAnswer>> {
  const { userId } = person;
  const asked = await withDoor({ kind: "person", userId }, async (tx) => {
    const employerId = await findEinHolder(tx, ein);
    if (employerId === undefined) return undefined;
    const isNew = await requestMembership(tx, { ...person, employerId, at: now });
    const state = isNew ? "requested" : (await findMembership(tx, { employerId, userId }))?.state;
    return { employerId, isNew, state };
  });
  if (!asked) return failed({ code: "ein-not-registered", field: "ein" });
  const { employerId, isNew, state } = asked;
  if (state === "active") return done({ kind: "open", employerId });
  if (isNew) await tellOwners({ employerId, person });
  return done({ kind: "sent" });
}

/** After the request is stored: the person's own door may not read who owns the business, nor write in its record. */
async function tellOwners({ employerId, person }: { employerId: string; person: Registrant }): Promise<void> {
  const { userId, fullName } = person;
  await withDoor({ kind: "employer", employerId, userId }, async (tx) => {
    const business = (await findEmployerName(tx, employerId)) ?? "";
    await writeAudit(tx, {
      ...{ employerId, actorUserId: userId, actorName: fullName, action: "join-requested" },
      subject: userId,
    });
    for (const owner of await listOwners(tx, employerId)) {
      const content = joinRequestMail(owner.language, { ownerName: owner.fullName, business, person, employerId });
      await queueMail(tx, { to: owner.email, language: owner.language, ...content });
    }
  });
}
