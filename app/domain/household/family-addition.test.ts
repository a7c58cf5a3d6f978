import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { familyAdditionProblems, type FamilyPerson } from "./family-addition";

const at = { coverageStartOn: calendarDate("2027-01-01"), today: calendarDate("2026-11-24") };
const kim: FamilyPerson = {
  ...{ relationship: "child", firstName: "Kim", lastName: "Ruiz", bornOn: calendarDate("2015-02-03") },
};
const lee: FamilyPerson = { ...kim, relationship: "spouse", firstName: "Lee", bornOn: calendarDate("1985-02-03") };

const codes = (person: FamilyPerson, family: readonly FamilyPerson[], isAnotherPerson = false) =>
  familyAdditionProblems({ ...person, isAnotherPerson }, { ...at, family }).map(({ code }) => code);

describe("somebody who joins a family", () => {
  it("may be a child under 26 or the only spouse", () => {
    expect(codes(kim, [lee])).toEqual([]);
    expect(codes(lee, [kim])).toEqual([]);
    expect(codes({ ...lee, firstName: "Max", relationship: "domestic-partner" }, [lee])).toEqual([
      "more-than-one-spouse-or-partner",
    ]);
  });

  it.each([
    ["2001-01-02", []],
    ["2001-01-01", ["child-too-old"]],
    ["2026-11-25", ["birth-date-in-the-future"]],
  ])("as a child born on %s is answered with %j", (bornOn, expected) => {
    expect(codes({ ...kim, bornOn: calendarDate(bornOn) }, [])).toEqual(expected);
  });

  it("is asked about when the family has somebody of that name and birth date", () => {
    expect(codes({ ...kim, firstName: "KIM" }, [kim])).toEqual(["person-already-in-family"]);
    expect(codes({ ...kim, firstName: "KIM" }, [kim], true)).toEqual([]);
  });
});
