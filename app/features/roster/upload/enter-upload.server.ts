import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { familyAdditionProblems } from "~/domain/household/family-addition";
import { shortName } from "~/domain/household/same-person";
import type { Ssn } from "~/domain/household/ssn";
import type { Problem } from "~/domain/problem";
import { newId } from "~/platform/id.server";
import { noNumber, secretOf } from "~/platform/secrets/person-columns.server";
import { ssnIndex } from "~/platform/secrets/ssn.server";
import type { NewDependent } from "~db/repositories/roster/dependent.server";
import type { NewEmployee } from "~db/repositories/roster/employee.server";
import type { KnownPerson } from "~db/repositories/roster/roster-match.server";
import { ageProblems, employeeColumns } from "../employee/employee-facts.server";
import { dependentColumns } from "../family/dependent-facts.server";
import { enterPerson, recognizeDependent, recognizeEmployee, type RosterBook } from "./roster-book.server";
import { homeOf, type UploadHomes } from "./upload-homes.server";
import type { UnreadableRow, UploadEntry } from "./upload-rows.server";
import type { UploadRow } from "./upload-table.server";

export type ImportScene = {
  readonly employerId: string;
  readonly today: CalendarDate;
  readonly asksTobacco: boolean;
  readonly startOn: CalendarDate;
  readonly book: RosterBook;
  readonly homes: UploadHomes;
  /** The employee of each employee's row; null when the row was refused. */
  readonly heads: Map<UploadRow, string | null>;
};

export type Entered =
  | {
      readonly kind: "employee";
      readonly employeeId: string;
      readonly name: string;
      readonly columns: NewEmployee;
      readonly basisAssumed: boolean;
      readonly needsCounty: boolean;
    }
  | { readonly kind: "dependent"; readonly employeeId: string; readonly name: string; readonly columns: NewDependent }
  | { readonly kind: "known"; readonly employeeId: string; readonly name: string }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

export function enterUploadedEmployee(
  scene: ImportScene,
  { input, county, basisAssumed }: Extract<UploadEntry, { kind: "employee" }>,
): Entered {
  const { employerId } = scene;
  const early = ageProblems(input, scene.today);
  if (early.length > 0) return { kind: "refused", problems: early };
  const employeeId = newId();
  const { firstName, lastName, bornOn, email = null } = input;
  const person: KnownPerson = {
    ...{ memberId: employeeId, employeeId, relationship: "self", firstName, lastName, bornOn, email },
    ssnIndex: indexOf(employerId, input.ssn),
  };
  const recognition = recognizeEmployee(scene.book, person);
  if (recognition.kind === "refused") return recognition;
  if (recognition.kind === "known") {
    return { kind: "known", employeeId: recognition.person.employeeId, name: shortName(recognition.person) };
  }
  const home = homeOf(scene.homes, input, county);
  if (!home.ok) return { kind: "refused", problems: home.problems };
  const { needsCounty, ...place } = home.value;
  enterPerson(scene.book, person);
  const columns = { ...noNumber, ...employeeColumns(input, place, { ...scene, employeeId }), employerId, employeeId };
  return { kind: "employee", employeeId, name: shortName(person), columns, basisAssumed, needsCounty };
}

/** Whose family a row belongs to, or why nobody can say. */
export type Parent = { readonly employeeId: string } | { readonly problem: Problem };

export function enterUploadedDependent(
  scene: ImportScene,
  { input }: Extract<UploadEntry, { kind: "dependent" }>,
  parent: Parent,
): Entered {
  if ("problem" in parent) return { kind: "refused", problems: [parent.problem] };
  const { employerId, book } = scene;
  const { employeeId } = parent;
  const dependentId = newId();
  const { firstName, lastName, bornOn, relationship } = input;
  const person: KnownPerson = {
    ...{ memberId: dependentId, employeeId, relationship, firstName, lastName, bornOn, email: null },
    ssnIndex: indexOf(employerId, input.ssn),
  };
  const recognition = recognizeDependent(book, person);
  if (recognition.kind === "refused") return recognition;
  if (recognition.kind === "known") return { kind: "known", employeeId, name: shortName(recognition.person) };
  const family = book.families.get(employeeId) ?? [];
  const problems = familyAdditionProblems(input, { family, coverageStartOn: scene.startOn, today: scene.today });
  if (problems.length > 0) return { kind: "refused", problems };
  enterPerson(book, person);
  const columns = {
    ...noNumber,
    ...dependentColumns(input, { ...scene, dependentId }),
    employerId,
    employeeId,
    dependentId,
  };
  return { kind: "dependent", employeeId, name: shortName(person), columns };
}

/** The employee with the same family ID; without one, the nearest employee above. */
export function parentOf({ heads }: ImportScene, rows: readonly (UploadEntry | UnreadableRow)[], at: number): Parent {
  const familyId = rows[at]?.familyId ?? "";
  const isHead = ({ kind }: UploadEntry | UnreadableRow) => kind === "employee";
  const head =
    familyId === "" ? rows.slice(0, at).findLast(isHead) : rows.find((row) => isHead(row) && row.familyId === familyId);
  if (!head) return { problem: { code: "upload-dependent-without-employee", field: "familyId" } };
  const employeeId = heads.get(head.row);
  if (employeeId) return { employeeId };
  return { problem: { code: "upload-employee-row-refused", field: "familyId", params: { line: head.row.line } } };
}

function indexOf(employerId: string, ssn: Ssn | undefined): string | null {
  return ssn === undefined ? null : ssnIndex({ employerId, ssn: secretOf(ssn) });
}
