/*
 * What is sent to an insurer must be right before it leaves: an acknowledgment proves only that the file could be
 * read. Every enrollment passes these checks; one `block` keeps it back, a `warn` goes along and is shown.
 * 45 CFR 155.720(c): the exchange transmits enrollment information to the issuers.
 */
import type { InitialEnrollment } from "../enrollment-event";
import { contactFindings } from "./contact-checks.rule";
import { coverageFindings } from "./coverage-checks.rule";
import { familyFindings } from "./family-checks.rule";
import { identityFindings } from "./identity-checks.rule";
import { moneyFindings } from "./money-checks.rule";
import { partyFindings } from "./party-checks.rule";
import type { PreSendCheck, PreSendContext, PreSendFinding } from "./pre-send-finding";

export const citation = "45 CFR 155.720(c)";

const checks: readonly PreSendCheck[] = [
  familyFindings,
  identityFindings,
  coverageFindings,
  moneyFindings,
  contactFindings,
  partyFindings,
];

/** Every finding about an initial enrollment; empty when there is nothing to say. */
export function preSendFindings(event: InitialEnrollment, context: PreSendContext): PreSendFinding[] {
  return checks.flatMap((check) => check(event, context));
}

/** May it be sent? Warnings do not keep it back. */
export function maySend(findings: readonly PreSendFinding[]): boolean {
  return findings.every((finding) => finding.severity !== "block");
}
