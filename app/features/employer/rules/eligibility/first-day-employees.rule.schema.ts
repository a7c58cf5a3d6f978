import { z } from "zod";
import { citation, firstDayEmployeesRuling } from "~/domain/eligibility/first-day-employees.rule";
import { allowedOut, day, wholeNumber } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";

export const rule = jsonRule({
  summary: "Whether there is an employee on the first day of the plan year.",
  citation,
  input: z.strictObject({
    employees: wholeNumber({
      what: "Employees on that day, without owners, partners and their spouses",
      ...{ minimum: 0, maximum: 1_000_000, source: citation },
    }),
    startOn: day("First day of the plan year"),
  }),
  output: z.strictObject({ allowed: allowedOut }),
  run: (input) => allowedWith(firstDayEmployeesRuling(input), {}),
});
