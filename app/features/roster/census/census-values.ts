import { isSpouseOrPartner, type Relationship } from "~/domain/household/relationship";

/** The age that no covered person has reached. */
export const censusAgeLimitYears = 110;

const years = /^(\d{1,3})(?:[.,]0+)?\s*(?:y|yo|y\/o|yr|yrs|year|years|years? old|años?|años? de edad|anos?)?\.?$/iu;
const months = /^\d{1,2}\s*(?:m|mo|mos|month|months|months? old|mes|meses)\.?$/iu;

/** `41`, `41 yrs`, `41 años`, `8 months`: whole years. Undefined for anything else; nobody says here how old is too old. */
export function ageOfText(text: string): number | undefined {
  const typed = text.trim();
  if (months.test(typed)) return 0;
  const match = years.exec(typed);
  return match ? Number(match[1]) : undefined;
}

/** The ages in a text such as `34, 41 and 29`; undefined for each piece that is none. */
export function agesOfText(text: string): readonly (number | undefined)[] {
  const pieces = text.split(/[,;\n]|\s+(?:and|y)\s+|(?<=\d)\s+(?=\d)/u).map((piece) => piece.trim());
  return pieces.filter((piece) => piece !== "").map(ageOfText);
}

/** Letters that spreadsheets of insurers and payrolls use. */
const shortRelationships: Readonly<Record<string, Relationship>> = {
  ...{ e: "self", ee: "self", emp: "self", s: "spouse", sp: "spouse", dp: "domestic-partner" },
  ...{ c: "child", ch: "child", dep: "child", dependent: "child", dependiente: "child" },
};

export function relationshipOfLetters(word: string): Relationship | undefined {
  const plain = word.trim().toLowerCase();
  return Object.hasOwn(shortRelationships, plain) ? shortRelationships[plain] : undefined;
}

/** First and last name of `Ana Ruiz` or `Ruiz, Ana`; a single word is a first name. */
export function nameParts(text: string): { readonly firstName: string; readonly lastName: string } {
  const name = text.trim().replaceAll(/\s+/g, " ");
  const turned = /^([^,]+),\s*(.+)$/.exec(name);
  if (turned) return { firstName: turned[2] ?? "", lastName: turned[1] ?? "" };
  const [firstName = "", ...rest] = name.split(" ");
  return { firstName, lastName: rest.join(" ") };
}

const ssn = String.raw`(?:\d{9}|\d{3}-\d{2}-\d{4}|\d{3} \d{2} \d{4})`;
const wholeSsn = new RegExp(`^\\s*${ssn}\\s*$`);
const ssnWithin = new RegExp(`(?<![\\d-])${ssn}(?![\\d-])`, "g");

/** Nine digits as a Social Security number is written: never read, never kept. */
export function looksLikeSsn(cell: string): boolean {
  return wholeSsn.test(cell);
}

export function withoutSsn(text: string): string {
  return text.replaceAll(ssnWithin, "");
}

/** Whether a second one in the same family is a mistake. */
export function isSecondPartner(
  relationship: Relationship,
  family: readonly { relationship: Relationship }[],
): boolean {
  return isSpouseOrPartner(relationship) && family.some((person) => isSpouseOrPartner(person.relationship));
}
