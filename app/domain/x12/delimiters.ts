/** The four characters that cut an X12 file. X12 has no escape: none of them may stand in data. */
export type Delimiters = {
  readonly element: string;
  readonly repetition: string;
  readonly component: string;
  readonly segment: string;
};

export const usualDelimiters: Delimiters = { element: "*", repetition: "^", component: ":", segment: "~" };

export function isDelimiter(character: string, delimiters: Delimiters): boolean {
  return (
    character === delimiters.element ||
    character === delimiters.repetition ||
    character === delimiters.component ||
    character === delimiters.segment
  );
}
