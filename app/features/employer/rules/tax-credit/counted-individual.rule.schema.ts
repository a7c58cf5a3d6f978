import { z } from "zod";
import { entityKinds } from "~/domain/household/employment";
import { done } from "~/domain/problem";
import { citation, countedForCredit, exclusionReasons } from "~/domain/tax-credit/counted-individual.rule";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { individual } from "./credit-answers.schema";

export const rule = jsonRule({
  summary: "Whether somebody's hours, wages and premiums count for the tax credit.",
  citation,
  input: z.strictObject({ entityKind: z.enum(entityKinds), individual }),
  output: z.strictObject({
    counts: z.enum(["fully", "premiums-only", "not"]),
    reason: z.enum(exclusionReasons).nullable().describe("Why not fully"),
  }),
  run: ({ entityKind, individual: person }) => done(countedForCredit(person, entityKind)),
});
