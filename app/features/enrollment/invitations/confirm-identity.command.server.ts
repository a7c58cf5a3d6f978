import { fullName, type NameSuffix } from "~/domain/household/person-name";
import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { countAttempt } from "~/platform/rate-limit/rate-limit.server";
import { tokenHash } from "~/platform/session/token.server";
import { withDoor } from "~db/client.server";
import { lockInvitation, saveFailedAttempt, type InvitationRecord } from "~db/repositories/roster/invitation.server";
import type { Identity } from "./identity.schema";
import { mostFailedAttempts } from "./invitation-state.server";
import { placeOfToken, stateOf, type Clock } from "./open-invitation.command.server";
import { isSameLastName } from "./same-last-name.server";

/**
 * Compares what the visitor says with the roster and gives the invitation's id. The fifth wrong answer revokes the link.
 * Problems: `identity-not-matched` {count: tries left}, `invitation-not-usable`, `too-many-attempts`.
 */
export async function confirmIdentity(token: string, identity: Identity, clock: Clock): Promise<Outcome<string>> {
  const counted = await countAttempt("invitation", { account: tokenHash(token) });
  if (!counted.ok) return counted;
  const place = await placeOfToken(token);
  if (!place) return failed({ code: "invitation-not-usable" });
  const { employerId } = place;
  return withDoor({ kind: "employer", employerId }, async (tx): Promise<Outcome<string>> => {
    const record = await lockInvitation(tx, place);
    if (!record || stateOf(record, clock) !== "live") return failed({ code: "invitation-not-usable" });
    if (isSamePerson(record, identity)) return done(record.invitationId);
    const failedAttempts = record.failedAttempts + 1;
    const count = mostFailedAttempts - failedAttempts;
    const revokedAt = count > 0 ? null : clock.now;
    await saveFailedAttempt(tx, place, { failedAttempts, revokedAt });
    if (count > 0) return failed({ code: "identity-not-matched", params: { count } });
    const actor = { employerId, actorUserId: null, actorName: "Shopfront", subject: record.employeeId };
    await writeAudit(tx, { ...actor, action: "invitation-locked", details: { name: nameOnRoster(record) } });
    return failed({ code: "invitation-not-usable" });
  });
}

function isSamePerson(record: InvitationRecord, { lastName, bornOn }: Identity): boolean {
  return record.bornOn === bornOn && isSameLastName(lastName, record.lastName);
}

export function nameOnRoster({ firstName, middleName, lastName, suffix }: InvitationRecord): string {
  return fullName({ first: firstName, middle: middleName, last: lastName, suffix: suffix as NameSuffix | null });
}
