import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { queueMail } from "~/platform/mail/queue-mail.server";
import { withDoor, type Tx } from "~db/client.server";
import { findAccount } from "~db/repositories/accounts/account.server";
import { findEmployerName } from "~db/repositories/employers/employer.server";
import {
  findMembership,
  moveStaffMembership,
  type MembershipRecord,
} from "~db/repositories/employers/membership.server";
import type { DecideMembership, MembershipDecision } from "./decide-membership.schema";
import { joinDecisionMail } from "./staff-mail.server";

type Move = { readonly from: readonly MembershipRecord["state"][]; readonly to: MembershipRecord["state"] };

/** Somebody turned away or shut out can be let in later: minds change. */
const moves: Readonly<Record<MembershipDecision, Move & { readonly action: string }>> = {
  approve: { from: ["requested", "refused", "closed"], to: "active", action: "join-approved" },
  refuse: { from: ["requested"], to: "refused", action: "join-refused" },
  close: { from: ["active"], to: "closed", action: "access-closed" },
};

/**
 * An owner decides who may act for the business. Owners themselves are not decided about here. Deciding the same again
 * changes nothing. Problem: `stale` when somebody else decided otherwise first.
 */
export async function decideMembership({
  employerId,
  owner,
  now,
  input,
}: {
  employerId: string;
  owner: { readonly userId: string; readonly fullName: string };
  now: Date;
  input: DecideMembership;
}): Promise<Outcome<undefined>> {
  const who = { employerId, userId: input.userId };
  const { from, to, action } = moves[input.decision];
  return withDoor({ kind: "employer", employerId, userId: owner.userId }, async (tx) => {
    const moved = await moveStaffMembership(tx, who, { from, to, at: now, by: owner.userId });
    if (!moved) {
      const current = await findMembership(tx, who);
      return current?.state === to && current.role === "staff" ? done(undefined) : failed({ code: "stale" });
    }
    await writeAudit(tx, {
      ...{ employerId, actorUserId: owner.userId, actorName: owner.fullName, action },
      subject: moved.userId,
      details: { person: moved.fullName },
    });
    if (input.decision !== "close") await tell(tx, moved, input.decision === "approve");
    return done(undefined);
  });
}

async function tell(
  tx: Tx,
  { employerId, userId, fullName, email }: MembershipRecord,
  approved: boolean,
): Promise<void> {
  const language = (await findAccount(tx, userId))?.language ?? "en";
  const business = (await findEmployerName(tx, employerId)) ?? "";
  const content = joinDecisionMail(language, { name: fullName, business, approved, employerId });
  await queueMail(tx, { to: email, language, ...content });
}
