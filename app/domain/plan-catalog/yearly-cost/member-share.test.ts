import { describe, expect, it } from "vitest";
import { memberShareOf } from "./member-share";

const share = (copay: string | null, coinsurance: string | null, covered: boolean | null = true) =>
  memberShareOf({ covered, copay, coinsurance });
const plain = {
  ...{ copayCents: 0, copayPerDay: false, copayFirst: false, deductibleApplies: false, coinsuranceBasisPoints: 0 },
};

describe("what a member pays, out of the two cells of a filing", () => {
  it.each([
    ["$20", "Not Applicable", { copayCents: 2_000, copayFirst: true }],
    ["$0", "Not Applicable", { copayFirst: true }],
    ["$1,250", "Not Applicable", { copayCents: 125_000, copayFirst: true }],
    ["$9.50", "No Charge", { copayCents: 950, copayFirst: true }],
    ["$20 Copay", "Not Applicable", { copayCents: 2_000, copayFirst: true }],
    ["$20 Copay after deductible", "Not Applicable", { copayCents: 2_000, deductibleApplies: true }],
    ["$20 Copay after deductible", "No Charge after deductible", { copayCents: 2_000, deductibleApplies: true }],
    ["$20 Copay before deductible", "Not Applicable", { copayCents: 2_000, copayFirst: true, deductibleApplies: true }],
    ["$500 Copay per Day", "Not Applicable", { copayCents: 50_000, copayPerDay: true, copayFirst: true }],
    [
      "$500 Copay per Day after deductible",
      "Not Applicable",
      { copayCents: 50_000, copayPerDay: true, deductibleApplies: true },
    ],
    [
      "$500 Copay per Day before deductible",
      "Not Applicable",
      { copayCents: 50_000, copayPerDay: true, copayFirst: true, deductibleApplies: true },
    ],
    ["$500 Copay per Stay", "Not Applicable", { copayCents: 50_000, copayFirst: true }],
    ["$500 Copay per Stay after deductible", "Not Applicable", { copayCents: 50_000, deductibleApplies: true }],
    [
      "$500 Copay per Stay before deductible",
      "Not Applicable",
      { copayCents: 50_000, copayFirst: true, deductibleApplies: true },
    ],
    ["No Charge", "No Charge", {}],
    ["No Charge", "Not Applicable", {}],
    ["Not Applicable", "No Charge", {}],
    ["No Charge after deductible", "Not Applicable", { deductibleApplies: true }],
    ["Not Applicable", "No Charge after deductible", { deductibleApplies: true }],
    ["Not Applicable", "30%", { coinsuranceBasisPoints: 3_000 }],
    ["Not Applicable", "12.5%", { coinsuranceBasisPoints: 1_250 }],
    ["Not Applicable", "100%", { coinsuranceBasisPoints: 10_000 }],
    ["Not Applicable", "20% Coinsurance after deductible", { coinsuranceBasisPoints: 2_000, deductibleApplies: true }],
    [
      "No Charge after deductible",
      "50% Coinsurance after deductible",
      { coinsuranceBasisPoints: 5_000, deductibleApplies: true },
    ],
    [
      "$50",
      "20% Coinsurance after deductible",
      { copayCents: 5_000, copayFirst: true, coinsuranceBasisPoints: 2_000, deductibleApplies: true },
    ],
  ])("reads %s with %s", (copay, coinsurance, expected) =>
    expect(share(copay, coinsurance)).toEqual({ ...plain, ...expected }),
  );

  it.each([
    ["", ""],
    [null, null],
    ["$20", ""],
    ["", "20%"],
    ["Not Applicable", "Not Applicable"],
    ["20%", "Not Applicable"],
    ["Not Applicable", "$20"],
    ["see brochure", "Not Applicable"],
    ["Not Applicable", "120%"],
    ["Not Applicable", "33.333%"],
  ])("does not guess at %s with %s", (copay, coinsurance) => expect(share(copay, coinsurance)).toBeNull());

  it("says nothing of care that is not covered, not said to be, or not filed", () => {
    expect(share("$20", "Not Applicable", false)).toBeNull();
    expect(share("$20", "Not Applicable", null)).toBeNull();
    expect(memberShareOf(undefined)).toBeNull();
  });
});
