import { calendarDate } from "../../calendar/calendar-date";
import { extendedUpper, child, employee, family, familySsns, spouse } from "../../x12/testing/enrollment-fixture";
import type { EnrolledMember, InitialEnrollment } from "../enrollment-event";
import type { PreSendCheck, PreSendContext } from "./pre-send-finding";

/** A world in which the family of the X12 fixture may be sent. */
export const context: PreSendContext = {
  today: calendarDate("2026-09-21"),
  ssns: new Map([...familySsns, ["m-3", "899120003"]]),
  membersSharingSsn: new Set(),
  earliestStartOn: calendarDate("2020-06-01"),
  offeredPlanIds: new Set(["12345MO0010001"]),
  expectedPremiumCents: new Map(family.members.map((member) => [member.memberId, member.premiumCents])),
  expectedEmployerShareCents: family.employerShareCents,
  expectedRatingArea: { state: "MO", number: 3 },
  countiesOfZip: (zip) =>
    zip === "65201"
      ? [
          { fips: "29019", state: "MO" },
          { fips: "29007", state: "MO" },
          { fips: "20001", state: "KS" },
        ]
      : [],
  isInServiceArea: true,
  otherCoverage: [],
  receiverIssuerId: "12345",
  rules: extendedUpper,
};

export const withEmployee = (change: Partial<EnrolledMember>): InitialEnrollment => ({
  ...family,
  members: [{ ...employee, ...change }, spouse, child],
});

export const withSpouse = (change: Partial<EnrolledMember>): InitialEnrollment => ({
  ...family,
  members: [employee, { ...spouse, ...change }, child],
});

export const withChild = (change: Partial<EnrolledMember>): InitialEnrollment => ({
  ...family,
  members: [employee, spouse, { ...child, ...change }],
});

/** The codes a check gives, each with its member where it has one: `send-ssn-missing m-1`. */
export function codesOf(check: PreSendCheck, event: InitialEnrollment, change: Partial<PreSendContext> = {}): string[] {
  return check(event, { ...context, ...change }).map(({ code, memberId }) => (memberId ? `${code} ${memberId}` : code));
}
