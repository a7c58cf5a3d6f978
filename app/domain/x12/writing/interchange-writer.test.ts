import { describe, expect, test } from "vitest";
import type { Outcome } from "../../problem";
import { extendedUpper as rules, interchangeOf } from "../testing/enrollment-fixture";
import { wrapTransaction, writeInterchange, type InterchangeToWrite, type TransactionText } from "./interchange-writer";

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

const transaction = (controlNumber: number): TransactionText =>
  valueOf(wrapTransaction({ controlNumber, body: ["BGN*00*1*20260101*0600****2"] }, rules));
const whole = interchangeOf([transaction(1), transaction(2)]);
const group = whole.groups[0]!;

describe("an interchange", () => {
  test("has a header of exactly 106 bytes, whatever the length of the parties' names", () => {
    for (const id of ["A", "SHOPEXCH", "123456789012345"]) {
      const text = valueOf(writeInterchange({ ...whole, sender: { qualifier: "30", id } }, { rules }));
      expect(text.indexOf("GS*")).toBe(106);
      expect(text[105]).toBe("~");
    }
  });

  test("counts its segments, transactions and groups and repeats the control numbers it was given", () => {
    const segments = valueOf(writeInterchange(whole, { rules })).split("~");
    expect(segments[0]).toBe(
      "ISA*00*          *00*          *ZZ*SHOPEXCH       *ZZ*ISSUER01       *260921*0615*^*00501*000000021*1*T*:",
    );
    expect(segments.slice(1)).toEqual([
      "GS*BE*MO0*12345MO0010001*20260921*0615*2001*X*005010X220A1",
      "ST*834*0001*005010X220A1",
      "BGN*00*1*20260101*0600****2",
      "SE*3*0001",
      "ST*834*0002*005010X220A1",
      "BGN*00*1*20260101*0600****2",
      "SE*3*0002",
      "GE*2*2001",
      "IEA*1*000000021",
      "",
    ]);
  });

  test("puts a line end after each terminator where the partner wants one", () => {
    const text = valueOf(writeInterchange(whole, { rules, lineEnd: "\r\n" }));
    expect(text.split("~\r\n")).toHaveLength(11);
  });

  const cases: [string, InterchangeToWrite, string][] = [
    ["no group", { ...whole, groups: [] }, "x12-interchange-empty"],
    ["a group without transactions", { ...whole, groups: [{ ...group, transactions: [] }] }, "x12-group-empty"],
    [
      "a party's name of 16",
      { ...whole, sender: { qualifier: "ZZ", id: "1234567890123456" } },
      "x12-party-id-not-usable",
    ],
    ["a party without a name", { ...whole, receiver: { qualifier: "ZZ", id: "" } }, "x12-party-id-not-usable"],
    ["a delimiter in a party's name", { ...whole, sender: { qualifier: "ZZ", id: "A*B" } }, "x12-party-id-not-usable"],
    ["an unknown qualifier", { ...whole, sender: { qualifier: "99", id: "A" } }, "x12-code-not-allowed"],
    ["control number 0", { ...whole, controlNumber: 0 }, "x12-control-number-out-of-range"],
    ["a ten-digit control number", { ...whole, controlNumber: 1_000_000_000 }, "x12-control-number-out-of-range"],
    ["a time of 24:00", { ...whole, createdTime: "2400" }, "x12-not-a-time"],
    ["two groups of one number", { ...whole, groups: [group, group] }, "x12-control-number-repeated"],
    [
      "two transactions of one number",
      { ...whole, groups: [{ ...group, transactions: [transaction(1), transaction(1)] }] },
      "x12-control-number-repeated",
    ],
  ];
  test.each(cases)("is refused with %s", (_what, interchange, code) => {
    const outcome = writeInterchange(interchange, { rules });
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(outcome.problems.map((problem) => problem.code)).toContain(code);
  });

  test.each(["::", "A", " ", "*"])("is refused with %j as component separator", (component) => {
    const odd = { ...rules, delimiters: { ...rules.delimiters, component } };
    expect(writeInterchange(whole, { rules: odd }).ok).toBe(false);
  });

  test("is refused around transactions cut by other delimiters", () => {
    const odd = { ...rules, delimiters: { ...rules.delimiters, element: "|" } };
    const outcome = writeInterchange(whole, { rules: odd });
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(outcome.problems.map((problem) => problem.code)).toContain("x12-delimiters-differ");
  });

  test.each([
    [1, "0001"],
    [9999, "9999"],
    [10000, "10000"],
    [999_999_999, "999999999"],
  ])("writes transaction number %i with at least four digits", (controlNumber, text) => {
    expect(transaction(controlNumber).controlNumber).toBe(text);
  });
});
