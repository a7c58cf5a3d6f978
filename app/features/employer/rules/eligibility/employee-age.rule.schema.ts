import { z } from "zod";
import { citation, employeeAgeWarning, employeeBirthDateRuling } from "~/domain/eligibility/employee-age.rule";
import { allowedOut, day, problemOut } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";

export const rule = jsonRule({
  summary: "Whether an employee's date of birth can be right.",
  citation,
  input: z.strictObject({
    bornOn: day("Date of birth"),
    hiredOn: day("First day of work"),
    today: day("The day on which this is asked"),
  }),
  output: z.strictObject({
    allowed: allowedOut,
    problem: problemOut().nullable().describe("A reason to look again, which stops nobody"),
  }),
  run: (input) => allowedWith(employeeBirthDateRuling(input), { problem: employeeAgeWarning(input) ?? null }),
});
