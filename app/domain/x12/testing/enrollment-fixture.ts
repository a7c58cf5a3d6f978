import { calendarDate } from "../../calendar/calendar-date";
import type { EnrolledMember, InitialEnrollment } from "../../enrollment/enrollment-event";
import { cents } from "../../money/cents";
import type { CharacterRules } from "../characters";
import { usualDelimiters } from "../delimiters";
import type { TransactionStamp } from "../transaction-stamp";
import type { InterchangeToWrite, TransactionText } from "../writing/interchange-writer";

export const extendedUpper: CharacterRules = { set: "extended", upperCase: true, delimiters: usualDelimiters };

export const stamp: TransactionStamp = {
  controlNumber: 70023,
  reference: "70023",
  createdOn: calendarDate("2026-09-21"),
  createdTime: "0615",
  zone: "CT",
};

const home = { line1: "1200 Oak St", line2: "Apt 4", city: "Columbia", state: "MO", zip: "65201", countyFips: "29019" };

export const employee: EnrolledMember = {
  memberId: "m-1",
  exchangeMemberId: "980111001",
  relationship: "self",
  firstName: "Rosa",
  middleName: "Inés",
  lastName: "Peña",
  bornOn: calendarDate("1985-04-12"),
  sex: "F",
  usesTobacco: false,
  address: home,
  phone: "5735551212",
  email: "rosa_pena@example.com",
  language: "es",
  premiumCents: cents(51663),
};

export const spouse: EnrolledMember = {
  memberId: "m-2",
  exchangeMemberId: "980111002",
  relationship: "spouse",
  firstName: "John",
  lastName: "O'Neil",
  suffix: "Jr",
  bornOn: calendarDate("1983-12-01"),
  sex: "M",
  usesTobacco: true,
  address: home,
  language: "en",
  premiumCents: cents(53701),
};

export const child: EnrolledMember = {
  memberId: "m-3",
  exchangeMemberId: "980111003",
  relationship: "child",
  firstName: "Ana",
  lastName: "Peña",
  bornOn: calendarDate("2018-02-28"),
  sex: "F",
  usesTobacco: null,
  language: "en",
  premiumCents: cents(36021),
};

/** A family of three in Missouri, October start. */
export const family: InitialEnrollment = {
  eventId: "e-1",
  policyId: "MO-2026-000123",
  version: 1,
  kind: "initial",
  line: "medical",
  employer: { employerId: "b-1", exchangeGroupId: "G000042", legalName: "Café Río, LLC", ein: "431234567" },
  issuer: { issuerId: "12345", name: "Prairie Health Plan", federalTaxId: "430000001" },
  groupPolicyNumber: "GRP-88-001",
  plan: { planId: "12345MO0010001", variantId: "12345MO0010001-01" },
  startOn: calendarDate("2026-10-01"),
  planYear: { startOn: calendarDate("2026-10-01"), endOn: calendarDate("2027-09-30") },
  hiredOn: calendarDate("2020-03-15"),
  signedOn: calendarDate("2026-09-10"),
  employmentBasis: "full-time",
  members: [employee, spouse, child],
  totalPremiumCents: cents(141385),
  employerShareCents: cents(106039),
  employeeShareCents: cents(35346),
  ratingArea: { state: "MO", number: 3 },
  submittedAt: "20260910141142",
  broker: { name: "Money Talks Agency", nationalProducerNumber: "88888888" },
};

export const familySsns: ReadonlyMap<string, string> = new Map([
  ["m-1", "899120001"],
  ["m-2", "899120002"],
]);

/** The interchange around some transactions, in one group. */
export function interchangeOf(transactions: readonly TransactionText[]): InterchangeToWrite {
  const when = { createdOn: stamp.createdOn, createdTime: stamp.createdTime };
  return {
    sender: { qualifier: "ZZ", id: "SHOPEXCH" },
    receiver: { qualifier: "ZZ", id: "ISSUER01" },
    ...when,
    controlNumber: 21,
    acknowledgmentRequested: true,
    usage: "test",
    groups: [{ senderCode: "MO0", receiverCode: "12345MO0010001", ...when, controlNumber: 2001, transactions }],
  };
}
