import { describe, expect, test } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import type { EnrolledMember, InitialEnrollment, MemberAddress } from "../../enrollment/enrollment-event";
import { relationships } from "../../household/relationship";
import { cents } from "../../money/cents";
import {
  employee,
  extendedUpper as rules,
  child,
  family,
  familySsns,
  spouse,
  stamp,
} from "../testing/enrollment-fixture";
import { fileAround, firstTransaction, rendered } from "../testing/reread";
import { compare834 } from "./compare-834";
import { read834 } from "./read-834";

const sound = fileAround([rendered(family)]);
const meant = { event: family, ssns: familySsns, stamp, rules };
const reading = read834(firstTransaction(sound));
const fieldsOf = (event: InitialEnrollment): string[] => compare834(reading, { ...meant, event }).map((d) => d.field);

test("a file that says what was meant has no differences", () => {
  expect(compare834(reading, meant)).toEqual([]);
});

test.each(relationships.filter((relationship) => relationship !== "self"))(
  "a %s is read back as one",
  (relationship) => {
    const event = { ...family, members: [employee, { ...spouse, relationship }] };
    const text = fileAround([rendered(event)]);
    expect(compare834(read834(firstTransaction(text)), { ...meant, event })).toEqual([]);
  },
);

describe("an enrollment that differs from the file is noticed in", () => {
  const withChild = (change: Partial<EnrolledMember>): InitialEnrollment => ({
    ...family,
    members: [employee, spouse, { ...child, ...change }],
  });
  const withEmployee = (change: Partial<EnrolledMember>): InitialEnrollment => ({
    ...family,
    members: [{ ...employee, ...change }, spouse, child],
  });
  const withAddress = (change: Partial<MemberAddress>) =>
    withEmployee({ address: { ...employee.address!, ...change } });
  const cases: [string, InitialEnrollment][] = [
    ["groupPolicyNumber", { ...family, groupPolicyNumber: "GRP-88-002" }],
    ["employer.ein", { ...family, employer: { ...family.employer, ein: "431234568" } }],
    ["employer.name", { ...family, employer: { ...family.employer, legalName: "Cafe Rio" } }],
    ["issuer.federalTaxId", { ...family, issuer: { ...family.issuer, federalTaxId: "430000002" } }],
    ["issuer.name", { ...family, issuer: { ...family.issuer, name: "Other" } }],
    [
      "broker.nationalProducerNumber",
      { ...family, broker: { name: "Money Talks Agency", nationalProducerNumber: "1" } },
    ],
    ["people", { ...family, members: [employee, spouse] }],
    ["members.2.lastName", { ...family, members: [employee, spouse] }],
    ["members.1.exchangeMemberId", { ...family, members: [employee, child, spouse] }],
    ["members.0.policyId", { ...family, policyId: "MO-2026-000124" }],
    ["members.0.coverage.0.policyId", { ...family, policyId: "MO-2026-000124" }],
    ["members.0.coverage.0.planId", { ...family, plan: { ...family.plan, variantId: "12345MO0010001-02" } }],
    ["members.1.coverage.0.line", { ...family, line: "dental" }],
    ["members.2.coverage.0.startOn", { ...family, startOn: calendarDate("2026-11-01") }],
    ["members.0.eligibleOn", { ...family, startOn: calendarDate("2026-11-01") }],
    ["members.0.premiumCents.on", { ...family, startOn: calendarDate("2026-11-01") }],
    ["members.0.hiredOn", { ...family, hiredOn: calendarDate("2020-03-16") }],
    ["members.0.signedOn", { ...family, signedOn: calendarDate("2026-09-11") }],
    ["members.0.employmentBasis", { ...family, employmentBasis: "part-time" }],
    ["members.0.totalPremiumCents", { ...family, totalPremiumCents: cents(141386) }],
    ["members.0.employerShareCents", { ...family, employerShareCents: cents(106040) }],
    ["members.0.employeeShareCents", { ...family, employeeShareCents: cents(35345) }],
    ["members.0.ratingArea", { ...family, ratingArea: { state: "MO", number: 4 } }],
    ["members.2.exchange", { ...family, ratingArea: { state: "KS", number: 3 } }],
    ["members.2.submittedAt", { ...family, submittedAt: "20260910141143" }],
    ["members.2.relationship", withChild({ relationship: "stepchild" })],
    ["members.2.firstName", withChild({ firstName: "Anna" })],
    ["members.2.middleName", withChild({ middleName: "B" })],
    ["members.2.suffix", withChild({ suffix: "II" })],
    ["members.2.bornOn", withChild({ bornOn: calendarDate("2018-02-27") })],
    ["members.2.sex", withChild({ sex: "M" })],
    ["members.2.tobacco", withChild({ usesTobacco: false })],
    ["members.2.language", withChild({ language: "es" })],
    ["members.2.premiumCents", withChild({ premiumCents: cents(36020) })],
    ["members.2.city", withChild({ address: employee.address! })],
    ["members.0.subscriberNumber", withEmployee({ exchangeMemberId: "980111009" })],
    ["members.2.subscriberNumber", withEmployee({ exchangeMemberId: "980111009" })],
    ["members.0.phone", withEmployee({ phone: "5735551213" })],
    ["members.0.email", withEmployee({ email: "rosa@example.com" })],
    ["members.0.line1", withAddress({ line1: "1201 Oak St" })],
    ["members.0.line2", withAddress({ line2: "Apt 5" })],
    ["members.0.city", withAddress({ city: "Ashland" })],
    ["members.0.state", withAddress({ state: "KS" })],
    ["members.0.zip", withAddress({ zip: "65202" })],
    ["members.0.countyFips", withAddress({ countyFips: "29020" })],
  ];

  test.each(cases)("%s", (field, event) => {
    expect(fieldsOf(event)).toContain(field);
  });
});

test("another transaction number, reference, day, time or zone is noticed", () => {
  const other = {
    controlNumber: 1,
    reference: "2",
    createdOn: calendarDate("2026-01-01"),
    createdTime: "0700",
    zone: "ET",
  } as const;
  const fields = compare834(reading, { ...meant, stamp: other }).map((difference) => difference.field);
  expect(fields).toEqual(["controlNumber", "reference", "createdOn", "createdTime", "zone"]);
});

test("a wrong Social Security number is noticed and never shown", () => {
  const ssns = new Map([...familySsns, ["m-2", "899120009"]]);
  expect(compare834(reading, { ...meant, ssns })).toEqual([
    { field: "members.1.ssn", memberId: "m-2", meant: "*********", read: "*********" },
  ]);
});

test("a file that says more than was meant is noticed", () => {
  const cases = ["REF*DX*1~HD", "NM1*31*1~HD", "HD*021**DEN~DTP*348*D8*20261001~HD"];
  for (const more of cases) {
    const text = sound.replace(/(REF\*0F[^H]*?|LUI[^H]*?)HD/, (_all, before: string) => `${before}${more}`);
    expect(text).not.toBe(sound);
    expect(compare834(read834(firstTransaction(text)), meant)).not.toEqual([]);
  }
});

test("any one byte of the transaction that is another letter or digit is noticed", () => {
  const start = sound.indexOf("BGN*");
  const end = sound.indexOf("~SE*");
  for (let at = start; at < end; at += 1) {
    const replacement = sound[at] === "7" ? "8" : "7";
    const text = sound.slice(0, at) + replacement + sound.slice(at + 1);
    const differences = compare834(read834(firstTransaction(text)), meant);
    expect(differences.length, `${at}: ${sound.slice(at - 10, at + 10)}`).toBeGreaterThan(0);
  }
});

test("any one segment of the transaction that is missing or comes twice is noticed", () => {
  const segments = sound.split("~");
  const [first, last] = [2, segments.findIndex((segment) => segment.startsWith("SE*"))];
  expect(segments[first + 1]?.slice(0, 3)).toBe("BGN");
  for (let at = first + 1; at < last; at += 1) {
    for (const instead of [[], [segments[at]!, segments[at]!]]) {
      const text = [...segments.slice(0, at), ...instead, ...segments.slice(at + 1)].join("~");
      const differences = compare834(read834(firstTransaction(text)), meant);
      expect(differences.length, `${instead.length} x ${segments[at]}`).toBeGreaterThan(0);
    }
  }
});

test("a transaction that could not be read is a difference", () => {
  const other = read834(firstTransaction(sound.replaceAll("005010X220A1", "005010X307")));
  expect(compare834(other, meant).map((difference) => difference.field)).toEqual([
    "finding.guide-not-supported",
    "transaction",
  ]);
});
