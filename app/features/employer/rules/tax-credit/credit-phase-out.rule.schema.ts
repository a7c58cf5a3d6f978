import { z } from "zod";
import { done } from "~/domain/problem";
import { citation, creditPhaseOut } from "~/domain/tax-credit/credit-phase-out.rule";
import { amountInCents, shareInBasisPoints } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { creditFte, phaseOutOut } from "./credit-answers.schema";

export const rule = jsonRule({
  summary: "The two cuts of the credit, for full-time equivalents and for wages, with figures of any year.",
  citation,
  input: z.strictObject({
    creditableCents: amountInCents("Premiums that count (line 6)"),
    shareBasisPoints: shareInBasisPoints("Percentage of the premiums", { source: citation }),
    fte: creditFte,
    averageWagesCents: amountInCents("Average wages (line 3)"),
    baseWagesCents: amountInCents("The year's wage base", { minimum: 1, source: "26 U.S.C. 45R(d)(3)(B)" }),
  }),
  output: z.strictObject(phaseOutOut),
  run: (input) => done(creditPhaseOut(input)),
});
