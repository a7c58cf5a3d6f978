import { expect, it } from "vitest";
import { creditedHours, type HoursOfService } from "./credited-hours.rule";

it.each<[HoursOfService, number]>([
  [{ method: "actual", hours: 0 }, 0],
  [{ method: "actual", hours: 1_999.25 }, 1_999.25],
  [{ method: "actual", hours: 8_784 }, 8_784],
  [{ method: "days-worked", days: 1 }, 8],
  [{ method: "days-worked", days: 200 }, 1_600],
  [{ method: "weeks-worked", weeks: 1 }, 40],
  [{ method: "weeks-worked", weeks: 52 }, 2_080],
])("%j is credited with %d hours", (service, hours) => {
  expect(creditedHours(service)).toEqual({ ok: true, value: hours });
});

it.each<[HoursOfService, string]>([
  [{ method: "actual", hours: -0.01 }, "fte-hours-out-of-range"],
  [{ method: "actual", hours: 8_784.01 }, "fte-hours-out-of-range"],
  [{ method: "actual", hours: Number.NaN }, "fte-hours-out-of-range"],
  [{ method: "days-worked", days: 367 }, "work-days-out-of-range"],
  [{ method: "days-worked", days: 1.5 }, "work-days-out-of-range"],
  [{ method: "weeks-worked", weeks: 54 }, "work-weeks-out-of-range"],
  [{ method: "weeks-worked", weeks: -1 }, "work-weeks-out-of-range"],
])("%j is refused: %s", (service, code) => {
  const outcome = creditedHours(service);
  expect(!outcome.ok && outcome.problems[0]?.code).toBe(code);
});
