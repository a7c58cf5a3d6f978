import { describe, expect, it } from "vitest";
import { parseCmsShare } from "./cms-percent";

describe("shares in plan filings", () => {
  it.each([
    ["10.00%", "0.1"],
    ["71.77%", "0.7177"],
    ["100%", "1"],
    ["0%", "0"],
    ["5%", "0.05"],
    ["0.918998637719829", "0.918998637719829"],
    ["1.0", "1"],
    ["0.9834", "0.9834"],
  ])("reads %s as %s without rounding", (text, share) => expect(parseCmsShare(text)).toBe(share));

  it.each(["", "about 70%", "71,77%", "-5%", "$20", "1e-3"])("refuses %s", (text) =>
    expect(parseCmsShare(text)).toBeUndefined(),
  );
});
