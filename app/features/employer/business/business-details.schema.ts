import { z } from "zod";
import { isUsState, type UsState } from "~/domain/exchange-profile/us-state";
import { parseEin, type Ein } from "~/domain/household/ein";
import { entityKinds } from "~/domain/household/employment";
import { parseInsurerText } from "~/domain/household/insurer-text";
import type { Outcome } from "~/domain/problem";
import { choiceField, emailField, optionalField, textField, wholeNumberField } from "~/platform/forms/fields";
import { countyField, phoneField, ruledField, zipField } from "~/platform/forms/person-fields";

/** What insurers' files have room for. */
const longestName = 60;
const longestAddressLine = 55;
const longestCity = 30;

/** `12-3456789` becomes nine digits. */
export function einField() {
  return ruledField((text): Outcome<Ein> => {
    const reading = parseEin(text);
    return reading.ok ? { ok: true, value: reading.value.ein } : reading;
  });
}

/** Checked here for what insurers' files can spell, not when the group has been submitted. */
const insurerField = (maximum: number) => ruledField((text) => parseInsurerText(text, { maximum }));

function stateField() {
  return textField(2).transform((text, ctx): UsState => {
    if (isUsState(text)) return text;
    ctx.addIssue({ code: "custom", message: "choose-one-of-list" });
    return z.NEVER;
  });
}

const details = {
  legalName: insurerField(longestName),
  dbaName: optionalField(z.string().max(longestName)),
  entityKind: choiceField(entityKinds),
  addressLine1: insurerField(longestAddressLine),
  addressLine2: optionalField(z.string().max(longestAddressLine)),
  city: insurerField(longestCity),
  state: stateField(),
  zip: zipField(),
  /** Asked for only where the ZIP lies in several counties. */
  countyFips: optionalField(countyField()),
  phone: phoneField(),
  contactEmail: emailField(),
};

export const registerBusinessSchema = z.object({ ein: einField(), ...details });
export type RegisterBusiness = z.output<typeof registerBusinessSchema>;

/** The EIN stays: it is the business. */
export const editBusinessSchema = z.object({ ...details, version: wholeNumberField() });
export type EditBusiness = z.output<typeof editBusinessSchema>;

export const joinBusinessSchema = z.object({ ein: einField() });

/** The form that keeps its draft under this name. */
export const registrationFormKey = "employer-registration";
