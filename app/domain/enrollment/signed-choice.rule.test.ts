import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { signedChoiceEffect, type PricedPerson, type SignedOffer } from "./signed-choice.rule";

const offer: SignedOffer = {
  ...{ state: "enrollment_open", waitingPeriod: "first-of-month-on-or-after-30-days" },
  ...{ opensOn: calendarDate("2026-11-24"), closesOn: calendarDate("2026-12-11"), startOn: calendarDate("2027-01-01") },
};
const lastDay = calendarDate("2026-12-11");
const dayAfter = calendarDate("2026-12-12");
/** 40 on the first day of coverage, and so is whoever was born from 2 January 1986 to 1 January 1987. */
const ana: PricedPerson = {
  ...{ relationship: "self", bornOn: calendarDate("1986-06-01"), usesTobacco: null },
  hiredOn: calendarDate("2020-01-15"),
};
const effect = (changes: Partial<PricedPerson> | null, today = lastDay, more: Partial<SignedOffer> = {}) =>
  signedChoiceEffect({
    ...{ offer: { ...offer, ...more }, today, before: ana },
    after: changes && { ...ana, ...changes },
  });

describe("a signed choice", () => {
  it.each<[string, Partial<PricedPerson> | null, string, string]>([
    ["nothing of the price changes", {}, "none", "none"],
    ["a covered person leaves the family", null, "sign-again", "fixed"],
    ["somebody turns out a year older", { bornOn: calendarDate("1986-01-01") }, "sign-again", "fixed"],
    ["somebody turns out older by days, at the same age", { bornOn: calendarDate("1986-01-02") }, "sign-again", "none"],
    ["somebody turns out younger, at the same age", { bornOn: calendarDate("1987-01-01") }, "sign-again", "none"],
    ["somebody turns out a year younger", { bornOn: calendarDate("1987-01-02") }, "sign-again", "fixed"],
    ["somebody says yes to tobacco", { usesTobacco: true }, "sign-again", "fixed"],
    ["somebody says no to tobacco who had not said", { usesTobacco: false }, "sign-again", "none"],
    ["a child turns out to be a grandchild", { relationship: "grandchild" }, "sign-again", "fixed"],
    ["the first day of work leaves the start", { hiredOn: calendarDate("2026-12-02") }, "none", "none"],
    ["the first day of work moves the start", { hiredOn: calendarDate("2026-12-03") }, "sign-again", "fixed"],
  ])("when %s", (_, changes, whileOpen, afterwards) => {
    expect(effect(changes)).toBe(whileOpen);
    expect(effect(changes, dayAfter)).toBe(afterwards);
    expect(effect(changes, lastDay, { state: "submitted" })).toBe(afterwards);
  });

  it("of an offer that was called off matters to nobody", () => {
    expect(effect(null, lastDay, { state: "canceled" })).toBe("none");
  });

  it("is signed again later where open enrollment has been moved to begin later", () => {
    expect(effect(null, lastDay, { opensOn: dayAfter, closesOn: dayAfter })).toBe("sign-again");
  });
});
