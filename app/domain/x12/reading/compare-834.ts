import type { InitialEnrollment } from "../../enrollment/enrollment-event";
import { meantFacts, type MeantTransaction } from "./meant-facts";
import type { Read834Result } from "./read-834";
import { readFacts } from "./read-facts";

/** One thing the file says otherwise than the enrollment does. */
export type Difference = {
  /** Dotted path, `members.1.bornOn`. */
  readonly field: string;
  readonly memberId?: string;
  /** What should be there; undefined where nothing should. Social Security numbers are masked. */
  readonly meant: string | undefined;
  readonly read: string | undefined;
};

function masked(field: string, value: string | undefined): string | undefined {
  return value !== undefined && field.endsWith(".ssn") ? "*".repeat(value.length) : value;
}

function memberIdOf(field: string, event: InitialEnrollment): string | undefined {
  const index = /^members\.(\d+)\./.exec(field)?.[1];
  return index === undefined ? undefined : event.members[Number(index)]?.memberId;
}

/**
 * Compares what an independent reading of our own bytes says with what was meant. Empty: the file says exactly the
 * enrollment, no more and no less. Findings of the reading count as differences, so that nothing unread passes.
 */
export function compare834(reading: Read834Result, meant: MeantTransaction): Difference[] {
  const differences: Difference[] = reading.findings.map((finding) => ({
    field: `finding.${finding.code}`,
    meant: undefined,
    read: `${finding.segmentId ?? ""} ${finding.segment}`.trim(),
  }));
  if (reading.model === undefined) return [...differences, { field: "transaction", meant: "834", read: undefined }];
  const should = meantFacts(meant);
  const does = readFacts(reading.model);
  for (const field of new Set([...should.keys(), ...does.keys()])) {
    const [expected, found] = [should.get(field), does.get(field)];
    if (expected === found) continue;
    const memberId = memberIdOf(field, meant.event);
    const values = { meant: masked(field, expected), read: masked(field, found) };
    differences.push({ field, ...(memberId === undefined ? {} : { memberId }), ...values });
  }
  return differences;
}
