import { z } from "zod";
import { parseNamePart, parseNameSuffix } from "~/domain/household/person-name";
import { sexes } from "~/domain/household/relationship";
import { parseSsn } from "~/domain/household/ssn";
import { parseZipCode } from "~/domain/household/zip-code";
import { done, failed, type Outcome } from "~/domain/problem";
import { checkboxField, choiceField, dateField, optionalField } from "~/platform/forms/fields";

/** Text that a rule of the domain reads; its refusals keep their codes. */
export function readBy<T>(parse: (text: string) => Outcome<T>) {
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

/** Ten digits, with or without the usual signs or a leading 1. Problem: `phone-not-ten-digits`. */
export function parsePhone(text: string): Outcome<string> {
  const digits = text
    .trim()
    .replaceAll(/[\s().+/–-]/g, "")
    .replace(/^1(?=\d{10}$)/, "");
  return /^[2-9]\d{9}$/.test(digits) ? done(digits) : failed({ code: "phone-not-ten-digits", field: "phone" });
}

export const zipField = () =>
  readBy((text): Outcome<string> => {
    const zip = parseZipCode(text, "zip");
    return zip.ok ? done(zip.value.zip5) : zip;
  });

/** What is asked about everybody, employee or dependent. */
export const personFields = {
  firstName: readBy((text) => parseNamePart(text, "firstName")),
  middleName: optionalField(readBy((text) => parseNamePart(text, "middleName"))),
  lastName: readBy((text) => parseNamePart(text, "lastName")),
  suffix: optionalField(readBy((text) => parseNameSuffix(text))),
  bornOn: dateField(),
  sex: choiceField(sexes),
  ssn: optionalField(readBy((text) => parseSsn(text))),
  usesTobacco: optionalField(choiceField(["yes", "no"])),
  /** Ticked to go on although somebody with this name and birth date is there already. */
  isAnotherPerson: checkboxField(),
} as const;

export type YesOrNo = "yes" | "no";

export function yesNo(answer: YesOrNo | undefined): boolean | null {
  return answer === undefined ? null : answer === "yes";
}
