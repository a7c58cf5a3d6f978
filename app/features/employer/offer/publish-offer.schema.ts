import { z } from "zod";
import { consentField, wholeNumberField } from "~/platform/forms/fields";

export const publishOfferSchema = z.object({ confirmed: consentField(), version: wholeNumberField() });
export type PublishOfferInput = z.output<typeof publishOfferSchema>;
