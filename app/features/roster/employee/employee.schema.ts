import { z } from "zod";
import { employmentTypes } from "~/domain/household/employment";
import { languages } from "~/domain/household/language";
import { usStates, type UsState } from "~/domain/exchange-profile/us-state";
import {
  checkboxField,
  choiceField,
  dateField,
  emailField,
  optionalField,
  textField,
  wholeNumberField,
} from "~/platform/forms/fields";
import { anotherPersonField, countyField, personFields, phoneField, zipField } from "~/platform/forms/person-fields";

/** One person of the roster, as the form and a row of an uploaded list give it. */
export const employeeSchema = z.object({
  ...personFields,
  isAnotherPerson: anotherPersonField,
  email: optionalField(emailField().transform((email) => email.toLowerCase())),
  phone: optionalField(phoneField()),
  addressLine1: optionalField(textField(55)),
  addressLine2: optionalField(textField(55)),
  city: optionalField(textField(30)),
  state: optionalField(choiceField(usStates as readonly [UsState, ...UsState[]])),
  zip: optionalField(zipField()),
  countyFips: optionalField(countyField()),
  hiredOn: dateField(),
  employmentBasis: choiceField(employmentTypes),
  isOwner: checkboxField(),
  language: choiceField(languages),
  /** Ticked to go on although the person was very young on the first day of work. */
  ageConfirmed: checkboxField(),
});
export type EmployeeInput = z.output<typeof employeeSchema>;

/** The id is made with the page, so that a form sent twice adds one person. */
export const addEmployeeSchema = employeeSchema.extend({ employeeId: z.uuid() });
export const changeEmployeeSchema = employeeSchema.extend({ version: wholeNumberField() });
