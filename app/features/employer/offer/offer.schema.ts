import { z } from "zod";
import { choiceModels } from "~/domain/exchange-profile/exchange-profile";
import { parsePlanKey, type PlanKey } from "~/domain/plan-catalog/plan";
import { choiceField, optionalField, wholeNumberField } from "~/platform/forms/fields";
import { contributionShape, withoutIdleFields } from "./contribution/contribution-terms.schema";

/** What an employer may offer as a whole level; expanded bronze is in the bronze level. */
export const offeredLevels = ["bronze", "silver", "gold", "platinum", "high", "low"] as const;

const planField = () =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.trim() : ""),
    z.string().transform((text, ctx): PlanKey => {
      const key = parsePlanKey(text);
      if (key) return key;
      ctx.addIssue({ code: "custom", message: "reference-plan-required" });
      return z.NEVER;
    }),
  );

/** The terms of one line's offer; the preview reads them from the address, the save from the posted form. */
const terms = z
  .object({
    choiceModel: choiceField(choiceModels),
    metalLevel: optionalField(z.enum(offeredLevels, "choose-one-of-list")),
    issuerId: optionalField(z.string().regex(/^\d{5}$/, "choose-one-of-list")),
    referencePlanId: planField(),
    ...contributionShape,
  })
  .superRefine(({ choiceModel, metalLevel, issuerId }, ctx) => {
    const missing =
      choiceModel === "metal-level" && !metalLevel
        ? "metalLevel"
        : choiceModel === "single-issuer" && !issuerId
          ? "issuerId"
          : undefined;
    if (missing) ctx.addIssue({ code: "custom", message: "choose-one-of-list", path: [missing] });
  });

export const offerTermsSchema = z.preprocess(withoutIdleFields, terms);
export type OfferTermsInput = z.output<typeof offerTermsSchema>;

export const saveOfferSchema = z.preprocess(withoutIdleFields, terms.safeExtend({ version: wholeNumberField() }));
export type SaveOfferInput = z.output<typeof saveOfferSchema>;

export const removeOfferSchema = z.object({ version: wholeNumberField() });
