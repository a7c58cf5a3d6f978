import { z } from "zod";
import {
  citation,
  countsForSize,
  groupHasEmployeeRuling,
  isCommonLawEmployee,
} from "~/domain/eligibility/common-law-employee.rule";
import { allowedOut, yesOrNoOut } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";
import { business, worker } from "./employer-answers.schema";

export const rule = jsonRule({
  summary: "Who is an employee of the business and whose hours count for its size; a group needs one employee.",
  citation,
  input: z.strictObject({ business, workers: z.array(worker).max(10_000) }),
  output: z.strictObject({
    allowed: allowedOut,
    workers: z.array(
      z.strictObject({
        isEmployee: yesOrNoOut("An employee, who makes the business a group"),
        countsForSize: yesOrNoOut("Hours belong in the size count"),
      }),
    ),
  }),
  run: ({ business: employer, workers }) => {
    const answers = workers.map((one) => ({
      isEmployee: isCommonLawEmployee(one, employer),
      countsForSize: countsForSize(one, employer),
    }));
    return allowedWith(groupHasEmployeeRuling(workers, employer), { workers: answers });
  },
});
