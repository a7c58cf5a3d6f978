import { z } from "zod";
import { parseNamePart, parseNameSuffix } from "~/domain/household/person-name";
import { sexes } from "~/domain/household/relationship";
import { parseSsn } from "~/domain/household/ssn";
import type { Outcome } from "~/domain/problem";
import { checkboxField, choiceField, dateField, optionalField } from "~/platform/forms/fields";

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

/** What is asked about the employee and about everybody in the family. */
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

/** Ticked to go on although somebody with this name and birth date is there already. */
export const anotherPersonField = checkboxField();
