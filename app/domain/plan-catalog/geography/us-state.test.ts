import { describe, expect, it } from "vitest";
import { stateCodeOf, stateOfCounty } from "./us-state";

describe("states", () => {
  it.each([
    ["55079", "WI"],
    ["11001", "DC"],
    ["01001", "AL"],
    ["03001", undefined],
  ])("county %s lies in %s", (fips, state) => expect(stateOfCounty(fips)).toBe(state));
  it.each([
    ["Massachusetts", "MA"],
    ["ma", "MA"],
    ["New York", "NY"],
    ["York", undefined],
  ])("%s is %s", (text, code) => expect(stateCodeOf(text)).toBe(code));
});
