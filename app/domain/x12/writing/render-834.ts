import { subscriberOf, type InitialEnrollment, type SsnByMember } from "../../enrollment/enrollment-event";
import { failed, type Outcome } from "../../problem";
import { toX12Text, type CharacterRules } from "../characters";
import type { TransactionStamp } from "../transaction-stamp";
import { wrapTransaction, type TransactionText } from "./interchange-writer";
import { renderMember, type MemberContext } from "./render-834-member";
import { segmentCollector, x12Date } from "./segment-writer";

export type Render834Options = {
  readonly rules: CharacterRules;
  readonly stamp: TransactionStamp;
  readonly ssns: SsnByMember;
};

function quantitiesOf(event: InitialEnrollment): readonly (readonly [string, number])[] {
  const subscribers = event.members.filter((member) => member.relationship === "self").length;
  return [
    ["ET", subscribers],
    ["DT", event.members.length - subscribers],
    ["TO", event.members.length],
  ];
}

function renderHeader(event: InitialEnrollment, stamp: TransactionStamp, { out, text }: MemberContext): void {
  const { employer, issuer, broker } = event;
  const time = stamp.createdTime;
  out.add("BGN", ["00", stamp.reference, x12Date(stamp.createdOn), time, stamp.zone, undefined, undefined, "2"]);
  out.add("REF", ["38", event.groupPolicyNumber]);
  for (const [qualifier, count] of quantitiesOf(event)) out.add("QTY", [qualifier, String(count)]);
  out.add("N1", ["P5", text(employer.legalName, "employer.legalName"), "FI", employer.ein]);
  const issuerNumber = issuer.federalTaxId === undefined ? ["94", issuer.issuerId] : ["FI", issuer.federalTaxId];
  out.add("N1", ["IN", text(issuer.name, "issuer.name"), ...issuerNumber]);
  if (broker !== undefined)
    out.add("N1", ["BO", text(broker.name, "broker.name"), "94", broker.nationalProducerNumber]);
}

/**
 * One initial enrollment as one transaction, ST to SE (834 005010X220A1 with the exchange's reporting categories).
 * Refuses with every problem it meets: a field that does not fit is never shortened. Problems of a member carry
 * `params.memberId`; no problem carries a Social Security number.
 */
export function render834(
  event: InitialEnrollment,
  { rules, stamp, ssns }: Render834Options,
): Outcome<TransactionText> {
  const subscriber = subscriberOf(event);
  if (subscriber === undefined) return failed({ code: "enrollment-without-subscriber" });
  const out = segmentCollector(rules);
  const text: MemberContext["text"] = (value, field, memberId) => {
    if (value === undefined || value === "") return undefined;
    const mapped = toX12Text(value, rules);
    if (mapped.ok) return mapped.value;
    mapped.problems.forEach((problem) => out.refuse({ ...problem, field }, memberId));
    // Keeps the segment whole, so that one bad name is not reported a second time as a missing element.
    return "X".repeat(2);
  };
  const context: MemberContext = { event, subscriber, ssns, rules, out, text };
  renderHeader(event, stamp, context);
  event.members.forEach((member) => renderMember(member, context));
  const body = out.outcome();
  return body.ok ? wrapTransaction({ controlNumber: stamp.controlNumber, body: body.value }, rules) : body;
}
