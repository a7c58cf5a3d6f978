import { done, type Outcome, type Problem } from "~/domain/problem";
import type { RosterAct } from "../roster-act.server";
import { importRoster } from "../upload/import-roster.command.server";
import type { UploadKey } from "../upload/upload-columns.schema";
import { csvText } from "../upload/upload-report.server";
import type { QuotedPerson } from "./quoted-people.schema";

export type AddedPeople = {
  /** On the roster now, with those who were there before. */
  readonly keptCount: number;
  /** Households with somebody who could not be added, whole, so that a second try finds the employee again. */
  readonly left: readonly QuotedPerson[];
  /** `field` names the input among those that are left. */
  readonly problems: readonly Problem[];
};

const columns: readonly (readonly [UploadKey, keyof QuotedPerson])[] = [
  ["familyId", "family"],
  ["relationship", "relationship"],
  ["firstName", "firstName"],
  ["lastName", "lastName"],
  ["bornOn", "bornOn"],
  ["hiredOn", "hiredOn"],
  ["usesTobacco", "usesTobacco"],
];
const shownFields: readonly string[] = ["firstName", "lastName", "bornOn", "hiredOn"];

/** The file's first line has the headings. */
const firstPersonLine = 2;

/**
 * Puts people of a quote on the roster by the roster's own upload: whoever is complete is added, the others are told
 * back. Sending the same people again adds nobody twice.
 */
export async function addQuotedPeople(
  act: RosterAct & { readonly asksTobacco: boolean },
  people: readonly QuotedPerson[],
): Promise<Outcome<AddedPeople>> {
  const rows = people.map((person) => columns.map(([, name]) => person[name]));
  const bytes = Buffer.from(csvText([columns.map(([heading]) => heading), ...rows]));
  const outcome = await importRoster({ ...act, bytes });
  if (!outcome.ok) return outcome;
  const refused = new Map(outcome.value.refused.map(({ row, problems }) => [row.line - firstPersonLine, problems]));
  const families = new Set([...refused.keys()].map((index) => people[index]?.family));
  const left = [...people.entries()].filter(([, { family }]) => families.has(family));
  const problems = left.flatMap(([index], place) =>
    (refused.get(index) ?? []).map((problem) => ({ ...problem, field: `people.${place}.${inputOf(problem)}` })),
  );
  return done({ keptCount: people.length - refused.size, left: left.map(([, person]) => person), problems });
}

function inputOf({ field = "" }: Problem): string {
  return shownFields.includes(field) ? field : "firstName";
}
