import { describe, expect, it } from "vitest";
import { calendarDate } from "../../domain/calendar/calendar-date";
import { basisPoints, cents } from "../../domain/money/cents";
import { formatDate, formatInstant, formatTypedDate } from "./dates";
import { formatBasisPoints, formatCents, formatList, formatWholeDollars } from "./money";

describe("money", () => {
  it.each([
    [0, "$0.00"],
    [5, "$0.05"],
    [128450, "$1,284.50"],
    [-12000, "-$120.00"],
  ])("prints %i cents as %s in both languages", (amount, text) => {
    expect(formatCents("en", cents(amount))).toBe(text);
    expect(formatCents("es", cents(amount))).toBe(text);
  });

  it("prints shares without needless decimals", () => {
    expect(formatBasisPoints("en", basisPoints(5000))).toBe("50%");
    expect(formatBasisPoints("es", basisPoints(6667))).toBe("66.67%");
  });

  it("rounds an estimate to whole dollars", () => {
    expect(formatWholeDollars("en", cents(128450))).toBe("$1,285");
  });

  it("joins names the way each language does", () => {
    expect(formatList("en", ["Ana", "Bo", "Cy"])).toBe("Ana, Bo, and Cy");
    expect(formatList("es", ["Ana", "Bo", "Cy"])).toBe("Ana, Bo y Cy");
  });
});

describe("dates", () => {
  const day = calendarDate("2026-12-11");

  it("writes the weekday out when a person must act by a day", () => {
    expect(formatDate("en", day)).toBe("Friday, December 11, 2026");
    expect(formatDate("es", day)).toBe("viernes, 11 de diciembre de 2026");
    expect(formatDate("en", day, "dayOfYear")).toBe("Friday, December 11");
  });

  it("keeps the calendar day whatever the machine's zone is", () => {
    expect(formatDate("en", calendarDate("2026-01-01"), "short")).toBe("Jan 1, 2026");
    expect(formatTypedDate(day)).toBe("12/11/2026");
  });

  it("gives an instant in the marketplace's zone", () => {
    expect(formatInstant("en", "2026-12-16T04:59:00Z", "America/New_York")).toBe(
      "December 15, 2026, 11:59 p.m. Eastern Time",
    );
    expect(formatInstant("es", "2026-12-16T04:59:00Z", "America/New_York")).toContain("11:59 p.m.");
  });
});
