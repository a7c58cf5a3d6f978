/** One thing to correct in an uploaded list. */
export type UploadFinding = {
  readonly line: number;
  /** As the list heads it. */
  readonly column: string;
  /** As it stands in the file; of a Social Security number only the end. */
  readonly value: string;
  /** In the reader's language. */
  readonly reason: string;
};
