import { describe, expect, test } from "vitest";
import { family, employee, spouse, child } from "../x12/testing/enrollment-fixture";
import { cents } from "../money/cents";
import { canonicalJson, eventContentText, sixteenCharacterPlanId, subscriberOf } from "./enrollment-event";

describe("canonical JSON", () => {
  test.each([
    [{ b: 1, a: [2, { d: null, c: "x" }] }, '{"a":[2,{"c":"x","d":null}],"b":1}'],
    [{ a: undefined, b: true }, '{"b":true}'],
    ["ñ", '"ñ"'],
    [[undefined, 1], "[null,1]"],
  ])("of %j has sorted keys and no undefined", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test("can be parsed back to the value", () => {
    expect(JSON.parse(canonicalJson(family))).toEqual(family);
  });
});

describe("what an event tells the insurer", () => {
  const text = eventContentText(family);

  test("does not depend on the order in which it was put together", () => {
    const { line, members, ...rest } = family;
    expect(eventContentText({ members, line, ...rest })).toBe(text);
  });

  test.each([
    ["event id", { ...family, eventId: "e-2" }],
    ["version", { ...family, version: 2 }],
    ["time of submission", { ...family, submittedAt: "20260911080000" }],
  ])("is the same under another %s", (_what, event) => {
    expect(eventContentText(event)).toBe(text);
  });

  test.each([
    ["policy", { ...family, policyId: "MO-2026-000124" }],
    ["price", { ...family, totalPremiumCents: cents(141386) }],
    ["people", { ...family, members: [employee, spouse] }],
    ["order of people", { ...family, members: [employee, child, spouse] }],
    ["name", { ...family, members: [{ ...employee, lastName: "Pena" }, spouse, child] }],
  ])("is another for another %s", (_what, event) => {
    expect(eventContentText(event)).not.toBe(text);
  });
});

test.each([
  ["12345MO0010001-01", "12345MO001000101"],
  ["12345MO001000101", "12345MO001000101"],
])("plan variant %s has the 16 characters %s", (variantId, sixteen) => {
  expect(sixteenCharacterPlanId(variantId)).toBe(sixteen);
});

test("the subscriber is the employee, wherever in the list, or nobody", () => {
  expect(subscriberOf({ ...family, members: [spouse, employee] })).toBe(employee);
  expect(subscriberOf({ ...family, members: [spouse] })).toBeUndefined();
});
