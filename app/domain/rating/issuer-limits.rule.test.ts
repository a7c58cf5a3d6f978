import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { countsAsTobaccoUser, issuerDependentAgeRuling } from "./issuer-limits.rule";

describe("an issuer's age limit for a dependent", () => {
  it.each([
    ["child", 25, "medical", 25, true],
    ["child", 26, "medical", 25, false],
    ["child", 25, "medical", 21, true],
    ["child", 26, "medical", 21, false],
    ["stepchild", 30, "medical", 30, true],
    ["stepchild", 31, "medical", 30, false],
    ["child", 21, "dental", 21, true],
    ["child", 22, "dental", 21, false],
    ["child", 40, "dental", null, true],
    ["disabled-child", 40, "medical", 25, true],
    ["spouse", 60, "medical", 25, true],
    ["self", 60, "dental", 21, true],
  ] as const)("lets a %s of %i into %s coverage filed to %s: %s", (relationship, ageYears, line, limit, expected) => {
    const ruling = issuerDependentAgeRuling({ relationship, ageYears, line, dependentMaximumAge: limit });
    expect(ruling.allowed).toBe(expected);
  });

  it("names the age and the limit", () => {
    const input = { relationship: "child", ageYears: 26, line: "medical", dependentMaximumAge: 21 } as const;
    expect(issuerDependentAgeRuling(input)).toMatchObject({
      problems: [{ code: "dependent-over-issuer-age", params: { ageYears: 26, limitYears: 25 } }],
    });
  });
});

describe("a user of tobacco", () => {
  it.each([
    [null, null, false],
    ["2025-06-15", null, true],
    ["2024-12-16", null, true],
    ["2024-12-15", null, false],
    ["2025-03-16", 3, true],
    ["2025-03-15", 3, false],
    ["2024-12-15", 60, false],
    ["2024-12-16", 999, true],
  ])(
    "who last used it on %s, where %s free months are filed, counts on 15 June 2025: %s",
    (lastUsed, filed, counts) => {
      expect(
        countsAsTobaccoUser({
          lastUsedOn: lastUsed === null ? null : calendarDate(lastUsed),
          askedOn: calendarDate("2025-06-15"),
          minimumTobaccoFreeMonths: filed,
        }),
      ).toBe(counts);
    },
  );
});
