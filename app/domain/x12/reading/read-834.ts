import { parseCalendarDate, type CalendarDate } from "../../calendar/calendar-date";
import type { TransactionSet } from "./envelope";
import type { Read834, ReadMember } from "./enrollment-model";
import type { Finding } from "./finding";
import { mayRepeat, openedLoop, restartsOrder, segmentsOfLoop, type Loop } from "./loop-order";
import { completenessFindings } from "./read-834-completeness";
import { readMemberSegment, startMember } from "./read-834-member";
import { unreadElements, type ReadingPlace } from "./reading-place";
import { elementOf, type Segment } from "./tokenizer";

const readGuide = "005010X220A1";

export type Read834Result = {
  /** Undefined where the transaction is not an 834 of the guide this product knows. */
  readonly model: Read834 | undefined;
  readonly findings: readonly Finding[];
};

function emptyModel(controlNumber: string): Read834 {
  const texts = { purpose: "", reference: "", createdTime: "", zone: "", originalReference: "", action: "" };
  const lists = { references: [], dates: [], quantities: [], parties: [], members: [], unread: [] };
  return { controlNumber, createdOn: undefined, ...texts, ...lists };
}

function readHeaderSegment(model: Read834, segment: Segment, { day }: ReadingPlace): void {
  const value = (number: number) => elementOf(segment, number);
  const known = (...elements: number[]) => model.unread.push(...unreadElements(segment, elements));
  switch (segment.id) {
    case "BGN":
      model.purpose = value(1);
      model.reference = value(2);
      model.createdOn = day(segment, 3);
      model.createdTime = value(4);
      model.zone = value(5);
      model.originalReference = value(6);
      model.action = value(8);
      return void known(1, 2, 3, 4, 5, 6, 8);
    case "REF":
      model.references.push({ qualifier: value(1), value: value(2) });
      return void known(1, 2);
    case "DTP": {
      const on = day(segment, 3);
      if (on !== undefined) model.dates.push({ qualifier: value(1), on });
      return void known(1, 2, 3);
    }
    case "QTY":
      model.quantities.push({ qualifier: value(1), value: value(2) });
      return void known(1, 2);
    case "N1":
      model.parties.push({ entityCode: value(1), name: value(2), idQualifier: value(3), id: value(4) });
      return void known(1, 2, 3, 4);
    default:
      model.unread.push(segment.id);
  }
}

class TransactionReader {
  readonly findings: Finding[] = [];
  readonly model: Read834;
  private loop: Loop = "header";
  private rank = 0;
  private last = "";
  private member: ReadMember | undefined;

  constructor(private readonly transaction: TransactionSet) {
    this.model = emptyModel(transaction.controlNumber);
  }

  private readonly error = (code: string, segment: Segment, element?: number): void => {
    const place = { interchange: this.transaction.interchange, segment: segment.position, segmentId: segment.id };
    this.findings.push({ severity: "error", code, ...place, ...(element === undefined ? {} : { element }) });
  };

  private readonly day = (segment: Segment, element: number): CalendarDate | undefined => {
    const text = elementOf(segment, element);
    const isDay = /^\d{8}$/.test(text);
    const day = isDay ? parseCalendarDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) : undefined;
    if (day === undefined) this.error("not-a-date", segment, element);
    return day;
  };

  /** Moves to the loop that the segment opens and looks at the order. False: the segment has no place here. */
  private place(segment: Segment): boolean {
    const opened = openedLoop(this.loop, { id: segment.id, entityCode: elementOf(segment, 1) });
    if (opened !== undefined) {
      this.loop = opened;
      this.rank = 0;
    }
    const rank = segmentsOfLoop[this.loop].indexOf(segment.id);
    if (rank === -1) {
      this.error("segment-not-expected", segment);
      return false;
    }
    if (rank < this.rank && !restartsOrder(this.loop, segment.id)) this.error("segment-out-of-order", segment);
    const again = opened === undefined && rank === this.rank && this.last === segment.id;
    if (again && !mayRepeat(this.loop, segment.id)) this.error("segment-repeated", segment);
    this.rank = rank;
    this.last = segment.id;
    return true;
  }

  private closeCategories(segment: Segment): void {
    if (this.loop !== "categories") this.error("segment-not-expected", segment);
    if (segment.elements.join() !== "2700") this.error("loop-id-unknown", segment, 1);
    this.loop = "after-categories";
  }

  private readSegment(segment: Segment): void {
    if (segment.id === "LE") return this.closeCategories(segment);
    if (this.loop === "categories" && openedLoop(this.loop, { id: segment.id, entityCode: "" }) !== undefined) {
      this.error("category-loop-not-closed", segment);
    }
    if (!this.place(segment)) return;
    const place: ReadingPlace = { loop: this.loop, error: this.error, day: this.day };
    if (segment.id === "INS") {
      this.member = startMember(segment);
      this.model.members.push(this.member);
    } else if (this.member === undefined) {
      readHeaderSegment(this.model, segment, place);
    } else {
      readMemberSegment(this.member, segment, place);
    }
  }

  read(): Read834Result {
    const inner = this.transaction.segments.filter(({ id }) => id !== "ST" && id !== "SE");
    for (const segment of inner) this.readSegment(segment);
    const last = this.transaction.segments.at(-1);
    if (this.loop === "categories" && last !== undefined) this.error("category-loop-not-closed", last);
    return { model: this.model, findings: [...this.findings, ...completenessFindings(this.model, this.transaction)] };
  }
}

/**
 * Reads one transaction set 834 into a model, whoever wrote it: any number of families, any maintenance kind. What
 * does not belong, is out of order, is no date or no state, or is missing is a finding; the rest is read. It knows
 * nothing of the writer's code, so that reading our own files proves something.
 */
export function read834(transaction: TransactionSet): Read834Result {
  if (transaction.type !== "834" || transaction.guide !== readGuide) {
    const position = transaction.segments[0]?.position ?? 0;
    const place = { interchange: transaction.interchange, segment: position, segmentId: "ST", element: 3 };
    return { model: undefined, findings: [{ severity: "notice", code: "guide-not-supported", ...place }] };
  }
  return new TransactionReader(transaction).read();
}
