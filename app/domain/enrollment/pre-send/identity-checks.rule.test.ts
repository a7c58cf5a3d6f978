import { describe, expect, test } from "vitest";
import { calendarDate, type CalendarDate } from "../../calendar/calendar-date";
import type { Sex } from "../../household/relationship";
import { family } from "../../x12/testing/enrollment-fixture";
import { identityFindings, isPossibleSsn } from "./identity-checks.rule";
import { codesOf, context, withChild, withEmployee } from "./pre-send-fixture";

describe("a Social Security number", () => {
  test.each([
    ["001010001", true],
    ["665999999", true],
    ["667010001", true],
    ["899999998", true],
    ["000120001", false],
    ["666120001", false],
    ["900120001", false],
    ["999990001", false],
    ["899000001", false],
    ["899120000", false],
    ["111111111", false],
    ["123456789", false],
    ["123456788", true],
    ["078051120", false],
    ["219099999", false],
    ["89912000", false],
    ["8991200011", false],
    ["899-12-0001", false],
    ["", false],
  ])("%j is possible: %s", (ssn, possible) => {
    expect(isPossibleSsn(ssn)).toBe(possible);
  });

  test("that is missing is a warning, one that is impossible or another person's a block", () => {
    expect(codesOf(identityFindings, family, { ssns: new Map([["m-1", "899120001"]]) })).toEqual([
      "send-ssn-missing m-2",
      "send-ssn-missing m-3",
    ]);
    const impossible = new Map([...context.ssns, ["m-2", "000120001"]]);
    expect(codesOf(identityFindings, family, { ssns: impossible })).toEqual(["send-ssn-impossible m-2"]);
    const shared = codesOf(identityFindings, family, { membersSharingSsn: new Set(["m-3"]) });
    expect(shared).toEqual(["send-ssn-of-another-person m-3"]);
  });
});

describe("a name", () => {
  test.each([
    [{ lastName: "A".repeat(60) }, []],
    [{ lastName: "A".repeat(61) }, ["send-text-too-long m-1"]],
    [{ firstName: "A".repeat(35) }, []],
    [{ firstName: "A".repeat(36) }, ["send-text-too-long m-1"]],
    [{ middleName: "A".repeat(25) }, []],
    [{ middleName: "A".repeat(26) }, ["send-text-too-long m-1"]],
    [{ suffix: "A".repeat(10) }, []],
    [{ suffix: "A".repeat(11) }, ["send-text-too-long m-1"]],
    [{ lastName: " " }, ["send-text-missing m-1"]],
    [{ firstName: "" }, ["send-text-missing m-1"]],
    [{ firstName: "李" }, ["send-text-unspellable m-1"]],
    [{ lastName: "ß".repeat(31) }, ["send-text-too-long m-1"]],
  ])("%j", (change, codes) => {
    expect(codesOf(identityFindings, withEmployee(change))).toEqual(codes);
  });

  test("that does not fit is for the employee to mend, and says which", () => {
    const [finding] = identityFindings(withEmployee({ lastName: "" }), context);
    expect(finding).toMatchObject({ severity: "block", memberId: "m-1", field: "lastName", whoCanFix: "employee" });
  });
});

test.each([
  ["2026-09-21", []],
  ["2026-09-22", ["send-birth-date-in-future m-3"]],
  ["1906-09-22", []],
  ["1906-09-21", ["send-age-impossible m-3"]],
])("birth on %s, sent on 21 September 2026", (bornOn, codes) => {
  expect(codesOf(identityFindings, withChild({ bornOn: calendarDate(bornOn) }))).toEqual(codes);
});

test("a stored birth date that is no day, and a stored sex that is none, are blocked", () => {
  expect(codesOf(identityFindings, withChild({ bornOn: "2018-02-30" as CalendarDate }))).toEqual([
    "send-birth-date-invalid m-3",
  ]);
  expect(codesOf(identityFindings, withChild({ sex: "" as Sex }))).toEqual(["send-sex-missing m-3"]);
});

test("each person has an exchange number of their own", () => {
  expect(codesOf(identityFindings, withChild({ exchangeMemberId: "" }))).toEqual(["send-member-number-missing m-3"]);
  expect(codesOf(identityFindings, withChild({ exchangeMemberId: "980111001" }))).toEqual([
    "send-member-number-repeated m-3",
  ]);
});
