import { describe, expect, test } from "vitest";
import { cents, zeroCents, type Cents } from "../../money/cents";
import { family } from "../../x12/testing/enrollment-fixture";
import { citation, moneyFindings } from "./money-checks.rule";
import { codesOf, context, withChild } from "./pre-send-fixture";

describe("the family's money", () => {
  test("is right when premiums and shares add up and are as rated and offered", () => {
    expect(codesOf(moneyFindings, family)).toEqual([]);
    expect(citation).toBe("45 CFR 147.102");
  });

  test.each([1, -1])("is blocked when the total is %i cent off", (off) => {
    const event = { ...family, totalPremiumCents: cents(family.totalPremiumCents + off) };
    expect(codesOf(moneyFindings, event)).toEqual(["send-premiums-do-not-add-up", "send-shares-do-not-add-up"]);
  });

  test.each([1, -1])("is blocked when the employee's share is %i cent off", (off) => {
    const event = { ...family, employeeShareCents: cents(family.employeeShareCents + off) };
    expect(codesOf(moneyFindings, event)).toEqual(["send-shares-do-not-add-up"]);
  });

  test("is blocked when the employer's share is not what was offered", () => {
    expect(codesOf(moneyFindings, family, { expectedEmployerShareCents: cents(106038) })).toEqual([
      "send-share-not-as-offered",
    ]);
  });

  test("is blocked when a member's premium is not the rated one, or no rate is known", () => {
    const rated = new Map([...context.expectedPremiumCents, ["m-3", cents(36022)]]);
    expect(codesOf(moneyFindings, family, { expectedPremiumCents: rated })).toEqual(["send-premium-not-as-rated m-3"]);
    rated.delete("m-3");
    expect(codesOf(moneyFindings, family, { expectedPremiumCents: rated })).toEqual(["send-premium-not-as-rated m-3"]);
  });

  test("has only a total in a group rated by composite tier", () => {
    const members = family.members.map((member) => ({ ...member, premiumCents: zeroCents }));
    const rated = new Map(members.map((member) => [member.memberId, zeroCents]));
    expect(codesOf(moneyFindings, { ...family, members }, { expectedPremiumCents: rated })).toEqual([]);
  });

  test.each([
    [-1, ["send-amount-negative m-3"]],
    [0.5, ["send-amount-negative m-3"]],
    [Number.NaN, ["send-amount-negative m-3"]],
  ])("is blocked with a member's premium of %d cents", (amount, codes) => {
    expect(codesOf(moneyFindings, withChild({ premiumCents: amount as Cents }))).toEqual(codes);
  });

  test("is blocked with a negative share, even where it adds up", () => {
    const event = { ...family, employeeShareCents: cents(-1), employerShareCents: cents(family.totalPremiumCents + 1) };
    expect(codesOf(moneyFindings, event)).toEqual(["send-amount-negative"]);
  });
});
