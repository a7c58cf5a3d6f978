import { versionedFormKey } from "~/platform/drafts/drafts.server";

type Version = number | FormDataEntryValue | null;

/** How the names of the drafts about one employee and the family begin. */
export function draftsOfEmployee(employeeId: string | undefined): string {
  return `employee:${employeeId ?? ""}:`;
}

/** `version` is the one on file, or the one that a form was made from. */
export function employeeFormKey(employeeId: string, version: Version): string {
  return versionedFormKey(`${draftsOfEmployee(employeeId)}details`, Number(version));
}

export function dependentFormKey(
  { employeeId, dependentId }: { employeeId: string; dependentId: string },
  version: Version,
): string {
  return versionedFormKey(`${draftsOfEmployee(employeeId)}${dependentId}`, Number(version));
}

export function newDependentFormKey(employeeId: string): string {
  return `${draftsOfEmployee(employeeId)}new-dependent`;
}
