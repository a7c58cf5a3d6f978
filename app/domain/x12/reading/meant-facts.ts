import {
  sixteenCharacterPlanId,
  subscriberOf,
  type EnrolledMember,
  type InitialEnrollment,
  type SsnByMember,
} from "../../enrollment/enrollment-event";
import { isChild, isSpouseOrPartner } from "../../household/relationship";
import { sendsUpperCase, toX12Text, type CharacterRules } from "../characters";
import type { TransactionStamp } from "../transaction-stamp";

/** An enrollment and what was decided for its transaction: what the bytes are measured against. */
export type MeantTransaction = {
  readonly event: InitialEnrollment;
  readonly ssns: SsnByMember;
  readonly stamp: TransactionStamp;
  readonly rules: CharacterRules;
};

/** Statements about a transaction, by dotted path. Empty values are left out. */
export type Facts = Map<string, string>;

export function factsFrom(entries: Readonly<Record<string, string | number | undefined>>, prefix = ""): Facts {
  const facts: Facts = new Map();
  for (const [field, value] of Object.entries(entries)) {
    if (value !== undefined && value !== "") facts.set(prefix + field, String(value));
  }
  return facts;
}

function headerFacts({ event, stamp, rules }: MeantTransaction): Facts {
  const { employer, issuer, broker } = event;
  const text = (value: string) => textAsSent(value, rules);
  const subscribers = event.members.filter((member) => member.relationship === "self").length;
  return factsFrom({
    controlNumber: stamp.controlNumber,
    purpose: "original",
    reference: stamp.reference,
    createdOn: stamp.createdOn,
    createdTime: stamp.createdTime,
    zone: stamp.zone,
    action: "change",
    groupPolicyNumber: event.groupPolicyNumber,
    subscribers,
    dependents: event.members.length - subscribers,
    people: event.members.length,
    "employer.name": text(employer.legalName),
    "employer.ein": employer.ein,
    "issuer.name": text(issuer.name),
    "issuer.federalTaxId": issuer.federalTaxId,
    "issuer.issuerId": issuer.federalTaxId === undefined ? issuer.issuerId : undefined,
    "broker.name": broker === undefined ? undefined : text(broker.name),
    "broker.nationalProducerNumber": broker?.nationalProducerNumber,
  });
}

function textAsSent(value: string | undefined, rules: CharacterRules): string {
  if (value === undefined) return "";
  const mapped = toX12Text(value, rules);
  return mapped.ok ? mapped.value : `unsendable ${value}`;
}

function personFacts(member: EnrolledMember, { ssns, rules }: MeantTransaction): Record<string, string | undefined> {
  const text = (value: string | undefined) => textAsSent(value, rules);
  const email = rules.set === "basic" ? undefined : member.email;
  const address = member.address;
  return {
    exchangeMemberId: member.exchangeMemberId,
    relationship: member.relationship,
    lastName: text(member.lastName),
    firstName: text(member.firstName),
    middleName: text(member.middleName),
    suffix: text(member.suffix),
    ssn: ssns.get(member.memberId),
    phone: member.phone,
    email: sendsUpperCase(rules) ? email?.toUpperCase() : email,
    line1: text(address?.line1),
    line2: text(address?.line2),
    city: text(address?.city),
    state: address?.state,
    zip: address?.zip,
    countyFips: address?.countyFips,
    bornOn: member.bornOn,
    sex: member.sex,
    tobacco: member.usesTobacco === null ? "unknown" : member.usesTobacco ? "yes" : "no",
    language: member.language.toUpperCase(),
  };
}

function level(event: InitialEnrollment): string {
  const withSpouse = event.members.some((member) => isSpouseOrPartner(member.relationship));
  const withChildren = event.members.some((member) => isChild(member.relationship));
  return `employee${withSpouse ? " spouse" : ""}${withChildren ? " children" : ""}`;
}

function coverageFacts(event: InitialEnrollment): Record<string, string> {
  return {
    "coverage.count": "1",
    "coverage.0.maintenance": "add",
    "coverage.0.line": event.line,
    "coverage.0.level": level(event),
    "coverage.0.startOn": event.startOn,
    "coverage.0.planId": sixteenCharacterPlanId(event.plan.variantId),
    "coverage.0.policyId": event.policyId,
  };
}

function amountFacts(member: EnrolledMember, event: InitialEnrollment): Record<string, string | number> {
  const { state, number } = event.ratingArea;
  const own = {
    premiumCents: member.premiumCents,
    "premiumCents.on": event.startOn,
    exchange: `${state}0`,
    "exchange.on": event.startOn,
    submittedAt: event.submittedAt,
  };
  if (member.relationship !== "self") return own;
  return {
    ...own,
    totalPremiumCents: event.totalPremiumCents,
    "totalPremiumCents.on": event.startOn,
    employeeShareCents: event.employeeShareCents,
    "employeeShareCents.on": event.startOn,
    employerShareCents: event.employerShareCents,
    "employerShareCents.on": event.startOn,
    ratingArea: `${state} ${number}`,
    "ratingArea.on": event.startOn,
  };
}

function memberFacts(member: EnrolledMember, index: number, meant: MeantTransaction): Facts {
  const { event } = meant;
  const isSubscriber = member.relationship === "self";
  const status = {
    role: isSubscriber ? "subscriber" : "dependent",
    maintenance: "add",
    reason: "member choice",
    benefitStatus: "active",
    employmentBasis: isSubscriber ? event.employmentBasis : undefined,
    subscriberNumber: subscriberOf(event)?.exchangeMemberId,
    policyId: event.policyId,
    eligibleOn: event.startOn,
    hiredOn: isSubscriber ? event.hiredOn : undefined,
    signedOn: isSubscriber ? event.signedOn : undefined,
  };
  const all = { ...status, ...personFacts(member, meant), ...coverageFacts(event), ...amountFacts(member, event) };
  return factsFrom(all, `members.${index}.`);
}

/** Everything the file ought to say about an initial enrollment. */
export function meantFacts(meant: MeantTransaction): Facts {
  const facts = headerFacts(meant);
  meant.event.members.forEach((member, index) => {
    for (const [field, value] of memberFacts(member, index, meant)) facts.set(field, value);
  });
  return facts;
}
