/** An error makes the thing read unusable, a warning does not, a notice is said for information. */
export type FindingSeverity = "error" | "warning" | "notice";

/** Something a reader noticed, and where. Texts of the file never go into a finding: they may name a person. */
export type Finding = {
  readonly severity: FindingSeverity;
  /** Kebab-case message key. */
  readonly code: string;
  /** 1 for the first interchange of the file; 0 where the finding is about the file. */
  readonly interchange: number;
  /** Position of the segment in its interchange, ISA = 1; 0 where no segment is meant. */
  readonly segment: number;
  readonly segmentId?: string;
  /** 1-based. */
  readonly element?: number;
  readonly params?: Readonly<Record<string, string | number>>;
};

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === "error");
}
