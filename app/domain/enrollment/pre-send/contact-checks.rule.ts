/*
 * The subscriber has an address that exists: ZIP code, state and county fit together, and the rating area is the one
 * the premium was taken from. A missing or made-up telephone number or e-mail address is only a warning.
 * 45 CFR 155.720(c). ZIP codes have 5 or 9 digits, counties the 5 digits of their FIPS code.
 */
import { isInCharacterSet, type CharacterRules } from "../../x12/characters";
import { isDelimiter } from "../../x12/delimiters";
import type { EnrolledMember, InitialEnrollment, MemberAddress } from "../enrollment-event";
import { block, isOneDigitRepeated, warn, type PreSendContext, type PreSendFinding } from "./pre-send-finding";
import { textFinding } from "./text-fits";

export const citation = "45 CFR 155.720(c)";

function placeFindings(member: EnrolledMember, address: MemberAddress, context: PreSendContext): PreSendFinding[] {
  const { zip, state, countyFips } = address;
  const at = { who: "employee", member } as const;
  if (!/^\d{5}(\d{4})?$/.test(zip) || isOneDigitRepeated(zip)) {
    return [block("send-zip-impossible", { ...at, field: "address.zip", params: { zip } })];
  }
  const counties = context.countiesOfZip(zip.slice(0, 5));
  if (counties.length === 0) return [block("send-zip-unknown", { ...at, field: "address.zip", params: { zip } })];
  const inState = counties.filter((county) => county.state === state);
  if (inState.length === 0) {
    return [block("send-zip-of-other-state", { ...at, field: "address.zip", params: { zip, state } })];
  }
  if (inState.some((county) => county.fips === countyFips)) return [];
  return [block("send-county-not-of-zip", { ...at, field: "address.countyFips", params: { zip, countyFips } })];
}

function addressFindings(member: EnrolledMember, context: PreSendContext): PreSendFinding[] {
  const { address } = member;
  if (address === undefined) {
    const needed = member.relationship === "self";
    return needed ? [block("send-address-missing", { who: "employee", member, field: "address" })] : [];
  }
  const lines = [
    { field: "address.line1", value: address.line1, min: 1, max: 55, required: true },
    { field: "address.line2", value: address.line2, min: 1, max: 55, required: false },
    { field: "address.city", value: address.city, min: 2, max: 30, required: true },
  ];
  const texts = lines.flatMap((line) => textFinding({ ...line, member, who: "employee" }, context.rules));
  return [...texts, ...placeFindings(member, address, context)];
}

/** Of the form `name@place.tld`, in characters that the file can carry: an e-mail address is never respelled. */
function isSendableEmail(email: string, { delimiters }: CharacterRules): boolean {
  const carried = [...email].every((c) => isInCharacterSet(c, "extended") && !isDelimiter(c, delimiters));
  return carried && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);
}

function reachFindings(member: EnrolledMember, { rules }: PreSendContext): PreSendFinding[] {
  const { phone, email } = member;
  const isSubscriber = member.relationship === "self";
  const at = { who: "employee", member } as const;
  const findings: PreSendFinding[] = [];
  if (phone === undefined) {
    if (isSubscriber) findings.push(warn("send-phone-missing", { ...at, field: "phone" }));
  } else if (!/^\d{10}$/.test(phone)) findings.push(block("send-phone-malformed", { ...at, field: "phone" }));
  else if (isOneDigitRepeated(phone)) findings.push(warn("send-phone-doubtful", { ...at, field: "phone" }));
  if (email === undefined) {
    if (isSubscriber) findings.push(warn("send-email-missing", { ...at, field: "email" }));
  } else if (!isSendableEmail(email, rules)) findings.push(block("send-email-malformed", { ...at, field: "email" }));
  if (!/^[A-Za-z]{2}$/.test(member.language)) {
    findings.push(block("send-language-malformed", { ...at, field: "language" }));
  }
  return findings;
}

function areaFindings({ ratingArea }: InitialEnrollment, { expectedRatingArea }: PreSendContext): PreSendFinding[] {
  if (ratingArea.state === expectedRatingArea.state && ratingArea.number === expectedRatingArea.number) return [];
  const params = { ratingArea: ratingArea.number, expected: expectedRatingArea.number };
  return [block("send-rating-area-wrong", { who: "marketplace", field: "ratingArea", params })];
}

export function contactFindings(event: InitialEnrollment, context: PreSendContext): PreSendFinding[] {
  const people = event.members.flatMap((member) => [
    ...addressFindings(member, context),
    ...reachFindings(member, context),
  ]);
  return [...people, ...areaFindings(event, context)];
}
