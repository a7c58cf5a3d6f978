/*
 * What was signed still fits what is on record: everybody covered is still in the family under the same relationship,
 * coverage starts on the day that the waiting period gives, and the employer pays for each person what the offer gives.
 * A signature does not carry over to another price. 45 CFR 155.725(e). Whole cents a month, no rounding here.
 */
import type { CalendarDate } from "../../calendar/calendar-date";
import type { Relationship } from "../../household/relationship";
import type { Cents } from "../../money/cents";
import type { InitialEnrollment } from "../enrollment-event";
import { block, type PreSendFinding } from "./pre-send-finding";

export const citation = "45 CFR 155.725(e)";

/** A covered person as on record now, with what was signed. */
export type SignedMember = {
  readonly memberId: string;
  /** Null for somebody who has left the family. */
  readonly relationshipNow: Relationship | null;
  readonly signedEmployerShareCents: Cents;
  /** What the offer gives now; undefined where nothing was rated, which other checks say. */
  readonly employerShareNowCents: Cents | undefined;
};

export function signedChoiceFindings(
  event: Pick<InitialEnrollment, "members" | "startOn">,
  { members, startsNowOn }: { readonly members: readonly SignedMember[]; readonly startsNowOn: CalendarDate },
): PreSendFinding[] {
  const findings: PreSendFinding[] = [];
  // A start that has come too early is the waiting period's own finding.
  if (event.startOn > startsNowOn) {
    const params = { startOn: event.startOn, startsNowOn };
    findings.push(block("send-start-not-as-signed", { who: "marketplace", field: "plan", params }));
  }
  for (const member of event.members) {
    const signed = members.find(({ memberId }) => memberId === member.memberId);
    const at = { who: "marketplace", field: "plan", member } as const;
    if (!signed || signed.relationshipNow === null) findings.push(block("send-member-left-family", at));
    else if (signed.relationshipNow !== member.relationship)
      findings.push(block("send-relationship-not-as-signed", at));
    const { signedEmployerShareCents, employerShareNowCents } = signed ?? {};
    if (employerShareNowCents !== undefined && employerShareNowCents !== signedEmployerShareCents) {
      const params = { employerShareCents: signedEmployerShareCents ?? 0, expectedCents: employerShareNowCents };
      findings.push(block("send-member-share-not-as-offered", { ...at, params }));
    }
  }
  return findings;
}
