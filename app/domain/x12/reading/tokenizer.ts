import type { Delimiters } from "../delimiters";
import type { Finding } from "./finding";

export type Segment = {
  readonly id: string;
  /** The elements after the id; `elements[0]` is element 01. */
  readonly elements: readonly string[];
  /** Position in the interchange, the first segment being 1. */
  readonly position: number;
};

/** The segments between one ISA and its IEA, or of a piece of a file that has no ISA. */
export type RawInterchange = {
  readonly ordinal: number;
  readonly isFragment: boolean;
  readonly delimiters: Delimiters;
  readonly segments: readonly Segment[];
};

export type TokenizedFile = { readonly interchanges: readonly RawInterchange[]; readonly findings: readonly Finding[] };

/** Element `number` (1-based), empty where it is absent. */
export function elementOf(segment: Segment, number: number): string {
  return segment.elements[number - 1] ?? "";
}

const headerLength = 106;
const headerSeparators = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];
const isBlank = (character: string | undefined) =>
  character === " " || character === "\t" || character === "\r" || character === "\n";

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text[at])) at += 1;
  return at;
}

/** The delimiters of the interchange header at `at`, or why there are none. */
function delimitersAt(text: string, at: number): Delimiters | "truncated" | "not-fixed-width" | "not-usable" {
  const separator = text[at + 3];
  const end = Math.min(text.length - at, headerLength);
  const wrong = headerSeparators.some((offset) => offset < end && text[at + offset] !== separator);
  if (wrong || text.slice(at, at + end).split(separator ?? "").length > 17) return "not-fixed-width";
  if (end < headerLength) return "truncated";
  const [element, repetition, component, segment] = [3, 82, 104, 105].map((offset) => text[at + offset]!);
  const delimiters = { element: element!, repetition: repetition!, component: component!, segment: segment! };
  const usable = [element, component, segment].every((character) => !/[A-Za-z0-9 ]/.test(character!));
  return usable && new Set(Object.values(delimiters)).size === 4 ? delimiters : "not-usable";
}

/** Without a header the delimiters are guessed from the first segment: the sign after its id, and the usual rest. */
function fragmentDelimiters(text: string, at: number): Delimiters {
  const guess = { element: text[at + 2] ?? "*", repetition: "^", component: ":" };
  const segment = text.includes("~", at) ? "~" : "\n";
  return { ...guess, segment };
}

type SegmentRun = { readonly segments: Segment[]; readonly next: number; readonly unterminated: boolean };

function isHeaderStart(text: string, at: number): boolean {
  return text.startsWith("ISA", at) && !/[A-Za-z0-9]/.test(text[at + 3] ?? "*");
}

/** Segments from `from` up to and with IEA, up to the next ISA, or to the end of the text. */
function readSegments(text: string, from: number, delimiters: Delimiters): SegmentRun {
  const segments: Segment[] = [];
  let at = from;
  for (;;) {
    while (at < text.length && (text[at] === "\r" || text[at] === "\n")) at += 1;
    if (at >= text.length) return { segments, next: at, unterminated: false };
    if (segments.length > 0 && isHeaderStart(text, at)) return { segments, next: at, unterminated: false };
    const end = text.indexOf(delimiters.segment, at);
    const raw = text.slice(at, end === -1 ? text.length : end);
    if (end === -1 && raw.trim() === "") return { segments, next: text.length, unterminated: false };
    const [id = "", ...elements] = raw.split(delimiters.element);
    segments.push({ id, elements, position: segments.length + 1 });
    if (end === -1) return { segments, next: text.length, unterminated: true };
    at = end + 1;
    if (id === "IEA") return { segments, next: at, unterminated: false };
  }
}

class FileTokenizer {
  readonly interchanges: RawInterchange[] = [];
  readonly findings: Finding[] = [];

  constructor(private readonly text: string) {}

  private find(severity: Finding["severity"], code: string, segment = 0): void {
    this.findings.push({ severity, code, interchange: this.interchanges.length, segment });
  }

  private take(at: number, delimiters: Delimiters, isFragment: boolean): number {
    const run = readSegments(this.text, at, delimiters);
    this.interchanges.push({ ordinal: this.interchanges.length + 1, isFragment, delimiters, segments: run.segments });
    if (run.unterminated) this.find("error", "segment-not-terminated", run.segments.length);
    return run.next;
  }

  /** Where the first interchange begins; undefined when there is none. */
  private start(): number | undefined {
    const mark = /^(\ufeff|\u00ef\u00bb\u00bf)/.exec(this.text)?.[0].length ?? 0;
    if (mark > 0) this.find("warning", "byte-order-mark");
    const at = skipBlanks(this.text, mark);
    if (at > mark) this.find("warning", "blank-before-interchange");
    if (at >= this.text.length) {
      this.find("error", "file-empty");
      return undefined;
    }
    if (isHeaderStart(this.text, at)) return at;
    if (/^ST[^A-Za-z0-9 ]/.test(this.text.slice(at, at + 3))) {
      this.find("error", "no-interchange-header");
      this.take(at, fragmentDelimiters(this.text, at), true);
      return undefined;
    }
    const later = /ISA[^A-Za-z0-9\s]\d\d/.exec(this.text)?.index;
    this.find("error", later === undefined ? "not-x12" : "data-before-interchange");
    return later;
  }

  run(): TokenizedFile {
    let at = this.start();
    while (at !== undefined && at < this.text.length) {
      const delimiters = delimitersAt(this.text, at);
      if (typeof delimiters === "string") {
        this.find("error", `interchange-header-${delimiters}`);
        break;
      }
      const next = skipBlanks(this.text, this.take(at, delimiters, false));
      if (next < this.text.length && !isHeaderStart(this.text, next)) {
        this.find("error", "data-after-interchange");
        break;
      }
      at = next;
    }
    return { interchanges: this.interchanges, findings: this.findings };
  }
}

/**
 * Cuts a file into interchanges and segments. Each interchange is cut by its own delimiters, taken from its 106-byte
 * header. Line ends between segments are skipped; a byte-order mark or blank lines in front are a warning; anything
 * but white space after the last IEA is an error. The counts and numbers are the envelope reader's business.
 */
export function tokenize(text: string): TokenizedFile {
  return new FileTokenizer(text).run();
}
