import type { Problem } from "~/domain/problem";

export type ImportFinding = {
  readonly kind: "refused" | "warning";
  readonly businessYear: number | null;
  readonly file: string;
  /** Null: about the whole file or folder. */
  readonly line: number | null;
  readonly problem: Problem;
};

const mostFindingsKept = 10_000;

/** Counts everything an import refused or doubts and keeps the first ten thousand for the record. */
export class ImportFindings {
  readonly kept: ImportFinding[] = [];
  readonly counts = { refused: 0, warning: 0 };

  add(finding: ImportFinding): void {
    this.counts[finding.kind] += 1;
    if (this.kept.length < mostFindingsKept) this.kept.push(finding);
  }

  warnOfFolder(businessYear: number, code: string, params: NonNullable<Problem["params"]>): void {
    this.add({ kind: "warning", businessYear, file: "", line: null, problem: { code, params } });
  }
}
