import { describe, expect, it } from "vitest";
import { calendarDate } from "../../domain/calendar/calendar-date";
import { basisPoints } from "../../domain/money/cents";
import { quoteCookie, quoteCookieOf } from "./quote-cookie.server";

const token = "a".repeat(43);
const terms = {
  startOn: calendarDate("2027-01-01"),
  ...{ employeeBasisPoints: basisPoints(5_000), dependentsBasisPoints: basisPoints(0) },
};

describe("the cookie of a quote", () => {
  it.each([
    ["https://shop.example", "__Host-shopfront-quote", "; Secure"],
    ["http://shop.test", "shopfront-quote", ""],
  ])("at %s is what a browser accepts there, for thirty days", (origin, name, secure) => {
    expect(quoteCookie({ token, terms }, origin)).toBe(
      `${name}=${token}.2027-01-01.5000.0; Path=/; HttpOnly; SameSite=Lax${secure}; Max-Age=2592000`,
    );
  });

  it("is read back, and only with the right shape", () => {
    const origin = "https://shop.example";
    const read = (value: string) =>
      quoteCookieOf(new Request(origin, { headers: { Cookie: `lang=es; __Host-shopfront-quote=${value}` } }), origin);
    expect(read(`${token}.2027-01-01.5000.0`)).toEqual({ token, terms });
    for (const wrong of [
      ...["", token, `${token}.2027-01-01.5000`, `${token}.2027-13-01.5000.0`, `${token}.2027-01-01.10001.0`],
      ...[`short.2027-01-01.5000.0`, `${token}.2027-01-01.5000.0.more`, `${token}.2027-01-01.-1.0`],
    ]) {
      expect(read(wrong), wrong).toBeUndefined();
    }
  });
});
