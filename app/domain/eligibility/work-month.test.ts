import { expect, it } from "vitest";
import { workMonthOf } from "./work-month";

it.each([
  [[130], 1, []],
  [[129.99], 0, [129.99]],
  [[200, 100, 0], 1, [100, 0]],
  [[], 0, []],
])("a month of %j hours has %i full-time people and the part-time hours %j", (hours, fullTimeHeads, partTimeHours) => {
  const people = hours.map((each, index) => ({ personId: `p${index}`, hours: each }));
  expect(workMonthOf(people)).toEqual({ fullTimeHeads, partTimeHours });
});

it("makes one full-time person of somebody with two part-time jobs that come to 130 hours", () => {
  const twoJobs = [
    { personId: "ana", hours: 70.1 },
    { personId: "bo", hours: 20 },
    { personId: "ana", hours: 59.9 },
  ];
  expect(workMonthOf(twoJobs)).toEqual({ fullTimeHeads: 1, partTimeHours: [20] });
});
