import type { CalendarDate } from "../../calendar/calendar-date";
import { done, failed, type Outcome, type Problem } from "../../problem";
import type { CharacterRules } from "../characters";
import { isDelimiter } from "../delimiters";
import { writeSegment, x12Date, type SegmentValues } from "./segment-writer";

/** The guide this product writes: benefit enrollment and maintenance, with the exchange's reporting categories. */
export const enrollmentGuide = "005010X220A1";

/** A party of the interchange: `ZZ` mutually agreed, `30` federal tax id, `33` NAIC and the like. */
export type InterchangeParty = { readonly qualifier: string; readonly id: string };

/** One ST to SE, segments without terminators. */
export type TransactionText = { readonly controlNumber: string; readonly segments: readonly string[] };

export type GroupToWrite = {
  readonly senderCode: string;
  readonly receiverCode: string;
  readonly createdOn: CalendarDate;
  /** HHMM, HHMMSS or HHMMSSDD. */
  readonly createdTime: string;
  /** 1 to 999,999,999. */
  readonly controlNumber: number;
  readonly transactions: readonly TransactionText[];
};

export type InterchangeToWrite = {
  readonly sender: InterchangeParty;
  readonly receiver: InterchangeParty;
  readonly createdOn: CalendarDate;
  /** HHMM. */
  readonly createdTime: string;
  /** 1 to 999,999,999. */
  readonly controlNumber: number;
  readonly acknowledgmentRequested: boolean;
  readonly usage: "production" | "test";
  readonly groups: readonly GroupToWrite[];
};

export const interchangeHeaderLength = 106;
const partyQualifiers = ["01", "14", "20", "27", "28", "29", "30", "33", "ZZ"];

/** ST02 for a number from the sequence: four to nine digits. */
export function transactionControlText(controlNumber: number): string {
  return String(controlNumber).padStart(4, "0");
}

/** Puts ST and SE around a body and counts. */
export function wrapTransaction(
  { controlNumber, body }: { controlNumber: number; body: readonly string[] },
  rules: CharacterRules,
): Outcome<TransactionText> {
  const number = transactionControlText(controlNumber);
  const problems = controlNumberProblems(controlNumber, "ST");
  const start = writeSegment({ id: "ST", elements: ["834", number, enrollmentGuide] }, rules);
  const end = writeSegment({ id: "SE", elements: [String(body.length + 2), number] }, rules);
  if (!start.ok) problems.push(...start.problems);
  if (!end.ok) problems.push(...end.problems);
  if (!start.ok || !end.ok || problems.length > 0) return failed(...problems);
  return done({ controlNumber: number, segments: [start.value, ...body, end.value] });
}

function controlNumberProblems(controlNumber: number, segment: string): Problem[] {
  const fits = Number.isSafeInteger(controlNumber) && controlNumber >= 1 && controlNumber <= 999_999_999;
  return fits ? [] : [{ code: "x12-control-number-out-of-range", params: { segment, controlNumber } }];
}

function delimiterProblems(rules: CharacterRules): Problem[] {
  const { element, repetition, component, segment } = rules.delimiters;
  const all = [element, repetition, component, segment];
  const usable = all.every((character) => character.length === 1 && /^[!-/:-@[-`{-~]$/.test(character));
  return usable && new Set(all).size === 4 ? [] : [{ code: "x12-delimiters-not-usable" }];
}

function partyProblems(party: InterchangeParty, rules: CharacterRules, first: number): Problem[] {
  const problems: Problem[] = [];
  if (!partyQualifiers.includes(party.qualifier)) {
    problems.push({ code: "x12-code-not-allowed", params: { segment: "ISA", element: first } });
  }
  const length = party.id.length;
  const readable = [...party.id].every((c) => c >= " " && c <= "~" && !isDelimiter(c, rules.delimiters));
  if (length < 1 || length > 15 || party.id !== party.id.trim() || !readable) {
    problems.push({ code: "x12-party-id-not-usable", params: { segment: "ISA", element: first + 1, length } });
  }
  return problems;
}

function writeInterchangeHeader(interchange: InterchangeToWrite, rules: CharacterRules): Outcome<string> {
  const { sender, receiver, createdOn, createdTime, controlNumber } = interchange;
  const problems = [
    ...delimiterProblems(rules),
    ...partyProblems(sender, rules, 5),
    ...partyProblems(receiver, rules, 7),
    ...controlNumberProblems(controlNumber, "ISA"),
  ];
  if (!/^([01]\d|2[0-3])[0-5]\d$/.test(createdTime)) {
    problems.push({ code: "x12-not-a-time", params: { segment: "ISA", element: 10 } });
  }
  const elements = [
    "ISA",
    "00",
    " ".repeat(10),
    "00",
    " ".repeat(10),
    sender.qualifier,
    sender.id.padEnd(15),
    receiver.qualifier,
    receiver.id.padEnd(15),
    x12Date(createdOn).slice(2),
    createdTime,
    rules.delimiters.repetition,
    "00501",
    String(controlNumber).padStart(9, "0"),
    interchange.acknowledgmentRequested ? "1" : "0",
    interchange.usage === "production" ? "P" : "T",
    rules.delimiters.component,
  ];
  const header = elements.join(rules.delimiters.element);
  if (problems.length === 0 && header.length !== interchangeHeaderLength - 1) {
    problems.push({ code: "x12-header-length", params: { segment: "ISA", length: header.length + 1 } });
  }
  return problems.length > 0 ? failed(...problems) : done(header);
}

function groupStart(group: GroupToWrite): SegmentValues {
  const { senderCode, receiverCode, createdOn, createdTime, controlNumber } = group;
  return {
    id: "GS",
    elements: [
      "BE",
      senderCode,
      receiverCode,
      x12Date(createdOn),
      createdTime,
      String(controlNumber),
      "X",
      enrollmentGuide,
    ],
  };
}

/** A transaction rendered with one set of delimiters must not go into an interchange with another. */
function isCutBySame({ segments }: TransactionText, { delimiters }: CharacterRules): boolean {
  const starts = segments[0]?.startsWith(`ST${delimiters.element}`) ?? false;
  return starts && segments.every((segment) => !segment.includes(delimiters.segment));
}

function writeGroup(group: GroupToWrite, rules: CharacterRules): Outcome<readonly string[]> {
  const problems = controlNumberProblems(group.controlNumber, "GS");
  const transactions = group.transactions;
  if (transactions.length === 0) problems.push({ code: "x12-group-empty" });
  if (new Set(transactions.map((t) => t.controlNumber)).size !== transactions.length) {
    problems.push({ code: "x12-control-number-repeated", params: { segment: "ST" } });
  }
  if (!transactions.every((transaction) => isCutBySame(transaction, rules))) {
    problems.push({ code: "x12-delimiters-differ", params: { segment: "ST" } });
  }
  const start = writeSegment(groupStart(group), rules);
  const end = writeSegment({ id: "GE", elements: [String(transactions.length), String(group.controlNumber)] }, rules);
  if (!start.ok) problems.push(...start.problems);
  if (!end.ok) problems.push(...end.problems);
  if (!start.ok || !end.ok || problems.length > 0) return failed(...problems);
  return done([start.value, ...transactions.flatMap((t) => t.segments), end.value]);
}

/**
 * A whole interchange, ISA to IEA, each segment followed by its terminator and, where asked, a line end. The counts
 * come from what is handed in; the control numbers are the caller's and never made up here.
 */
export function writeInterchange(
  interchange: InterchangeToWrite,
  { rules, lineEnd = "" }: { rules: CharacterRules; lineEnd?: "" | "\n" | "\r\n" },
): Outcome<string> {
  const header = writeInterchangeHeader(interchange, rules);
  if (!header.ok) return header;
  const problems: Problem[] = [];
  const parts: (readonly string[])[] = [[header.value]];
  if (interchange.groups.length === 0) problems.push({ code: "x12-interchange-empty" });
  if (new Set(interchange.groups.map((g) => g.controlNumber)).size !== interchange.groups.length) {
    problems.push({ code: "x12-control-number-repeated", params: { segment: "GS" } });
  }
  for (const group of interchange.groups) {
    const written = writeGroup(group, rules);
    if (written.ok) parts.push(written.value);
    else problems.push(...written.problems);
  }
  const number = String(interchange.controlNumber).padStart(9, "0");
  const end = writeSegment({ id: "IEA", elements: [String(interchange.groups.length), number] }, rules);
  if (!end.ok) problems.push(...end.problems);
  if (!end.ok || problems.length > 0) return failed(...problems);
  const terminator = rules.delimiters.segment + lineEnd;
  return done([...parts, [end.value]].flatMap((part) => part.map((segment) => segment + terminator)).join(""));
}
