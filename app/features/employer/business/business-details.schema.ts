import { z } from "zod";
import { isUsState, type UsState } from "~/domain/exchange-profile/us-state";
import { parseEin, type Ein } from "~/domain/household/ein";
import { entityKinds } from "~/domain/household/employment";
import { parseZipCode, type Zip5 } from "~/domain/household/zip-code";
import type { Outcome } from "~/domain/problem";
import { choiceField, emailField, optionalField, textField, wholeNumberField } from "~/platform/forms/fields";

/** What insurers' files have room for. */
const longestName = 60;
const longestAddressLine = 55;
const longestCity = 30;

/** A domain parser as a field: the first problem becomes the field's. */
function parsedField<T>(parse: (text: string) => Outcome<T>) {
  return textField(40).transform((text, ctx): T => {
    const outcome = parse(text);
    if (outcome.ok) return outcome.value;
    const [problem] = outcome.problems;
    ctx.addIssue({ code: "custom", message: problem?.code ?? "invalid-format" });
    return z.NEVER;
  });
}

/** `12-3456789` becomes nine digits. */
export function einField() {
  return parsedField((text): Outcome<Ein> => {
    const reading = parseEin(text);
    return reading.ok ? { ok: true, value: reading.value.ein } : reading;
  });
}

function zipField() {
  return parsedField((text): Outcome<Zip5> => {
    const reading = parseZipCode(text, "zip");
    return reading.ok ? { ok: true, value: reading.value.zip5 } : reading;
  });
}

/** `(615) 555-0100`, with or without the country's 1, becomes ten digits. */
function phoneField() {
  return textField(40).transform((text, ctx): string => {
    const digits = text.replace(/[\s().–+-]/g, "").replace(/^1(?=\d{10}$)/, "");
    if (/^[2-9]\d{9}$/.test(digits)) return digits;
    ctx.addIssue({ code: "custom", message: "phone-not-ten-digits" });
    return z.NEVER;
  });
}

function stateField() {
  return textField(2).transform((text, ctx): UsState => {
    if (isUsState(text)) return text;
    ctx.addIssue({ code: "custom", message: "choose-one-of-list" });
    return z.NEVER;
  });
}

const details = {
  legalName: textField(longestName),
  dbaName: optionalField(z.string().max(longestName)),
  entityKind: choiceField(entityKinds),
  addressLine1: textField(longestAddressLine),
  addressLine2: optionalField(z.string().max(longestAddressLine)),
  city: textField(longestCity),
  state: stateField(),
  zip: zipField(),
  /** Asked for only where the ZIP lies in several counties. */
  countyFips: optionalField(z.string().regex(/^\d{5}$/)),
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
