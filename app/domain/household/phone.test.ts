import { describe, expect, it } from "vitest";
import { parsePhone } from "./phone";

describe("a telephone number", () => {
  it.each(["6155550100", "(615) 555-0100", "615.555.0100", "+1 615-555-0100", "1/615/555/0100", " 615–555–0100 "])(
    "may be written %s",
    (text) => expect(parsePhone(text)).toEqual({ ok: true, value: "6155550100" }),
  );

  it.each(["615555010", "61555501000", "1155550100", "0155550100", "615-555-01OO", ""])("is not %j", (text) => {
    expect(parsePhone(text)).toEqual({ ok: false, problems: [{ code: "phone-not-ten-digits", field: "phone" }] });
  });
});
