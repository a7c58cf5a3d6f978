import { z } from "zod";
import { employerAttestations } from "~/domain/eligibility/employer-eligibility.rule";
import { choiceField, optionalField, wholeNumberField } from "~/platform/forms/fields";

export const sizeMethods = ["count", "typed"] as const;
export const yesOrNo = ["yes", "no"] as const;

const hoursField = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,2})?$/, "weekly-hours-not-a-number")
  .transform(Number);

const mostHeads = 100_000;
const [size, address, offer, nonOwner] = employerAttestations;

/** The count, by either way, and the four statements of the federal application. */
export const checkEligibilitySchema = z
  .object({
    sizeMethod: choiceField(sizeMethods),
    fullTimeHeads: optionalField(wholeNumberField({ maximum: mostHeads })),
    partTimeWeeklyHours: optionalField(hoursField),
    fte: optionalField(wholeNumberField({ maximum: mostHeads })),
    [size]: choiceField(yesOrNo),
    [address]: choiceField(yesOrNo),
    [offer]: choiceField(yesOrNo),
    [nonOwner]: choiceField(yesOrNo),
  })
  .superRefine((answers, ctx) => {
    const wanted =
      answers.sizeMethod === "count" ? (["fullTimeHeads", "partTimeWeeklyHours"] as const) : (["fte"] as const);
    for (const name of wanted) {
      if (answers[name] === undefined) ctx.addIssue({ code: "custom", message: "required", path: [name] });
    }
  });

export type CheckEligibility = z.output<typeof checkEligibilitySchema>;
