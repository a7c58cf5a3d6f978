import { done, type Outcome, type Problem } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import type { Tx } from "~db/client.server";
import { insertDependents, type NewDependent } from "~db/repositories/roster/dependent.server";
import { insertEmployees, type NewEmployee } from "~db/repositories/roster/employee.server";
import { listKnownPeople } from "~db/repositories/roster/roster-match.server";
import { coverageStartOn, withRoster, type RosterAct } from "../roster-act.server";
import {
  enterUploadedDependent,
  enterUploadedEmployee,
  parentOf,
  type Entered,
  type ImportScene,
} from "./enter-upload.server";
import { openBook } from "./roster-book.server";
import { homesOf } from "./upload-homes.server";
import { readUploadRow, type UnreadableRow, type UploadEntry } from "./upload-rows.server";
import { readUploadTable, type UploadRow, type UploadTable } from "./upload-table.server";
import { readUploadText } from "./upload-text.server";
import type { UploadEncoding } from "./upload.schema";

export type RefusedRow = { readonly row: UploadRow; readonly problems: readonly Problem[] };
export type NamedRow = { readonly line: number; readonly name: string };

export type ImportedRoster = {
  readonly encoding: UploadEncoding;
  readonly table: UploadTable;
  readonly addedEmployees: readonly NamedRow[];
  readonly addedDependents: readonly NamedRow[];
  /** There already: nothing about them was changed. */
  readonly unchanged: readonly NamedRow[];
  /** In the file's order. */
  readonly refused: readonly RefusedRow[];
  /** New employees whose row did not say full-time or part-time. */
  readonly assumedFullTime: number;
  /** New employees whose ZIP lies in several counties. */
  readonly withoutCounty: number;
};

/**
 * Adds the people of an uploaded list. Rows that can be read are saved, the others are told back; sending the same list
 * again adds nobody. Problems of the whole file: those of `readUploadText` and `readUploadTable`.
 */
export async function importRoster(
  act: RosterAct & { readonly asksTobacco: boolean; readonly bytes: Uint8Array },
): Promise<Outcome<ImportedRoster>> {
  const text = readUploadText(act.bytes);
  if (!text.ok) return text;
  const table = readUploadTable(text.value.text);
  if (!table.ok) return table;
  const rows = table.value.rows.map((row) => readUploadRow(table.value.layout, row));
  return withRoster(act, async (tx) => {
    const entered = await enterRows(tx, rows, act);
    await insertEmployees(tx, entered.employees);
    await insertDependents(tx, entered.dependents);
    const { addedEmployees, addedDependents, unchanged, refused } = entered;
    await writeAudit(tx, {
      ...{ employerId: act.employerId, actorUserId: act.userId, actorName: act.actorName, action: "roster-uploaded" },
      details: {
        employees: addedEmployees.length,
        dependents: addedDependents.length,
        unchanged: unchanged.length,
        refused: refused.length,
      },
    });
    return done({
      ...{ encoding: text.value.encoding, table: table.value, addedEmployees, addedDependents, unchanged },
      refused: [...refused].sort((a, b) => a.row.line - b.row.line),
      assumedFullTime: entered.assumedFullTime,
      withoutCounty: entered.withoutCounty,
    });
  });
}

type Rows = readonly (UploadEntry | UnreadableRow)[];
type Place = RosterAct & { readonly asksTobacco: boolean };
type EnteredRows = Omit<ImportedRoster, "encoding" | "table"> & {
  readonly employees: readonly NewEmployee[];
  readonly dependents: readonly NewDependent[];
};

/** Employees first: a dependent's row may stand above the row of the employee. */
async function enterRows(tx: Tx, rows: Rows, act: Place): Promise<EnteredRows> {
  const scene: ImportScene = {
    ...{ employerId: act.employerId, today: act.today, asksTobacco: act.asksTobacco },
    startOn: await coverageStartOn(tx, act),
    book: openBook(await listKnownPeople(tx, act.employerId)),
    homes: await homesOf(tx, rows, act.today),
    heads: new Map(),
  };
  const outcomes = new Map<UploadRow, Entered>();
  for (const entry of rows) {
    if (entry.kind !== "employee") continue;
    const entered = "input" in entry ? enterUploadedEmployee(scene, entry) : refusedRow(entry);
    outcomes.set(entry.row, entered);
    scene.heads.set(entry.row, entered.kind === "refused" ? null : entered.employeeId);
  }
  for (const [at, entry] of rows.entries()) {
    if (entry.kind !== "dependent") continue;
    const parent = parentOf(scene, rows, at);
    const entered = "input" in entry ? enterUploadedDependent(scene, entry, parent) : refusedRow(entry);
    outcomes.set(entry.row, entered);
  }
  return gather(outcomes);
}

function refusedRow({ problems }: UnreadableRow): Entered {
  return { kind: "refused", problems };
}

function gather(outcomes: ReadonlyMap<UploadRow, Entered>): EnteredRows {
  const all = [...outcomes].map(([row, entered]) => ({ row, entered }));
  const named = (kind: "employee" | "dependent" | "known") =>
    all.flatMap(({ row, entered }) => (entered.kind === kind ? [{ line: row.line, name: entered.name }] : []));
  const newEmployees = all.flatMap(({ entered }) => (entered.kind === "employee" ? [entered] : []));
  return {
    employees: newEmployees.map(({ columns }) => columns),
    dependents: all.flatMap(({ entered }) => (entered.kind === "dependent" ? [entered.columns] : [])),
    addedEmployees: named("employee"),
    addedDependents: named("dependent"),
    unchanged: named("known"),
    refused: all.flatMap(({ row, entered }) =>
      entered.kind === "refused" ? [{ row, problems: entered.problems }] : [],
    ),
    assumedFullTime: newEmployees.filter(({ basisAssumed }) => basisAssumed).length,
    withoutCounty: newEmployees.filter(({ needsCounty }) => needsCounty).length,
  };
}
