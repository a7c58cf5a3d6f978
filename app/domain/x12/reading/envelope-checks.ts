import type { Delimiters } from "../delimiters";
import { elementOf, type Segment } from "./tokenizer";

/** What is wrong with one segment, before it is known where the file stands. */
export type SegmentDefect = {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly element?: number;
  readonly params?: Readonly<Record<string, string | number>>;
};

const partyQualifiers = new Set(["01", "14", "20", "27", "28", "29", "30", "33", "ZZ"]);

/** A day that exists, written CCYYMMDD. */
export function isDayText(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year > 0 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}

const isTimeText = (text: string) => /^([01]\d|2[0-3])[0-5]\d([0-5]\d(\d{1,2})?)?$/.test(text);

type ElementRule = { readonly element: number; readonly code: string; readonly holds: (value: string) => boolean };

const matches = (element: number, code: string, pattern: RegExp): ElementRule => ({
  element,
  code,
  holds: (value) => pattern.test(value),
});

const interchangeRules: readonly ElementRule[] = [
  matches(1, "authorization-qualifier-unknown", /^0[0-6]$/),
  matches(3, "security-qualifier-unknown", /^0[01]$/),
  { element: 5, code: "party-qualifier-unknown", holds: (value) => partyQualifiers.has(value) },
  matches(6, "party-id-missing", /\S/),
  { element: 7, code: "party-qualifier-unknown", holds: (value) => partyQualifiers.has(value) },
  matches(8, "party-id-missing", /\S/),
  { element: 9, code: "not-a-date", holds: (value) => isDayText(`20${value}`) },
  { element: 10, code: "not-a-time", holds: (value) => value.length === 4 && isTimeText(value) },
  matches(12, "interchange-version-unsupported", /^00501$/),
  matches(13, "control-number-malformed", /^\d{9}$/),
  matches(14, "acknowledgment-flag-unknown", /^[01]$/),
  matches(15, "usage-unknown", /^[PTI]$/),
];

const groupRules: readonly ElementRule[] = [
  matches(1, "functional-code-malformed", /^[A-Z]{2}$/),
  matches(2, "application-code-malformed", /^.{2,15}$/),
  matches(3, "application-code-malformed", /^.{2,15}$/),
  { element: 4, code: "not-a-date", holds: isDayText },
  { element: 5, code: "not-a-time", holds: isTimeText },
  matches(6, "control-number-malformed", /^\d{1,9}$/),
  matches(7, "responsible-agency-unknown", /^X$/),
  matches(8, "version-malformed", /^[A-Z0-9]{1,12}$/),
];

const transactionRules: readonly ElementRule[] = [
  matches(1, "transaction-type-malformed", /^\d{3}$/),
  matches(2, "control-number-malformed", /^[A-Za-z0-9]{4,9}$/),
];

const acknowledgmentRules: readonly ElementRule[] = [
  matches(1, "control-number-malformed", /^\d{9}$/),
  { element: 2, code: "not-a-date", holds: (value) => isDayText(`20${value}`) },
  { element: 3, code: "not-a-time", holds: (value) => value.length === 4 && isTimeText(value) },
  matches(4, "acknowledgment-code-unknown", /^[AER]$/),
  matches(5, "acknowledgment-note-unknown", /^0([0-2]\d|3[01])$/),
];

const envelopeRules: Readonly<Record<string, { min: number; max: number; rules: readonly ElementRule[] }>> = {
  ISA: { min: 16, max: 16, rules: interchangeRules },
  GS: { min: 8, max: 8, rules: groupRules },
  ST: { min: 2, max: 3, rules: transactionRules },
  SE: { min: 2, max: 2, rules: [] },
  GE: { min: 2, max: 2, rules: [] },
  IEA: { min: 2, max: 2, rules: [] },
  TA1: { min: 5, max: 5, rules: acknowledgmentRules },
};

const none: readonly SegmentDefect[] = [];

/** Defects of an envelope segment taken by itself: number of elements and the form of each. */
export function envelopeDefects(segment: Segment): readonly SegmentDefect[] {
  const known = envelopeRules[segment.id];
  if (known === undefined) return none;
  const count = segment.elements.length;
  const defects: SegmentDefect[] = [];
  if (count < known.min || count > known.max) {
    defects.push({ code: "element-count-wrong", severity: "error", params: { count, min: known.min, max: known.max } });
  }
  for (const { element, code, holds } of known.rules) {
    if (!holds(elementOf(segment, element))) defects.push({ code, severity: "error", element });
  }
  return defects;
}

const controlCharacter = /\p{Cc}/u;

/** Defects any segment can have: no proper id, a control character, a separator at the end. */
export function segmentDefects(segment: Segment, { repetition }: Delimiters): SegmentDefect[] {
  const defects: SegmentDefect[] = [];
  if (!/^[A-Z][A-Z0-9]{1,2}$/.test(segment.id)) defects.push({ code: "segment-id-malformed", severity: "error" });
  segment.elements.forEach((value, index) => {
    if (controlCharacter.test(value))
      defects.push({ code: "control-character", severity: "error", element: index + 1 });
  });
  if (segment.elements.length === 0) defects.push({ code: "segment-without-elements", severity: "error" });
  else if (segment.elements.at(-1) === "") defects.push({ code: "separator-at-end", severity: "warning" });
  if (segment.id === "ISA" && /[A-Za-z0-9]/.test(repetition)) {
    defects.push({ code: "repetition-separator-alphanumeric", severity: "warning", element: 11 });
  }
  return defects;
}
