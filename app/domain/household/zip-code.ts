import { done, failed, type Outcome } from "../problem";

/** Five digits. It may span counties, so it never decides a county by itself. */
export type Zip5 = string & { readonly __unit: "zip5" };

export type ZipCode = { readonly zip5: Zip5; readonly plus4: string | null };

/** `53703`, `53703-1234` or `537031234`. Problems: `zip-code-missing`, `zip-code-not-five-or-nine-digits`. */
export function parseZipCode(text: string, field = "zipCode"): Outcome<ZipCode> {
  const trimmed = text.trim();
  if (trimmed === "") return failed({ code: "zip-code-missing", field });
  const match = /^(\d{5})(?:[-–\s]?(\d{4}))?$/.exec(trimmed);
  if (!match || match[1] === "00000") return failed({ code: "zip-code-not-five-or-nine-digits", field });
  return done({ zip5: match[1] as Zip5, plus4: match[2] ?? null });
}

/** `53703` or `53703-1234` */
export function formatZipCode({ zip5, plus4 }: ZipCode): string {
  return plus4 === null ? zip5 : `${zip5}-${plus4}`;
}
