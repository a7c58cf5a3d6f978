/*
 * The file goes to the issuer of the plan, names the employer with its nine-digit EIN and the group's policy number,
 * and the broker, where there is one, with a National Producer Number. 45 CFR 155.720(c). The exchange's policy
 * number has at most 50 characters that X12 can carry.
 */
import type { InitialEnrollment } from "../enrollment-event";
import { block, isOneDigitRepeated, warn, type PreSendContext, type PreSendFinding } from "./pre-send-finding";
import { textFinding } from "./text-fits";

export const citation = "45 CFR 155.720(c)";

const number = /^[A-Za-z0-9]([A-Za-z0-9 ./-]{0,48}[A-Za-z0-9])?$/;
const isTaxNumber = (digits: string) => /^\d{9}$/.test(digits) && !isOneDigitRepeated(digits);

function employerFindings(
  { employer, groupPolicyNumber }: InitialEnrollment,
  context: PreSendContext,
): PreSendFinding[] {
  const name = { field: "employer.legalName", value: employer.legalName, min: 1, max: 60, required: true };
  const findings = textFinding({ ...name, who: "employer" }, context.rules);
  if (!isTaxNumber(employer.ein))
    findings.push(block("send-ein-malformed", { who: "employer", field: "employer.ein" }));
  if (!number.test(groupPolicyNumber)) {
    findings.push(block("send-group-policy-number-missing", { who: "issuer", field: "groupPolicyNumber" }));
  }
  return findings;
}

function issuerFindings({ issuer }: InitialEnrollment, context: PreSendContext): PreSendFinding[] {
  const name = { field: "issuer.name", value: issuer.name, min: 1, max: 60, required: true };
  const findings = textFinding({ ...name, who: "issuer" }, context.rules);
  if (!/^\d{5}$/.test(issuer.issuerId) || issuer.issuerId !== context.receiverIssuerId) {
    const params = { issuerId: issuer.issuerId, receiver: context.receiverIssuerId };
    findings.push(block("send-wrong-receiver", { who: "marketplace", field: "issuer.issuerId", params }));
  }
  if (issuer.federalTaxId !== undefined && !isTaxNumber(issuer.federalTaxId)) {
    findings.push(block("send-issuer-tax-id-malformed", { who: "issuer", field: "issuer.federalTaxId" }));
  }
  return findings;
}

function brokerFindings({ broker }: InitialEnrollment, context: PreSendContext): PreSendFinding[] {
  if (broker === undefined) return [];
  const name = { field: "broker.name", value: broker.name, min: 1, max: 60, required: true };
  const findings = textFinding({ ...name, who: "marketplace" }, context.rules);
  if (!/^\d{2,10}$/.test(broker.nationalProducerNumber)) {
    findings.push(
      block("send-producer-number-malformed", { who: "marketplace", field: "broker.nationalProducerNumber" }),
    );
  }
  return findings;
}

function eventFindings(event: InitialEnrollment, { today }: PreSendContext): PreSendFinding[] {
  const findings: PreSendFinding[] = [];
  if (!number.test(event.policyId)) {
    findings.push(block("send-policy-number-malformed", { who: "marketplace", field: "policyId" }));
  }
  if (!/^\d{14}$/.test(event.submittedAt)) {
    findings.push(block("send-submission-time-malformed", { who: "marketplace", field: "submittedAt" }));
  }
  if (event.signedOn > today) findings.push(warn("send-signed-in-future", { who: "marketplace", field: "signedOn" }));
  return findings;
}

export function partyFindings(event: InitialEnrollment, context: PreSendContext): PreSendFinding[] {
  return [
    ...eventFindings(event, context),
    ...employerFindings(event, context),
    ...issuerFindings(event, context),
    ...brokerFindings(event, context),
  ];
}
