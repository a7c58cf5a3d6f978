import { parseCalendarDate, type CalendarDate } from "../../calendar/calendar-date";
import { done, failed, type Outcome, type Problem } from "../../problem";
import { isInCharacterSet, type CharacterRules } from "../characters";
import { isDelimiter } from "../delimiters";
import { segmentSpecs, type ElementSpec, type WrittenSegmentId } from "./segment-specs";

/** One segment to write: the elements in order, an absent one undefined or empty. */
export type SegmentValues = { readonly id: WrittenSegmentId; readonly elements: readonly (string | undefined)[] };

/** `2026-01-31` as X12 writes it: `20260131`. */
export function x12Date(date: CalendarDate): string {
  return date.replaceAll("-", "");
}

function isX12Date(value: string): boolean {
  return parseCalendarDate(`${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`) !== undefined;
}

const isX12Time = (value: string) => /^([01]\d|2[0-3])[0-5]\d([0-5]\d(\d{2})?)?$/.test(value);

function formProblem(value: string, spec: ElementSpec): string | undefined {
  if (spec.codes !== undefined && !spec.codes.includes(value)) return "x12-code-not-allowed";
  if (spec.type === "DT" && !isX12Date(value)) return "x12-not-a-date";
  if (spec.type === "TM" && !isX12Time(value)) return "x12-not-a-time";
  if (spec.type === "N0" && !/^\d+$/.test(value)) return "x12-not-a-number";
  if (spec.type === "R" && !/^-?\d+(\.\d+)?$/.test(value)) return "x12-not-a-number";
  if (value !== value.trim()) return "x12-surrounding-space";
  return undefined;
}

/** Characters in every set, and never delimiters: most values hold nothing else. */
const plain = /^[A-Z0-9 ]*$/;

function characterProblem(value: string, rules: CharacterRules): Omit<Problem, "field"> | undefined {
  if (plain.test(value)) return undefined;
  for (const character of value) {
    if (isDelimiter(character, rules.delimiters)) return { code: "x12-delimiter-in-data", params: { character } };
    if (!isInCharacterSet(character, rules.set)) return { code: "x12-character-not-allowed", params: { character } };
  }
  return undefined;
}

function elementProblem(value: string, spec: ElementSpec, rules: CharacterRules): Omit<Problem, "field"> | undefined {
  const characters = characterProblem(value, rules);
  if (characters !== undefined) return characters;
  const length = value.length;
  if (length < spec.min) return { code: "x12-element-too-short", params: { length, min: spec.min } };
  if (length > spec.max) return { code: "x12-element-too-long", params: { length, max: spec.max } };
  const form = formProblem(value, spec);
  return form === undefined ? undefined : { code: form };
}

/**
 * The segment's text without its terminator and without trailing separators. Nothing is cut or mended: an element
 * that is missing, too long, too short, of the wrong form or holding a delimiter is a problem with `params.segment`
 * and `params.element` (1-based).
 */
export function writeSegment({ id, elements }: SegmentValues, rules: CharacterRules): Outcome<string> {
  const specs: readonly ElementSpec[] = segmentSpecs[id];
  const problems: Problem[] = [];
  const at = (element: number, problem: Omit<Problem, "field">) =>
    problems.push({ ...problem, params: { segment: id, element, ...problem.params } });
  elements.forEach((value, index) => {
    const spec = specs[index];
    if (value === undefined || value === "") return;
    const problem =
      spec === undefined
        ? { code: "x12-too-many-elements", params: { max: specs.length } }
        : elementProblem(value, spec, rules);
    if (problem !== undefined) at(index + 1, problem);
  });
  specs.forEach((spec, index) => {
    if (spec.required && (elements[index] ?? "") === "") at(index + 1, { code: "x12-element-required" });
  });
  if (problems.length > 0) return failed(...problems);
  const used = elements.map((value) => value ?? "");
  while (used.at(-1) === "") used.pop();
  return done([id, ...used].join(rules.delimiters.element));
}

/** Collects segments and whatever keeps them from being written. */
export type SegmentCollector = {
  readonly add: (id: WrittenSegmentId, elements: readonly (string | undefined)[], memberId?: string) => void;
  readonly refuse: (problem: Problem, memberId?: string) => void;
  readonly outcome: () => Outcome<readonly string[]>;
};

export function segmentCollector(rules: CharacterRules): SegmentCollector {
  const segments: string[] = [];
  const problems: Problem[] = [];
  const refuse = (problem: Problem, memberId?: string) => {
    problems.push(memberId === undefined ? problem : { ...problem, params: { ...problem.params, memberId } });
  };
  return {
    refuse,
    add: (id, elements, memberId) => {
      const written = writeSegment({ id, elements }, rules);
      if (written.ok) segments.push(written.value);
      else written.problems.forEach((problem) => refuse(problem, memberId));
    },
    outcome: () => (problems.length > 0 ? failed(...problems) : done(segments)),
  };
}
