import type { Outcome, Problem } from "~/domain/problem";
import { parsePosted } from "~/platform/forms/parse-form";
import { employeeSchema, type EmployeeInput } from "../employee/employee.schema";
import { dependentSchema, type DependentInput } from "../family/dependent.schema";
import { cellOf, type UploadRow } from "./upload-table.server";
import type { UploadKey, UploadLayout } from "./upload-columns.schema";
import { dateOfCell, stateOfCell, wordOfCell, zipOfCell } from "./upload-values.server";

/** A row that can be read. What it refers to is looked at later. */
export type UploadEntry = { readonly row: UploadRow; readonly familyId: string } & (
  | {
      readonly kind: "employee";
      readonly input: EmployeeInput;
      readonly county: string;
      readonly basisAssumed: boolean;
    }
  | { readonly kind: "dependent"; readonly input: DependentInput }
);
export type UnreadableRow = {
  readonly row: UploadRow;
  readonly kind: "employee" | "dependent";
  readonly familyId: string;
  /** `field` is the key of a column. */
  readonly problems: readonly Problem[];
};

/** One row with the same schemas as the forms. A row without a relationship is an employee. */
export function readUploadRow(layout: UploadLayout, row: UploadRow): UploadEntry | UnreadableRow {
  const cell = (key: UploadKey) => cellOf(layout, row, key);
  const relationship = wordOfCell("relationship", cell("relationship") || "self");
  const kind = relationship === "self" ? "employee" : "dependent";
  const place = { row, kind, familyId: cell("familyId") } as const;
  const shared = personOf(cell);
  if (place.kind === "dependent") {
    const parsed = withWordProblems(parsePosted(dependentSchema, { ...shared, relationship }), cell, ["usesTobacco"]);
    return parsed.ok ? { ...place, kind: "dependent", input: parsed.value } : { ...place, problems: parsed.problems };
  }
  const parsed = withWordProblems(parsePosted(employeeSchema, { ...shared, ...workOf(cell) }), cell, [
    "usesTobacco",
    "isOwner",
  ]);
  if (!parsed.ok) return { ...place, problems: parsed.problems };
  const basisAssumed = cell("employmentBasis") === "";
  return { ...place, kind: "employee", input: parsed.value, county: cell("county"), basisAssumed };
}

type Cell = (key: UploadKey) => string;

function personOf(cell: Cell) {
  return {
    firstName: cell("firstName"),
    middleName: cell("middleName"),
    lastName: cell("lastName"),
    suffix: cell("suffix"),
    bornOn: dateText(cell("bornOn")),
    sex: wordOfCell("sex", cell("sex") || "U"),
    ssn: cell("ssn"),
    usesTobacco: yesOrNo(cell("usesTobacco")),
  };
}

function workOf(cell: Cell) {
  const state = cell("state");
  return {
    email: cell("email"),
    phone: cell("phone"),
    addressLine1: cell("addressLine1"),
    addressLine2: cell("addressLine2"),
    city: cell("city"),
    state: state === "" ? "" : stateOfCell(state),
    zip: zipOfCell(cell("zip")),
    hiredOn: dateText(cell("hiredOn")),
    employmentBasis: wordOfCell("employmentBasis", cell("employmentBasis") || "full-time"),
    isOwner: yesOrNo(cell("isOwner")) === "yes" ? "on" : "",
    language: wordOfCell("language", cell("language") || "en"),
  };
}

function dateText(cell: string): string {
  return dateOfCell(cell) ?? cell;
}

function yesOrNo(cell: string): string {
  const word = cell === "" ? "" : wordOfCell("yesNo", cell);
  return word === "yes" || word === "no" ? word : "";
}

/** A box of a form is ticked or not; a cell can also hold something that is neither yes nor no. */
function withWordProblems<T>(parsed: Outcome<T>, cell: Cell, keys: readonly UploadKey[]): Outcome<T> {
  const problems = keys
    .filter((key) => cell(key) !== "" && yesOrNo(cell(key)) === "")
    .map((field): Problem => ({ code: "upload-neither-yes-nor-no", field }));
  if (problems.length === 0) return parsed;
  return { ok: false, problems: [...(parsed.ok ? [] : parsed.problems), ...problems] };
}
