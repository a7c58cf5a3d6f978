/*
 * The members' premiums add up to the family's, and the employer's and the employee's shares add up to it too.
 * Each premium is the one the rate table gives, the employer's share the one the offer gives. 45 CFR 147.102 (rates).
 * Whole cents, no rounding here. A group rated by composite tier has only a total: its members' premiums are all 0.
 */
import { sumCents, zeroCents } from "../../money/cents";
import type { InitialEnrollment } from "../enrollment-event";
import { block, type PreSendContext, type PreSendFinding } from "./pre-send-finding";

export const citation = "45 CFR 147.102";

function signFindings(event: InitialEnrollment): PreSendFinding[] {
  const amounts = { totalPremiumCents: event.totalPremiumCents, employerShareCents: event.employerShareCents };
  const all = { ...amounts, employeeShareCents: event.employeeShareCents };
  const bad = (value: number) => !Number.isSafeInteger(value) || value < 0;
  const family = Object.entries(all).flatMap(([field, value]) =>
    bad(value) ? [block("send-amount-negative", { who: "marketplace", field })] : [],
  );
  const members = event.members.flatMap((member) =>
    bad(member.premiumCents)
      ? [block("send-amount-negative", { who: "marketplace", member, field: "premiumCents" })]
      : [],
  );
  return [...family, ...members];
}

function sumFindings(event: InitialEnrollment): PreSendFinding[] {
  const { members, totalPremiumCents, employerShareCents, employeeShareCents } = event;
  const findings: PreSendFinding[] = [];
  const membersCents = sumCents(members.map((member) => member.premiumCents));
  const isComposite = members.every((member) => member.premiumCents === zeroCents);
  if (!isComposite && membersCents !== totalPremiumCents) {
    const params = { membersCents, totalPremiumCents };
    findings.push(block("send-premiums-do-not-add-up", { who: "marketplace", field: "totalPremiumCents", params }));
  }
  const sharesCents = sumCents([employerShareCents, employeeShareCents]);
  if (sharesCents !== totalPremiumCents) {
    const params = { sharesCents, totalPremiumCents };
    findings.push(block("send-shares-do-not-add-up", { who: "marketplace", field: "employerShareCents", params }));
  }
  return findings;
}

function expectedFindings(event: InitialEnrollment, context: PreSendContext): PreSendFinding[] {
  const findings = event.members.flatMap((member) => {
    const expectedCents = context.expectedPremiumCents.get(member.memberId);
    if (expectedCents === member.premiumCents) return [];
    const params = { premiumCents: member.premiumCents, ...(expectedCents !== undefined && { expectedCents }) };
    return [block("send-premium-not-as-rated", { who: "marketplace", member, field: "premiumCents", params })];
  });
  const { expectedEmployerShareCents: expectedCents } = context;
  if (event.employerShareCents !== expectedCents) {
    const params = { employerShareCents: event.employerShareCents, expectedCents };
    findings.push(block("send-share-not-as-offered", { who: "marketplace", field: "employerShareCents", params }));
  }
  return findings;
}

export function moneyFindings(event: InitialEnrollment, context: PreSendContext): PreSendFinding[] {
  const signs = signFindings(event);
  return signs.length > 0 ? signs : [...sumFindings(event), ...expectedFindings(event, context)];
}
