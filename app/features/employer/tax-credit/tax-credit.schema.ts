import { z } from "zod";
import { yearlyHoursCap } from "~/domain/eligibility/credited-hours.rule";
import { creditTaxStatuses } from "~/domain/tax-credit/small-business-credit.rule";
import { choiceField, dollarsField, optionalField, wholeNumberField } from "~/platform/forms/fields";

export const fteMethods = ["hours", "weekly", "typed"] as const;
export const yesOrNo = ["yes", "no"] as const;

const firstYear = 2014;
const mostPeople = 1_000;
const weeksInYear = 52;

const hoursField = z
  .string()
  .regex(/^\d{1,7}(\.\d{1,2})?$|^\d{1,3}(,\d{3}){1,2}(\.\d{1,2})?$/, "hours-not-a-number")
  .transform((text) => Number(text.replaceAll(",", "")));

const people = () => optionalField(wholeNumberField({ maximum: mostPeople }));

const answersSchema = z.object({
  taxYear: wholeNumberField({ minimum: firstYear, maximum: 2_100 }),
  taxStatus: choiceField(creditTaxStatuses),
  fteMethod: choiceField(fteMethods),
  peopleAtCap: people(),
  otherPeople: people(),
  otherHours: optionalField(hoursField),
  fte: people(),
  wagesCents: dollarsField(),
  employerPaidCents: dollarsField(),
  totalPremiumCents: dollarsField(),
  averagePremiumCents: optionalField(dollarsField()),
  paysHalfAlike: choiceField(yesOrNo),
  firstClaimYear: optionalField(wholeNumberField({ minimum: firstYear, maximum: 2_100 })),
  stateHelpCents: optionalField(dollarsField()),
  payrollTaxesCents: optionalField(dollarsField()),
});

/** Hours of a tax year: typed so, or a usual week's hours for all its weeks. */
export function yearHoursOf({ fteMethod, otherHours = 0 }: { fteMethod: string; otherHours?: number | undefined }) {
  return fteMethod === "weekly" ? Math.round(otherHours * weeksInYear * 100) / 100 : otherHours;
}

export type TaxCreditAnswers = z.output<typeof answersSchema>;

function check(answers: TaxCreditAnswers, ctx: z.RefinementCtx): void {
  const { fteMethod, otherPeople = 0, employerPaidCents, totalPremiumCents } = answers;
  const wanted = fteMethod === "typed" ? (["fte"] as const) : (["peopleAtCap", "otherPeople", "otherHours"] as const);
  for (const name of wanted) {
    if (answers[name] === undefined) ctx.addIssue({ code: "custom", message: "required", path: [name] });
  }
  if (fteMethod !== "typed" && yearHoursOf(answers) > otherPeople * yearlyHoursCap) {
    ctx.addIssue({ code: "custom", message: "credit-hours-over-cap", path: ["otherHours"] });
  }
  if (employerPaidCents > totalPremiumCents) {
    ctx.addIssue({ code: "custom", message: "credit-pays-more-than-premium", path: ["employerPaidCents"] });
  }
}

/** What the estimate is made from. */
export const taxCreditSchema = answersSchema.superRefine(check);

export const saveTaxCreditSchema = answersSchema.safeExtend({ version: wholeNumberField() }).superRefine(check);
export type SaveTaxCredit = z.output<typeof saveTaxCreditSchema>;
