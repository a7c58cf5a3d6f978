/*
 * A policy has one subscriber, named first, at most one spouse or partner, and no person twice. A parent is older
 * than the child; employee and spouse are at least 14; a child is at most 26 at the start unless disabled or a ward.
 * 45 CFR 147.120 (children to 26) and 155.720(c). Ages in whole years on the first day of coverage.
 */
import { ageOn, parseCalendarDate, type CalendarDate } from "../../calendar/calendar-date";
import { isChild, isSpouseOrPartner } from "../../household/relationship";
import { subscriberOf, type EnrolledMember, type InitialEnrollment } from "../enrollment-event";
import { block, type PreSendContext, type PreSendFinding } from "./pre-send-finding";

export const citation = "45 CFR 147.120";

const youngestAdult = 14;
const oldestChild = 26;

function compositionFindings({ members }: InitialEnrollment): PreSendFinding[] {
  const count = members.filter((member) => member.relationship === "self").length;
  const findings: PreSendFinding[] = [];
  if (count !== 1) findings.push(block("send-not-one-subscriber", { who: "marketplace", params: { count } }));
  else if (members[0]?.relationship !== "self")
    findings.push(block("send-subscriber-not-first", { who: "marketplace" }));
  const spouses = members.filter((member) => isSpouseOrPartner(member.relationship));
  const second = spouses[1];
  if (second !== undefined)
    findings.push(block("send-two-spouses", { who: "employee", member: second, field: "relationship" }));
  return findings;
}

function personKey({ firstName, lastName, bornOn }: EnrolledMember): string {
  return [firstName, lastName].map((name) => name.normalize("NFC").trim().toLowerCase()).join("\n") + bornOn;
}

function repeatedFindings({ members }: InitialEnrollment, { ssns }: PreSendContext): PreSendFinding[] {
  const people = new Set<string>();
  const numbers = new Set<string>();
  return members.flatMap((member) => {
    const ssn = ssns.get(member.memberId);
    const person = personKey(member);
    const twice = people.has(person) || (ssn !== undefined && numbers.has(ssn));
    people.add(person);
    if (ssn !== undefined) numbers.add(ssn);
    return twice ? [block("send-person-twice", { who: "employee", member })] : [];
  });
}

function ageOf(member: EnrolledMember, on: CalendarDate): number | undefined {
  return parseCalendarDate(member.bornOn) === undefined ? undefined : ageOn({ bornOn: member.bornOn, on });
}

function ageFindings(member: EnrolledMember, subscriber: EnrolledMember, startOn: CalendarDate): PreSendFinding[] {
  const age = ageOf(member, startOn);
  if (age === undefined) return [];
  const { relationship } = member;
  const at = { who: "employee", member, field: "bornOn" } as const;
  if (!isChild(relationship)) {
    return age < youngestAdult ? [block("send-adult-too-young", { ...at, params: { age, youngestAdult } })] : [];
  }
  const findings: PreSendFinding[] = [];
  if (member.bornOn <= subscriber.bornOn) findings.push(block("send-child-not-younger", at));
  const limited = relationship !== "disabled-child" && relationship !== "ward";
  if (limited && age > oldestChild) findings.push(block("send-child-too-old", { ...at, params: { age, oldestChild } }));
  return findings;
}

export function familyFindings(event: InitialEnrollment, context: PreSendContext): PreSendFinding[] {
  const subscriber = subscriberOf(event);
  const ages =
    subscriber === undefined ? [] : event.members.flatMap((member) => ageFindings(member, subscriber, event.startOn));
  return [...compositionFindings(event), ...repeatedFindings(event, context), ...ages];
}
