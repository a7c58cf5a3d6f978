import {
  sixteenCharacterPlanId,
  type EnrolledMember,
  type InitialEnrollment,
  type SsnByMember,
} from "../../enrollment/enrollment-event";
import { isChild, isSpouseOrPartner, type Relationship } from "../../household/relationship";
import type { Cents } from "../../money/cents";
import { isInCharacterSet, sendsUpperCase, type CharacterRules } from "../characters";
import { x12Date, type SegmentCollector } from "./segment-writer";

/** What the rendering of one member needs besides the member. */
export type MemberContext = {
  readonly event: InitialEnrollment;
  readonly subscriber: EnrolledMember;
  readonly ssns: SsnByMember;
  readonly rules: CharacterRules;
  readonly out: SegmentCollector;
  /** Free text as the partner takes it; records a problem where it cannot be. */
  readonly text: (value: string | undefined, field: string, memberId?: string) => string | undefined;
};

/** INS02. A disabled adult child is `G8`, other relationship, with the handicap mark in INS10. */
const relationshipCodes: Readonly<Record<Relationship, string>> = {
  self: "18",
  spouse: "01",
  "domestic-partner": "53",
  child: "19",
  stepchild: "17",
  "adopted-child": "09",
  "foster-child": "10",
  ward: "15",
  grandchild: "05",
  "disabled-child": "G8",
};

/** `51663` cents as `516.63`; reporting categories always carry two decimals. */
export function dollarsAndCents(amount: Cents): string {
  const size = Math.abs(amount);
  return `${amount < 0 ? "-" : ""}${Math.floor(size / 100)}.${String(size % 100).padStart(2, "0")}`;
}

function coverageLevel(members: readonly EnrolledMember[]): string {
  const spouse = members.some((member) => isSpouseOrPartner(member.relationship));
  const children = members.some((member) => isChild(member.relationship));
  if (spouse) return children ? "FAM" : "ESP";
  return children ? "ECH" : "EMP";
}

function renderStatus(member: EnrolledMember, { event, subscriber, out }: MemberContext): void {
  const add = (id: "INS" | "REF" | "DTP", elements: readonly (string | undefined)[]) =>
    out.add(id, elements, member.memberId);
  const isSubscriber = member.relationship === "self";
  const employment = isSubscriber ? (event.employmentBasis === "full-time" ? "FT" : "PT") : undefined;
  const handicap = member.relationship === "disabled-child" ? "Y" : undefined;
  const code = relationshipCodes[member.relationship];
  const flag = isSubscriber ? "Y" : "N";
  add("INS", [flag, code, "021", "EC", "A", undefined, undefined, employment, undefined, handicap]);
  add("REF", ["0F", subscriber.exchangeMemberId]);
  add("REF", ["1L", event.policyId]);
  add("REF", ["17", member.exchangeMemberId]);
  add("DTP", ["356", "D8", x12Date(event.startOn)]);
  if (!isSubscriber) return;
  add("DTP", ["336", "D8", x12Date(event.hiredOn)]);
  add("DTP", ["300", "D8", x12Date(event.signedOn)]);
}

function contactElements(member: EnrolledMember, rules: CharacterRules): string[] {
  const contacts: string[] = [];
  if (member.phone !== undefined) contacts.push("TE", member.phone);
  // A partner that takes only the basic characters cannot be sent an e-mail address: it has no "@".
  if (member.email !== undefined && isInCharacterSet("@", rules.set)) {
    contacts.push("EM", sendsUpperCase(rules) ? member.email.toUpperCase() : member.email);
  }
  return contacts;
}

function renderPerson(member: EnrolledMember, { ssns, rules, out, text }: MemberContext): void {
  const id = member.memberId;
  const name = (value: string | undefined, field: string) => text(value, `members.${field}`, id);
  const ssn = ssns.get(id);
  const last = name(member.lastName, "lastName");
  const first = name(member.firstName, "firstName");
  const middle = name(member.middleName, "middleName");
  const suffix = name(member.suffix, "suffix");
  const number = ssn === undefined ? [] : ["34", ssn];
  out.add("NM1", ["IL", "1", last, first, middle, undefined, suffix, ...number], id);
  const contacts = contactElements(member, rules);
  if (contacts.length > 0) out.add("PER", ["IP", undefined, ...contacts], id);
  const address = member.address;
  if (address !== undefined) {
    const line1 = name(address.line1, "address.line1");
    out.add("N3", [line1, name(address.line2, "address.line2")], id);
    const city = name(address.city, "address.city");
    out.add("N4", [city, address.state, address.zip, undefined, "CY", address.countyFips], id);
  }
  out.add("DMG", ["D8", x12Date(member.bornOn), member.sex], id);
  out.add("HLH", [member.usesTobacco === null ? "U" : member.usesTobacco ? "T" : "N"], id);
  out.add("LUI", ["LE", member.language.toUpperCase(), undefined, "5"], id);
}

function renderCoverage(member: EnrolledMember, { event, out }: MemberContext): void {
  const id = member.memberId;
  const line = event.line === "medical" ? "HLT" : "DEN";
  out.add("HD", ["021", undefined, line, undefined, coverageLevel(event.members)], id);
  out.add("DTP", ["348", "D8", x12Date(event.startOn)], id);
  out.add("REF", ["CE", sixteenCharacterPlanId(event.plan.variantId)], id);
  out.add("REF", ["1L", event.policyId], id);
}

type Category = { readonly name: string; readonly qualifier: string; readonly value: string; readonly dated: boolean };

function categoriesOf(member: EnrolledMember, event: InitialEnrollment): Category[] {
  const amount = (name: string, qualifier: string, value: Cents): Category => {
    return { name, qualifier, value: dollarsAndCents(value), dated: true };
  };
  const { state, number } = event.ratingArea;
  const categories = [amount("PRE AMT 1", "9X", member.premiumCents)];
  if (member.relationship === "self") {
    categories.push(
      amount("PRE AMT TOT", "9X", event.totalPremiumCents),
      amount("TOT RES AMT", "9V", event.employeeShareCents),
      amount("TOT EMP RES AMT", "9V", event.employerShareCents),
      { name: "RATING AREA", qualifier: "9X", value: `R-${state}${String(number).padStart(3, "0")}`, dated: true },
    );
  }
  categories.push(
    { name: "SOURCE EXCHANGE ID", qualifier: "17", value: `${state}0`, dated: true },
    { name: "REQUEST SUBMIT TIMESTAMP", qualifier: "17", value: event.submittedAt, dated: false },
  );
  return categories;
}

function renderCategories(member: EnrolledMember, { event, out }: MemberContext): void {
  const id = member.memberId;
  out.add("LS", ["2700"], id);
  categoriesOf(member, event).forEach((category, index) => {
    out.add("LX", [String(index + 1)], id);
    out.add("N1", ["75", category.name], id);
    out.add("REF", [category.qualifier, category.value], id);
    if (category.dated) out.add("DTP", ["007", "D8", x12Date(event.startOn)], id);
  });
  out.add("LE", ["2700"], id);
}

/** Loop 2000 of one member: status, person, coverage, reporting categories. */
export function renderMember(member: EnrolledMember, context: MemberContext): void {
  renderStatus(member, context);
  renderPerson(member, context);
  renderCoverage(member, context);
  renderCategories(member, context);
}
