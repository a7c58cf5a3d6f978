import { describe, expect, test } from "vitest";
import type { EnrolledMember, MemberAddress } from "../enrollment-event";
import { child, employee, family, spouse } from "../../x12/testing/enrollment-fixture";
import { contactFindings } from "./contact-checks.rule";
import { codesOf, context as contextOfTest, withEmployee, withSpouse } from "./pre-send-fixture";

function employeeWithout(field: keyof EnrolledMember) {
  const { [field]: _left, ...rest } = employee;
  return { ...family, members: [rest as EnrolledMember, spouse, child] };
}

describe("the subscriber's address", () => {
  test("is needed, a dependent's is not", () => {
    expect(codesOf(contactFindings, family)).toEqual([]);
    expect(codesOf(contactFindings, employeeWithout("address"))).toEqual(["send-address-missing m-1"]);
  });

  test.each([
    [{ zip: "652010001" }, []],
    [{ zip: "6520" }, ["send-zip-impossible m-1"]],
    [{ zip: "65201-0001" }, ["send-zip-impossible m-1"]],
    [{ zip: "99999" }, ["send-zip-impossible m-1"]],
    [{ zip: "65299" }, ["send-zip-unknown m-1"]],
    [{ state: "IL" }, ["send-zip-of-other-state m-1"]],
    [{ countyFips: "29007" }, []],
    [{ countyFips: "29021" }, ["send-county-not-of-zip m-1"]],
    [{ countyFips: "20001" }, ["send-county-not-of-zip m-1"]],
    [{ state: "KS", countyFips: "20001" }, []],
    [{ city: "A" }, ["send-text-too-short m-1"]],
    [{ city: "A".repeat(31) }, ["send-text-too-long m-1"]],
    [{ line1: "" }, ["send-text-missing m-1"]],
    [{ line1: "A".repeat(55), line2: "A".repeat(55) }, []],
    [{ line1: "A".repeat(56) }, ["send-text-too-long m-1"]],
    [{ line2: "A".repeat(56) }, ["send-text-too-long m-1"]],
  ] as [Partial<MemberAddress>, string[]][])("%j", (change, codes) => {
    expect(codesOf(contactFindings, withEmployee({ address: { ...employee.address!, ...change } }))).toEqual(codes);
  });
});

describe("telephone and e-mail", () => {
  test("are missed with a warning only, and only of the subscriber", () => {
    for (const [field, code] of [
      ["phone", "send-phone-missing"],
      ["email", "send-email-missing"],
    ] as const) {
      expect(contactFindings(employeeWithout(field), contextOfTest).map((f) => [f.severity, f.code])).toEqual([
        ["warn", code],
      ]);
    }
  });

  test.each([
    [{ phone: "5735551212" }, []],
    [{ phone: "5555555555" }, ["send-phone-doubtful m-2"]],
    [{ phone: "573555121" }, ["send-phone-malformed m-2"]],
    [{ phone: "573-555-1212" }, ["send-phone-malformed m-2"]],
    [{ email: "john.o_neil+x@example.com" }, []],
    [{ email: "john@example" }, ["send-email-malformed m-2"]],
    [{ email: "john~o@example.com" }, ["send-email-malformed m-2"]],
    [{ email: "josé@example.com" }, ["send-email-malformed m-2"]],
    [{ language: "spa" }, ["send-language-malformed m-2"]],
  ] as [Partial<EnrolledMember>, string[]][])("%j", (change, codes) => {
    expect(codesOf(contactFindings, withSpouse(change))).toEqual(codes);
  });
});

test.each([
  [{ state: "MO", number: 3 }, []],
  [{ state: "MO", number: 4 }, ["send-rating-area-wrong"]],
  [{ state: "KS", number: 3 }, ["send-rating-area-wrong"]],
])("a premium taken from rating area MO 3 where %j is right", (expectedRatingArea, codes) => {
  expect(codesOf(contactFindings, family, { expectedRatingArea })).toEqual(codes);
});
