import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { birthDateRuling } from "~/domain/eligibility/employee-age.rule";
import { censusMostPeople, type Census, type CensusPerson } from "~/domain/household/census";
import { relationships, type Relationship } from "~/domain/household/relationship";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import { dateOfCell, wordOfCell } from "../upload/upload-values.server";
import { readCensusTable, type CensusKey, type CensusRow, type CensusTable } from "./census-table.server";
import { ageOfText, censusAgeLimitYears, isSecondPartner, nameParts, relationshipOfLetters } from "./census-values";

export type RefusedCensusRow = {
  readonly line: number;
  /** As it was typed, without a Social Security number. */
  readonly text: string;
  readonly problems: readonly Problem[];
};

export type CensusReading = {
  readonly census: Census;
  readonly refused: readonly RefusedCensusRow[];
  readonly unknownColumns: readonly string[];
  readonly keptText: string;
  readonly ssnIgnored: boolean;
};

type RowReading = { readonly row: CensusRow; readonly familyId: string } & (
  { readonly person: CensusPerson } | { readonly problems: readonly Problem[]; readonly isDependent: boolean }
);

/**
 * The people of a pasted or uploaded list, with or without headings, one a row. Rows that cannot be read are told back,
 * the others are kept. Problems of the whole list: those of `readCensusTable`, `census-too-many-people` {most}.
 */
export function readCensusList(text: string, { today }: { today: CalendarDate }): Outcome<CensusReading> {
  const table = readCensusTable(text);
  if (!table.ok) return table;
  const { places, unknown, keptText, ssnIgnored } = table.value;
  const rows = onePersonARow(table.value);
  const read = rows.map((row) => (places ? readHeaded(row, places, today) : readPlain(row, today)));
  const { census, refused } = families(read);
  if (read.length > censusMostPeople) {
    return failed({ code: "census-too-many-people", field: "list", params: { most: censusMostPeople } });
  }
  return done({ census, refused, unknownColumns: unknown, keptText, ssnIgnored });
}

/** `34, 41, 29` in one line are three employees. */
function onePersonARow({ places, rows }: CensusTable): readonly CensusRow[] {
  const [only] = rows;
  if (places || rows.length !== 1 || !only) return rows;
  const filled = only.cells.filter((cell) => cell !== "");
  if (filled.length < 2 || filled.some((cell) => ageOfText(cell) === undefined)) return rows;
  return filled.map((cell) => ({ line: only.line, cells: [cell] }));
}

function readHeaded(row: CensusRow, places: ReadonlyMap<CensusKey, number>, today: CalendarDate): RowReading {
  const cell = (key: CensusKey) => (row.cells[places.get(key) ?? -1] ?? "").trim().replace(/^'/, "");
  const familyId = cell("familyId");
  const said = cell("relationship");
  const relationship = said === "" ? "self" : (relationshipOfLetters(said) ?? wordOfCell("relationship", said));
  const tobacco = cell("usesTobacco");
  const yesOrNo = tobacco === "" ? "no" : wordOfCell("yesNo", tobacco);
  const birth = birthOf([cell("bornOn"), cell("age")], today);
  const problems: Problem[] = birth.ok ? [] : [...birth.problems];
  if (!isRelationship(relationship)) problems.push({ code: "census-relationship-unknown", params: { value: said } });
  if (yesOrNo !== "yes" && yesOrNo !== "no") problems.push({ code: "upload-neither-yes-nor-no", field: "usesTobacco" });
  const isDependent = relationship !== "self";
  if (!birth.ok || !isRelationship(relationship) || problems.length > 0) {
    return { row, familyId, problems, isDependent };
  }
  const name = nameOf(cell);
  const hiredOn = dateOfCell(cell("hiredOn")) ?? null;
  return { row, familyId, person: { relationship, ...name, ...birth.value, usesTobacco: yesOrNo === "yes", hiredOn } };
}

function nameOf(cell: (key: CensusKey) => string): Pick<CensusPerson, "firstName" | "lastName"> {
  const [firstName, lastName] = [cell("firstName"), cell("lastName")];
  return lastName === "" ? nameParts(firstName || cell("name")) : { firstName, lastName };
}

/** Without headings each cell says itself what it is: an age or a date, a relationship, or a part of the name. */
function readPlain(row: CensusRow, today: CalendarDate): RowReading {
  const filled = row.cells.filter((cell) => cell !== "");
  const written = filled.filter((cell) => isBirth(cell) && !/^\d{5}$/.test(cell));
  const births = written.length > 0 ? written : filled.filter(isBirth);
  const rest = filled.filter((cell) => !isBirth(cell));
  const related = rest.find((cell) => isRelationship(wordOfCell("relationship", cell)));
  const relationship = wordOfCell("relationship", related ?? "self") as Relationship;
  const isDependent = relationship !== "self";
  const refuse = (...problems: Problem[]): RowReading => ({ row, familyId: "", problems, isDependent });
  if (births.length > 1) return refuse({ code: "census-several-births" });
  const birth = birthOf(births, today);
  if (!birth.ok) return refuse(...birth.problems);
  const name = nameParts(rest.filter((cell) => cell !== related).join(" "));
  return { row, familyId: "", person: { relationship, ...name, ...birth.value, usesTobacco: false, hiredOn: null } };
}

function isBirth(cell: string): boolean {
  return ageOfText(cell) !== undefined || dateOfCell(cell) !== undefined;
}

type Birth = Pick<CensusPerson, "bornOn" | "ageYears">;

/** The first cell that says it; a date wins because it stands first. */
function birthOf(cells: readonly string[], today: CalendarDate): Outcome<Birth> {
  const cell = cells.find((text) => text !== "");
  if (cell === undefined) return failed({ code: "census-birth-missing" });
  const ageYears = ageOfText(cell);
  if (ageYears !== undefined) {
    if (ageYears < censusAgeLimitYears) return done({ ageYears, bornOn: null });
    return failed({ code: "census-age-not-plausible", params: { ageYears, most: censusAgeLimitYears - 1 } });
  }
  const bornOn = dateOfCell(cell);
  if (!bornOn) return failed({ code: "census-birth-unreadable", params: { value: cell.slice(0, 40) } });
  const ruling = birthDateRuling({ bornOn, today });
  return ruling.allowed ? done({ bornOn, ageYears: null }) : failed(...ruling.problems);
}

function isRelationship(word: string): word is Relationship {
  return relationships.some((relationship) => relationship === word);
}

type Family = { readonly familyId: string; readonly line: number; readonly people: CensusPerson[] | null };

/** Dependents belong to the employee with their family ID; without one, to the nearest employee above. */
function families(rows: readonly RowReading[]): { census: Census; refused: RefusedCensusRow[] } {
  const heads = rows.flatMap((reading): Family[] => {
    const { row, familyId } = reading;
    if ("problems" in reading) return reading.isDependent ? [] : [{ familyId, line: row.line, people: null }];
    return reading.person.relationship === "self" ? [{ familyId, line: row.line, people: [reading.person] }] : [];
  });
  const refused: RefusedCensusRow[] = [];
  const refuse = ({ line, cells }: CensusRow, problems: readonly Problem[]) =>
    refused.push({ line, text: cells.filter((cell) => cell !== "").join(", "), problems });
  for (const reading of rows) {
    const { row, familyId } = reading;
    if ("problems" in reading) refuse(row, reading.problems);
    else if (reading.person.relationship !== "self") {
      const head = familyId
        ? heads.find((family) => family.familyId === familyId)
        : heads.findLast(({ line }) => line < row.line);
      const problem = dependentProblem(head, reading.person);
      if (problem) refuse(row, [problem]);
      else head?.people?.push(reading.person);
    }
  }
  return { census: heads.flatMap(({ people }) => (people ? [people] : [])), refused };
}

function dependentProblem(head: Family | undefined, { relationship }: CensusPerson): Problem | undefined {
  if (!head) return { code: "census-dependent-without-employee" };
  if (!head.people) return { code: "census-employee-row-refused", params: { line: head.line } };
  if (isSecondPartner(relationship, head.people)) return { code: "census-second-partner" };
  return undefined;
}
