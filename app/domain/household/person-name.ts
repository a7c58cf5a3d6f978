import { done, failed, type Outcome, type Problem } from "../problem";

/** In the order of a list to choose from. */
export const nameSuffixes = ["Jr.", "Sr.", "II", "III", "IV"] as const;
export type NameSuffix = (typeof nameSuffixes)[number];

export type PersonName = {
  readonly first: string;
  readonly middle: string | null;
  readonly last: string;
  readonly suffix: NameSuffix | null;
};

/** The 834 carries 35 characters of a first name; kept for every part. */
export const namePartMaximumCharacters = 35;

/**
 * One part of a name, trimmed, with single spaces, in Unicode's composed form. Letters of any script, marks, spaces,
 * hyphens, apostrophes and periods. Problems: `name-missing`, `name-too-long` {characters, maximumCharacters},
 * `name-character-not-allowed` {character}, `name-without-letters`.
 */
export function parseNamePart(text: string, field: string): Outcome<string> {
  const name = text.normalize("NFC").trim().replaceAll(/\s+/gu, " ");
  if (name === "") return failed({ code: "name-missing", field });
  const characters = [...name].length;
  if (characters > namePartMaximumCharacters) {
    return failed({
      code: "name-too-long",
      field,
      params: { characters, maximumCharacters: namePartMaximumCharacters },
    });
  }
  const stranger = /[^\p{L}\p{M} '’.-]/u.exec(name)?.[0];
  if (stranger !== undefined)
    return failed({ code: "name-character-not-allowed", field, params: { character: stranger } });
  if (!/\p{L}/u.test(name)) return failed({ code: "name-without-letters", field });
  return done(name);
}

/** Null for an empty text. Reads `jr`, `Jr.`, `iii` alike. Problem: `name-suffix-unknown` {suffix}. */
export function parseNameSuffix(text: string, field = "suffix"): Outcome<NameSuffix | null> {
  const plain = text.trim().replaceAll(".", "").toLowerCase();
  if (plain === "") return done(null);
  const suffix = nameSuffixes.find((known) => known.replaceAll(".", "").toLowerCase() === plain);
  return suffix ? done(suffix) : failed({ code: "name-suffix-unknown", field, params: { suffix: text.trim() } });
}

/** A whole name; fields are `firstName`, `middleName`, `lastName`, `suffix`. */
export function parsePersonName(input: {
  first: string;
  middle?: string;
  last: string;
  suffix?: string;
}): Outcome<PersonName> {
  const first = parseNamePart(input.first, "firstName");
  const middle: Outcome<string | null> = input.middle?.trim() ? parseNamePart(input.middle, "middleName") : done(null);
  const last = parseNamePart(input.last, "lastName");
  const suffix = parseNameSuffix(input.suffix ?? "");
  if (first.ok && middle.ok && last.ok && suffix.ok) {
    return done({ first: first.value, middle: middle.value, last: last.value, suffix: suffix.value });
  }
  const problems: Problem[] = [first, middle, last, suffix].flatMap((part) => (part.ok ? [] : part.problems));
  return failed(...problems);
}

/** `Ana María Ruiz Jr.` */
export function fullName({ first, middle, last, suffix }: PersonName): string {
  return [first, middle, last, suffix].filter((part) => part !== null).join(" ");
}
