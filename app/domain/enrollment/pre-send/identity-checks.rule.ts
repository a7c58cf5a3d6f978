/*
 * Each person is known by an exchange number, a name, a birth date and a sex, and by a Social Security number where
 * one is on record: nine digits that the Social Security Administration could have given out. A person without one
 * is enrolled all the same. 45 CFR 155.720(c). Ages in whole years on the day of sending.
 */
import { ageOn, parseCalendarDate } from "../../calendar/calendar-date";
import { sexes } from "../../household/relationship";
import type { EnrolledMember, InitialEnrollment } from "../enrollment-event";
import { textFinding } from "./text-fits";
import { block, isOneDigitRepeated, warn, type PreSendContext, type PreSendFinding } from "./pre-send-finding";

export const citation = "45 CFR 155.720(c)";

const oldestAge = 120;
const knownDummies = new Set(["123456789", "078051120", "219099999"]);

/** Could this have been issued? Areas 000, 666 and 900 and up, group 00 and serial 0000 never are. */
export function isPossibleSsn(ssn: string): boolean {
  const match = /^(\d{3})(\d{2})(\d{4})$/.exec(ssn);
  if (match === null) return false;
  const [, area = "", group, serial] = match;
  if (area === "000" || area === "666" || area >= "900" || group === "00" || serial === "0000") return false;
  return !isOneDigitRepeated(ssn) && !knownDummies.has(ssn);
}

function nameFindings(member: EnrolledMember, { rules }: PreSendContext): PreSendFinding[] {
  const parts = [
    { field: "lastName", value: member.lastName, max: 60, required: true },
    { field: "firstName", value: member.firstName, max: 35, required: true },
    { field: "middleName", value: member.middleName, max: 25, required: false },
    { field: "suffix", value: member.suffix, max: 10, required: false },
  ];
  return parts.flatMap((part) => textFinding({ ...part, min: 1, member, who: "employee" }, rules));
}

function birthFindings(member: EnrolledMember, { today }: PreSendContext): PreSendFinding[] {
  const { bornOn } = member;
  const at = { who: "employee", member, field: "bornOn" } as const;
  if (parseCalendarDate(bornOn) === undefined) return [block("send-birth-date-invalid", at)];
  if (bornOn > today) return [block("send-birth-date-in-future", at)];
  return ageOn({ bornOn, on: today }) >= oldestAge
    ? [block("send-age-impossible", { ...at, params: { oldestAge } })]
    : [];
}

function ssnFindings(member: EnrolledMember, { ssns, membersSharingSsn }: PreSendContext): PreSendFinding[] {
  const at = { who: "employee", member, field: "ssn" } as const;
  const ssn = ssns.get(member.memberId);
  if (ssn === undefined) return [warn("send-ssn-missing", at)];
  if (!isPossibleSsn(ssn)) return [block("send-ssn-impossible", at)];
  return membersSharingSsn.has(member.memberId) ? [block("send-ssn-of-another-person", at)] : [];
}

function numberFindings(event: InitialEnrollment): PreSendFinding[] {
  const seen = new Set<string>();
  return event.members.flatMap((member) => {
    const number = member.exchangeMemberId;
    const repeated = seen.has(number);
    seen.add(number);
    const at = { who: "marketplace", member, field: "exchangeMemberId" } as const;
    if (!/^[A-Za-z0-9-]{1,50}$/.test(number)) return [block("send-member-number-missing", at)];
    return repeated ? [block("send-member-number-repeated", at)] : [];
  });
}

export function identityFindings(event: InitialEnrollment, context: PreSendContext): PreSendFinding[] {
  const people = event.members.flatMap((member) => [
    ...nameFindings(member, context),
    ...birthFindings(member, context),
    ...(sexes.includes(member.sex) ? [] : [block("send-sex-missing", { who: "employee", member, field: "sex" })]),
    ...ssnFindings(member, context),
  ]);
  return [...numberFindings(event), ...people];
}
