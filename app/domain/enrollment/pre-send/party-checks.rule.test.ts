import { expect, test } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import type { InitialEnrollment } from "../enrollment-event";
import { family } from "../../x12/testing/enrollment-fixture";
import { partyFindings } from "./party-checks.rule";
import { codesOf, context } from "./pre-send-fixture";

const employer = (change: Partial<InitialEnrollment["employer"]>) => ({
  ...family,
  employer: { ...family.employer, ...change },
});
const issuer = (change: Partial<InitialEnrollment["issuer"]>) => ({
  ...family,
  issuer: { ...family.issuer, ...change },
});
const broker = (nationalProducerNumber: string) => ({ ...family, broker: { name: "Agency", nationalProducerNumber } });
const { broker: _broker, ...withoutBroker } = family;

test.each([
  ["a whole enrollment", family, []],
  ["no broker", withoutBroker, []],
  ["an EIN of 8", employer({ ein: "43123456" }), ["send-ein-malformed"]],
  ["an EIN with a hyphen", employer({ ein: "43-1234567" }), ["send-ein-malformed"]],
  ["an EIN of one digit", employer({ ein: "444444444" }), ["send-ein-malformed"]],
  ["an employer's name of 60", employer({ legalName: "A".repeat(60) }), []],
  ["an employer's name of 61", employer({ legalName: "A".repeat(61) }), ["send-text-too-long"]],
  ["an employer without a name", employer({ legalName: "" }), ["send-text-missing"]],
  ["an issuer without a name", issuer({ name: "" }), ["send-text-missing"]],
  ["an issuer's tax number of 8", issuer({ federalTaxId: "43000000" }), ["send-issuer-tax-id-malformed"]],
  ["no group policy number", { ...family, groupPolicyNumber: "" }, ["send-group-policy-number-missing"]],
  ["a policy number of 50", { ...family, policyId: "A".repeat(50) }, []],
  ["a policy number of 51", { ...family, policyId: "A".repeat(51) }, ["send-policy-number-malformed"]],
  ["a policy number with a delimiter", { ...family, policyId: "A~B" }, ["send-policy-number-malformed"]],
  ["a producer number of 10", broker("1234567890"), []],
  ["a producer number of 11", broker("12345678901"), ["send-producer-number-malformed"]],
  ["a producer number of letters", broker("NPN"), ["send-producer-number-malformed"]],
  [
    "a time of submission without seconds",
    { ...family, submittedAt: "202609101411" },
    ["send-submission-time-malformed"],
  ],
  ["a signature of today", { ...family, signedOn: calendarDate("2026-09-21") }, []],
  ["a signature of tomorrow", { ...family, signedOn: calendarDate("2026-09-22") }, ["send-signed-in-future"]],
] as [string, InitialEnrollment, string[]][])("%s", (_what, event, codes) => {
  expect(codesOf(partyFindings, event)).toEqual(codes);
});

test("an enrollment goes to the issuer of its plan only", () => {
  const [finding, ...rest] = partyFindings(family, { ...context, receiverIssuerId: "54321" });
  expect(finding).toMatchObject({ code: "send-wrong-receiver", params: { issuerId: "12345", receiver: "54321" } });
  expect(rest).toEqual([]);
});
