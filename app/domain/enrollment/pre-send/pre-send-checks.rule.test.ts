import { describe, expect, test } from "vitest";
import { render834 } from "../../x12/writing/render-834";
import { family, stamp } from "../../x12/testing/enrollment-fixture";
import { citation, maySend, preSendFindings } from "./pre-send-checks.rule";
import { context, withChild, withEmployee } from "./pre-send-fixture";

describe("an enrollment before it is sent", () => {
  test("passes without a finding when everything fits", () => {
    expect(preSendFindings(family, context)).toEqual([]);
    expect(maySend([])).toBe(true);
    expect(citation).toBe("45 CFR 155.720(c)");
  });

  test("goes out with a warning and stays with a block", () => {
    const warned = preSendFindings(family, { ...context, ssns: new Map() });
    expect(warned.map((finding) => finding.severity)).toEqual(["warn", "warn", "warn"]);
    expect(maySend(warned)).toBe(true);
    const blocked = preSendFindings({ ...family, policyId: "" }, context);
    expect(maySend(blocked)).toBe(false);
  });

  test("gathers the findings of every check at once", () => {
    const event = { ...withChild({ lastName: "", relationship: "spouse" }), groupPolicyNumber: "" };
    const codes = preSendFindings(event, { ...context, isInServiceArea: false }).map((finding) => finding.code);
    expect(codes).toEqual(
      expect.arrayContaining([
        "send-two-spouses",
        "send-text-missing",
        "send-outside-service-area",
        "send-group-policy-number-missing",
      ]),
    );
  });

  test("never shows a Social Security number in a finding", () => {
    const ssns = new Map([["m-1", "666123456"]]);
    expect(JSON.stringify(preSendFindings(family, { ...context, ssns }))).not.toContain("666123456");
  });
});

test.each([
  ["a last name of 61", withEmployee({ lastName: "A".repeat(61) })],
  ["a name without a spelling", withChild({ firstName: "李" })],
  ["a policy number with a delimiter", { ...family, policyId: "A*B" }],
  ["an empty group policy number", { ...family, groupPolicyNumber: "" }],
  ["an employer's name of 61", { ...family, employer: { ...family.employer, legalName: "A".repeat(61) } }],
  ["a language of three letters", withEmployee({ language: "spa" })],
  ["an e-mail address with a delimiter", withEmployee({ email: "a*b@example.com" })],
])("%s is blocked here already, not only by the writer", (_what, event) => {
  expect(render834(event, { rules: context.rules, stamp, ssns: context.ssns }).ok).toBe(false);
  expect(maySend(preSendFindings(event, context))).toBe(false);
});
