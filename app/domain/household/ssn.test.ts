import { describe, expect, it } from "vitest";
import { lastFourOf, maskedSsn, parseSsn } from "./ssn";

describe("a Social Security number", () => {
  it.each([["123-45-6788"], ["123456788"], [" 123 45 6788 "], ["123–45–6788"], ["123-456788"]])(
    "written %j is read",
    (text) => {
      expect(parseSsn(text)).toEqual({ ok: true, value: "123456788" });
    },
  );

  it.each([
    ["", "ssn-missing"],
    ["12345678", "ssn-not-nine-digits"],
    ["1234567890", "ssn-not-nine-digits"],
    ["123-45-678a", "ssn-not-nine-digits"],
    ["12-345-6789", "ssn-not-nine-digits"],
    ["000-12-3456", "ssn-area-not-issued"],
    ["666-12-3456", "ssn-area-not-issued"],
    ["900-12-3456", "ssn-is-a-taxpayer-number"],
    ["999-12-3456", "ssn-is-a-taxpayer-number"],
    ["912-70-1234", "ssn-is-a-taxpayer-number"],
    ["123-00-4567", "ssn-group-not-issued"],
    ["123-45-0000", "ssn-serial-not-issued"],
    ["078-05-1120", "ssn-is-a-sample"],
    ["219-09-9999", "ssn-is-a-sample"],
    ["987-65-4320", "ssn-is-a-sample"],
    ["987-65-4329", "ssn-is-a-sample"],
    ["111-11-1111", "ssn-is-a-sample"],
  ])("%j is refused: %s", (text, code) => {
    expect(parseSsn(text)).toEqual({ ok: false, problems: [{ code, field: "ssn" }] });
  });

  it.each([["001-01-0001"], ["665-01-0001"], ["667-01-0001"], ["899-99-9998"], ["078-05-1121"]])(
    "%s is well formed",
    (text) => {
      expect(parseSsn(text).ok).toBe(true);
    },
  );

  it("shows its last four digits only", () => {
    const outcome = parseSsn("123-45-6788");
    expect(outcome.ok && maskedSsn(lastFourOf(outcome.value))).toBe("***-**-6788");
  });
});
