import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { personKey, ssnOfAnotherProblem, ssnOfKnownPersonProblem, type RecognisedPerson } from "./same-person";

const born = calendarDate("1986-06-01");
const other = (changes: Partial<RecognisedPerson>): RecognisedPerson => ({
  ...{ memberId: "bo", employeeId: "bo", relationship: "self", firstName: "Bo", lastName: "Lind", bornOn: born },
  ...changes,
});
const ana = { memberId: "ana", employeeId: "ana", bornOn: born };
const kim = { memberId: "kim", employeeId: "ana", bornOn: born };

describe("a person", () => {
  it("is the same under another spelling of the name, and another on another birth date", () => {
    const key = personKey({ firstName: "María-José", lastName: "De la Cruz", bornOn: born });
    expect(personKey({ firstName: "maria jose", lastName: "DELACRUZ", bornOn: born })).toBe(key);
    expect(personKey({ firstName: "maria jose", lastName: "DELACRUZ", bornOn: calendarDate("1986-06-02") })).not.toBe(
      key,
    );
  });
});

describe("a Social Security number", () => {
  it.each([
    ["of an employee cannot be another employee's", ana, other({}), true],
    [
      "of an employee may be the one under which a colleague covers them as a spouse",
      ana,
      other({ memberId: "x", relationship: "spouse" }),
      false,
    ],
    ["of a dependent may be that of an employee born on the same day", kim, other({}), false],
    [
      "of a dependent cannot be that of somebody born on another day",
      kim,
      other({ bornOn: calendarDate("1990-01-01") }),
      true,
    ],
    [
      "belongs to one person of a family",
      kim,
      other({ memberId: "lee", employeeId: "ana", relationship: "child" }),
      true,
    ],
    [
      "may be typed again for its own person",
      kim,
      other({ memberId: "kim", employeeId: "ana", relationship: "child" }),
      false,
    ],
  ])("%s", (_, holder, someone, taken) => {
    expect(ssnOfAnotherProblem(holder, [someone])?.code).toBe(taken ? "ssn-on-file-for-another" : undefined);
  });

  it("that is taken is refused with the other's name to whoever sees the roster, and without it to an employee", () => {
    const bo = other({ bornOn: calendarDate("1990-01-01") });
    const params = { name: "Bo Lind" };
    expect(ssnOfKnownPersonProblem(ana, [bo])).toEqual({ code: "employee-already-on-roster", field: "ssn", params });
    expect(ssnOfKnownPersonProblem(kim, [bo])).toEqual({ code: "ssn-of-another-person", field: "ssn", params });
    expect(JSON.stringify(ssnOfAnotherProblem(kim, [bo]))).not.toContain("Bo");
  });
});
