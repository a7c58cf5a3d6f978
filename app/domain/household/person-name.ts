import { insurerCharacterRules } from "../enrollment/insurer-characters";
import { done, failed, type Outcome, type Problem } from "../problem";
import { toX12Text } from "../x12/characters";

/** In the order of a list to choose from. */
export const nameSuffixes = ["Jr.", "Sr.", "II", "III", "IV"] as const;
export type NameSuffix = (typeof nameSuffixes)[number];

export type PersonName = {
  readonly first: string;
  readonly middle: string | null;
  readonly last: string;
  readonly suffix: NameSuffix | null;
};

/** The 834 carries 35 characters of a first name, kept for the last one too, and 25 of a middle name. */
export const namePartMaximumCharacters = 35;
const middleNameMaximumCharacters = 25;

/**
 * One part of a name, trimmed, with single spaces, in Unicode's composed form. Letters of any script, marks, spaces,
 * hyphens, apostrophes and periods, as far as insurers' files can spell them: accents are dropped there, a letter without
 * a Latin spelling is refused here, before anything is submitted. Problems: `name-missing`, `name-too-long` {characters,
 * maximumCharacters}, counted as it is sent, `name-character-not-allowed` and `name-not-spellable` {character},
 * `name-without-letters`.
 */
export function parseNamePart(text: string, field: string): Outcome<string> {
  const name = text.normalize("NFC").trim().replaceAll(/\s+/gu, " ");
  if (name === "") return failed({ code: "name-missing", field });
  const stranger = /[^\p{L}\p{M} '’.-]/u.exec(name)?.[0];
  if (stranger !== undefined)
    return failed({ code: "name-character-not-allowed", field, params: { character: stranger } });
  if (!/\p{L}/u.test(name)) return failed({ code: "name-without-letters", field });
  const sent = toX12Text(name, insurerCharacterRules);
  if (!sent.ok) {
    const character = sent.problems[0]?.params?.["character"] ?? name;
    return failed({ code: "name-not-spellable", field, params: { character } });
  }
  const maximumCharacters = field === "middleName" ? middleNameMaximumCharacters : namePartMaximumCharacters;
  const characters = Math.max(sent.value.length, [...name].length);
  if (characters > maximumCharacters) {
    return failed({ code: "name-too-long", field, params: { characters, maximumCharacters } });
  }
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
