import { z } from "zod";
import { usStates, type UsState } from "~/domain/exchange-profile/us-state";
import { parseZipCode } from "~/domain/household/zip-code";
import { done, failed, type Outcome } from "~/domain/problem";
import { choiceField, optionalField, textField, wholeNumberField } from "~/platform/forms/fields";
import { personFields, ruledField } from "../person.schema";

export const spokenLanguages = ["en", "es"] as const;

/** Ten digits, with or without the usual signs or a leading 1. */
function readPhone(text: string): Outcome<string> {
  const digits = text.replaceAll(/[\s().+/–-]/g, "").replace(/^1(?=\d{10}$)/, "");
  return /^[2-9]\d{9}$/.test(digits) ? done(digits) : failed({ code: "phone-not-ten-digits", field: "phone" });
}

/** What an insurer is told about the employee, as the employee puts it right. */
export const detailsSchema = z.object({
  ...personFields,
  phone: optionalField(ruledField(readPhone)),
  addressLine1: textField(55),
  addressLine2: optionalField(textField(55)),
  city: textField(30),
  state: choiceField(usStates as readonly [UsState, ...UsState[]]),
  zip: ruledField((text): Outcome<string> => {
    const zip = parseZipCode(text, "zip");
    return zip.ok ? done(zip.value.zip5) : zip;
  }),
  countyFips: optionalField(z.string().regex(/^\d{5}$/)),
  language: choiceField(spokenLanguages),
  version: wholeNumberField(),
});
export type DetailsInput = z.output<typeof detailsSchema>;
