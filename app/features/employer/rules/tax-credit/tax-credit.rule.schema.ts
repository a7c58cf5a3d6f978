import { z } from "zod";
import { entityKinds } from "~/domain/household/employment";
import { done } from "~/domain/problem";
import { exclusionReasons } from "~/domain/tax-credit/counted-individual.rule";
import { creditFigures } from "~/domain/tax-credit/credit-of-people.rule";
import { citation, creditWorksheet } from "~/domain/tax-credit/credit-worksheet.rule";
import { amountInCents, distinct } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { yearOfService } from "../eligibility/service-year.schema";
import {
  coverage,
  creditedPremium,
  firstClaimYear,
  individual,
  payrollTaxesCents,
  stateSubsidiesCents,
  taxYearStartOn,
  worksheetOut,
} from "./credit-answers.schema";

const person = yearOfService.extend({
  individual: individual.prefault({}),
  wagesCents: amountInCents("Wages of the tax year, subject to social security tax without its ceiling"),
  premium: creditedPremium.nullable().describe("Null: not enrolled"),
});

export const rule = jsonRule({
  summary:
    "The tax credit of one year from the people: who counts, hours, wages, premiums, and every line of the form.",
  citation,
  input: z.strictObject({
    taxYearStartOn,
    firstClaimYear,
    coverage,
    entityKind: z.enum(entityKinds),
    isTaxExempt: z.boolean(),
    people: z
      .array(person)
      .max(10_000)
      .superRefine(distinct(({ personId }) => personId, "personId")),
    stateSubsidiesCents,
    payrollTaxesCents,
  }),
  output: z.strictObject({
    ...worksheetOut,
    people: z.array(
      z.strictObject({
        personId: z.string(),
        counts: z.enum(["fully", "premiums-only", "not"]),
        reason: z.enum(exclusionReasons).nullable(),
      }),
    ),
  }),
  run: ({ entityKind, people, ...claim }) => {
    const figures = creditFigures({ entityKind, people });
    if (!figures.ok) return figures;
    const { fte, wagesCents, premiums } = figures.value;
    const worksheet = creditWorksheet({ ...claim, fte: fte.fte, wagesCents, premiums });
    return worksheet.ok ? done({ ...worksheet.value, people: figures.value.people }) : worksheet;
  },
});
