import { describe, expect, it } from "vitest";
import { readCostShare } from "./cost-share";

describe("copay and coinsurance cells", () => {
  it.each([
    ["", { kind: "unknown" }],
    ["Not Applicable", { kind: "not-applicable" }],
    ["No Charge", { kind: "no-charge", deductible: null }],
    ["No Charge after deductible", { kind: "no-charge", deductible: "after" }],
    ["$20", { kind: "copay", dollars: "20", per: null, deductible: null }],
    ["$1,250", { kind: "copay", dollars: "1,250", per: null, deductible: null }],
    ["$500 Copay per Stay after deductible", { kind: "copay", dollars: "500", per: "stay", deductible: "after" }],
    ["$9.50 Copay per Day before deductible", { kind: "copay", dollars: "9.50", per: "day", deductible: "before" }],
    ["20%", { kind: "coinsurance", percent: "20", deductible: null }],
    ["12.5% Coinsurance after deductible", { kind: "coinsurance", percent: "12.5", deductible: "after" }],
    ["see brochure", { kind: "as-written" }],
  ])("reads %s", (text, share) => expect(readCostShare(text)).toEqual(share));
});
