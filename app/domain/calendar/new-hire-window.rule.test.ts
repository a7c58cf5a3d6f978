import { expect, it } from "vitest";
import { addDays, calendarDate } from "./calendar-date";
import { newHireWindow } from "./new-hire-window.rule";

it.each([
  [0, "2026-03-31"],
  [30, "2026-03-31"],
  [45, "2026-03-31"],
  [46, "2026-04-01"],
  [60, "2026-04-15"],
  [90, "2026-05-15"],
])("somebody hired on 1 March 2026 with a wait of %i days may choose until %s", (waitDays, closesOn) => {
  const hiredOn = calendarDate("2026-03-01");
  expect(newHireWindow({ hiredOn, coverageStartOn: addDays(hiredOn, waitDays) })).toEqual({
    opensOn: "2026-03-01",
    closesOn,
    employerReportsByOn: "2026-03-31",
  });
});
