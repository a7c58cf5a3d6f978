import { z } from "zod";
import { parseNamePart, parseNameSuffix } from "../../domain/household/person-name";
import { parsePhone } from "../../domain/household/phone";
import { sexes } from "../../domain/household/relationship";
import { parseSsn } from "../../domain/household/ssn";
import { parseZipCode, type Zip5 } from "../../domain/household/zip-code";
import { done, type Outcome } from "../../domain/problem";
import { checkboxField, choiceField, dateField, optionalField } from "./fields";

/** Text that a rule of the domain reads; its refusals keep their codes. */
export function ruledField<T>(parse: (text: string) => Outcome<T>) {
  return z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    z.string().transform((text, ctx): T => {
      const outcome = parse(text);
      if (outcome.ok) return outcome.value;
      for (const { code, params } of outcome.problems) {
        ctx.addIssue({ code: "custom", message: code, ...(params ? { params } : {}) });
      }
      return z.NEVER;
    }),
  );
}

/** `(615) 555-0100`, with or without the country's 1, becomes ten digits. */
export const phoneField = () => ruledField((text) => parsePhone(text));

/** Five digits; the other four of a long ZIP code are dropped. */
export const zipField = () =>
  ruledField((text): Outcome<Zip5> => {
    const zip = parseZipCode(text, "zip");
    return zip.ok ? done(zip.value.zip5) : zip;
  });

export const countyField = () => z.string().regex(/^\d{5}$/);

/** What is asked about everybody, employee or dependent. */
export const personFields = {
  firstName: ruledField((text) => parseNamePart(text, "firstName")),
  middleName: optionalField(ruledField((text) => parseNamePart(text, "middleName"))),
  lastName: ruledField((text) => parseNamePart(text, "lastName")),
  suffix: optionalField(ruledField((text) => parseNameSuffix(text))),
  bornOn: dateField(),
  sex: choiceField(sexes),
  /** Left empty, the number on file stays. */
  ssn: optionalField(ruledField((text) => parseSsn(text))),
  usesTobacco: optionalField(choiceField(["yes", "no"])),
} as const;

export type PersonInput = z.output<z.ZodObject<typeof personFields>>;

/** Ticked to go on although somebody with this name and birth date is there already. */
export const anotherPersonField = checkboxField();
