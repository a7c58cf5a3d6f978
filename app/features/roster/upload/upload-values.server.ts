import { addDays, calendarDate, type CalendarDate } from "~/domain/calendar/calendar-date";
import { isUsState, usStateNames } from "~/domain/exchange-profile/us-state";
import type { Relationship } from "~/domain/household/relationship";
import { readTypedDate } from "~/platform/forms/fields";
import { plainWord } from "./upload-columns.schema";

const wordLists = {
  relationship: {
    self: ["employee", "self", "subscriber", "18", "empleado", "empleada", "titular", "ee"],
    spouse: ["spouse", "wife", "husband", "01", "esposo", "esposa", "conyuge"],
    "domestic-partner": ["domestic partner", "partner", "53", "pareja", "pareja de hecho", "pareja domestica"],
    child: ["child", "son", "daughter", "19", "hijo", "hija"],
    stepchild: ["stepchild", "stepson", "stepdaughter", "17", "hijastro", "hijastra"],
    "adopted-child": ["adopted child", "adopted", "09", "hijo adoptivo", "hija adoptiva"],
    "foster-child": ["foster child", "foster", "10", "hijo de crianza", "hija de crianza"],
    ward: ["ward", "15", "pupilo", "pupila"],
    grandchild: ["grandchild", "grandson", "granddaughter", "05", "nieto", "nieta"],
    "disabled-child": [
      "disabled child",
      "disabled child 26 and over",
      "hijo con discapacidad",
      "hija con discapacidad",
    ],
  } satisfies Record<Relationship, readonly string[]>,
  sex: {
    F: ["f", "female", "woman", "femenino", "mujer"],
    M: ["m", "male", "man", "masculino", "hombre", "h"],
    U: ["u", "x", "unknown", "not stated", "nonbinary", "non-binary", "no indicado"],
  },
  employmentBasis: {
    "full-time": ["full time", "ft", "full", "f", "active", "tiempo completo", "completo"],
    "part-time": ["part time", "pt", "part", "p", "tiempo parcial", "parcial", "medio tiempo"],
  },
  yesNo: {
    yes: ["yes", "y", "true", "1", "x", "si", "s", "verdadero"],
    no: ["no", "n", "false", "0", "falso"],
  },
  language: {
    en: ["en", "eng", "english", "ingles"],
    es: ["es", "spa", "spanish", "espanol", "castellano"],
  },
} as const;

type WordList = keyof typeof wordLists;

/** The word of a closed list that a cell means; the cell itself when it means none, for the schema to refuse. */
export function wordOfCell(list: WordList, cell: string): string {
  const word = plainWord(cell);
  const entries = Object.entries(wordLists[list]) as [string, readonly string[]][];
  const found = entries.find(
    ([value, words]) => plainWord(value) === word || words.some((candidate) => plainWord(candidate) === word),
  );
  return found?.[0] ?? cell;
}

/** Excel's second day: it counts a 29 February 1900 that never was, so days of today fit from here. */
const excelDayTwo = calendarDate("1900-01-01");

/**
 * A date as people and spreadsheets write it: `06/01/1986`, `1986-06-01`, also with a time behind it, or Excel's count of
 * days since 1899. Undefined for anything else.
 */
export function dateOfCell(cell: string): CalendarDate | undefined {
  const withoutTime = cell.replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AP]M|Z)?$/i, "").trim();
  if (/^[1-9]\d{4}(\.0+)?$/.test(withoutTime)) return addDays(excelDayTwo, Number.parseInt(withoutTime, 10) - 2);
  const isoSlashes = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(withoutTime);
  if (isoSlashes) return readTypedDate(`${isoSlashes[2]}/${isoSlashes[3]}/${isoSlashes[1]}`);
  return readTypedDate(withoutTime);
}

/** A spreadsheet drops the zeros that a ZIP of the north-east begins with. */
export function zipOfCell(cell: string): string {
  return /^\d{3,4}$/.test(cell) ? cell.padStart(5, "0") : cell;
}

/** `TN`, `tn` or `Tennessee`. */
export function stateOfCell(cell: string): string {
  const code = cell.toUpperCase();
  if (isUsState(code)) return code;
  const named = Object.entries(usStateNames).find(([, name]) => plainWord(name) === plainWord(cell));
  return named?.[0] ?? cell;
}
