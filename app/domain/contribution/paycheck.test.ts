import { describe, expect, it } from "vitest";
import { cents } from "../money/cents";
import { perPaycheckCents } from "./paycheck";

describe("per paycheck", () => {
  it.each([
    ["monthly", 17_025, 17_025],
    ["semimonthly", 17_025, 8_513],
    ["biweekly", 17_025, 7_858],
    ["weekly", 17_025, 3_929],
    ["semimonthly", 17_024, 8_512],
    ["semimonthly", 1, 1],
    ["weekly", 2, 0],
    ["weekly", 3, 1],
    ["biweekly", 0, 0],
  ] as const)("%s pay takes of %i a month %i", (frequency, monthly, perPaycheck) => {
    expect(perPaycheckCents({ monthlyCents: cents(monthly), frequency })).toBe(perPaycheck);
  });
});
