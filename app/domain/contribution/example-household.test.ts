import { describe, expect, it } from "vitest";
import { ageOn, calendarDate } from "../calendar/calendar-date";
import { exampleAgeYears, exampleHousehold } from "./example-household";

describe("the household whose price stands for an empty roster", () => {
  it.each(["2027-01-01", "2028-02-29", "2027-06-01"])("is one employee who is 40 when coverage starts on %s", (day) => {
    const startOn = calendarDate(day);
    const { members } = exampleHousehold(startOn);
    expect(members.map(({ relationship, usesTobacco }) => ({ relationship, usesTobacco }))).toEqual([
      { relationship: "self", usesTobacco: false },
    ]);
    expect(members.map(({ bornOn }) => ageOn({ bornOn, on: startOn }))).toEqual([exampleAgeYears]);
  });
});
