import { z } from "zod";
import { consentField, textField } from "~/platform/forms/fields";

/** `seen` tells which choices and amounts stood on the page that is signed. */
export const signSchema = z.object({
  signedName: textField(120),
  attested: consentField(),
  seen: textField(64),
});
export type SignInput = z.output<typeof signSchema>;
