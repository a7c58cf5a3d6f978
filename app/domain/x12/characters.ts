import { done, failed, type Outcome } from "../problem";
import { isDelimiter, type Delimiters } from "./delimiters";

export const characterSets = ["basic", "extended"] as const;
/** Which characters a partner takes: the basic set has no small letters and no `@`. */
export type CharacterSet = (typeof characterSets)[number];

export type CharacterRules = {
  readonly set: CharacterSet;
  readonly upperCase: boolean;
  readonly delimiters: Delimiters;
};

const basic = /^[A-Z0-9 !"&'()*+,\-./:;?=]$/;
const extended = /^[A-Za-z0-9 !"&'()*+,\-./:;?=%~@[\]_{}\\|<>#$]$/;
const marks = /\p{M}/gu;

/** Letters and signs that do not fall apart into a plain letter and marks. */
const replacements: Readonly<Record<string, string>> = {
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "TH",
  ħ: "h",
  Ħ: "H",
  ŧ: "t",
  Ŧ: "T",
  ŋ: "ng",
  Ŋ: "NG",
  ı: "i",
  ª: "a",
  º: "o",
  "\u2018": "'",
  "\u2019": "'",
  "\u02bc": "'",
  "\u02bb": "'",
  "\u00b4": "'",
  "`": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "-",
  "\u2013": "-",
  "\u2014": "-",
  "\u2026": "...",
  "№": "No.",
  "¼": " 1/4",
  "½": " 1/2",
  "¾": " 3/4",
};

/** What the basic set has instead of a sign of the extended set. */
const basicReplacements: Readonly<Record<string, string>> = {
  "#": " ",
  _: "-",
  "[": "(",
  "]": ")",
  "{": "(",
  "}": ")",
  "\\": "/",
  "|": "/",
};

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;

export function isInCharacterSet(character: string, set: CharacterSet): boolean {
  return (set === "basic" ? basic : extended).test(character);
}

/** Does the partner get capital letters only? The basic set leaves no choice. */
export function sendsUpperCase(rules: CharacterRules): boolean {
  return rules.upperCase || rules.set === "basic";
}

function plainLetters(text: string): string {
  const withoutSigns = [...text].map((character) => replacements[character] ?? character).join("");
  return withoutSigns.normalize("NFD").replace(marks, "").replace(invisible, "");
}

function withoutControls(text: string): string {
  return [...text]
    .map((character) => (/\s/u.test(character) || character < " " || character === "\u007f" ? " " : character))
    .join("");
}

/**
 * Free text (names, streets, cities) as one partner's file can carry it: accents dropped, special letters spelled
 * out, a character that is a delimiter turned into a space, spaces collapsed. A character with no such spelling is
 * refused (`x12-character-not-mappable`), and so is a text of which nothing is left (`x12-text-empty`).
 */
export function toX12Text(text: string, rules: CharacterRules): Outcome<string> {
  let plain = plainLetters(withoutControls(text));
  if (sendsUpperCase(rules)) plain = plain.toUpperCase();
  let sent = "";
  for (const character of plain) {
    const mapped = rules.set === "basic" ? (basicReplacements[character] ?? character) : character;
    if (isDelimiter(mapped, rules.delimiters)) sent += " ";
    else if (isInCharacterSet(mapped, rules.set)) sent += mapped;
    else return failed({ code: "x12-character-not-mappable", params: { character } });
  }
  const collapsed = sent.replace(/ +/g, " ").trim();
  if (collapsed === "" && text.trim() !== "") return failed({ code: "x12-text-empty" });
  return done(collapsed);
}
