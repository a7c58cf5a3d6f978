import { z } from "zod";
import { usStates, type UsState } from "~/domain/exchange-profile/us-state";
import { languages } from "~/domain/household/language";
import { choiceField, optionalField, textField, wholeNumberField } from "~/platform/forms/fields";
import { countyField, personFields, phoneField, zipField } from "~/platform/forms/person-fields";

/** What an insurer is told about the employee, as the employee puts it right. */
export const detailsSchema = z.object({
  ...personFields,
  phone: optionalField(phoneField()),
  addressLine1: textField(55),
  addressLine2: optionalField(textField(55)),
  city: textField(30),
  state: choiceField(usStates as readonly [UsState, ...UsState[]]),
  zip: zipField(),
  countyFips: optionalField(countyField()),
  language: choiceField(languages),
  version: wholeNumberField(),
});
export type DetailsInput = z.output<typeof detailsSchema>;
