import type { FunctionalGroup, Interchange, InterchangeAcknowledgment, TransactionSet } from "./envelope";
import type { Finding } from "./finding";
import { elementOf, type RawInterchange, type Segment } from "./tokenizer";

type OpenTransaction = Omit<TransactionSet, "segments"> & { readonly segments: Segment[]; readonly start: Segment };
type OpenGroup = Omit<FunctionalGroup, "transactions"> & {
  readonly transactions: TransactionSet[];
  readonly start: Segment;
};

/** Which transactions belong into which kind of group. */
const transactionsOfGroup: Readonly<Record<string, readonly string[]>> = {
  BE: ["834"],
  FA: ["997", "999"],
  RA: ["820"],
  RP: ["824"],
};

/** The guides this product reads beyond their envelopes. */
const supportedGuides: Readonly<Record<string, readonly string[]>> = {
  "834": ["005010X220A1"],
  "999": ["005010X231", "005010X231A1"],
};

/** Follows the nesting ISA, GS, ST, SE, GE, IEA through one interchange. */
export class InterchangeWalker {
  private readonly findings: Finding[] = [];
  private readonly groups: FunctionalGroup[] = [];
  private readonly acknowledgments: InterchangeAcknowledgment[] = [];
  private readonly looseTransactions: TransactionSet[] = [];
  private readonly groupNumbers = new Set<string>();
  /** Of the group that is open. */
  private readonly transactionNumbers = new Set<string>();
  private group: OpenGroup | undefined;
  private transaction: OpenTransaction | undefined;
  private closed = false;

  constructor(private readonly raw: RawInterchange) {}

  walk(): { interchange: Interchange; looseTransactions: readonly TransactionSet[]; findings: readonly Finding[] } {
    this.raw.segments.forEach((segment, index) => {
      if (index > 0 || this.raw.isFragment) this.step(segment);
    });
    const last = this.raw.segments.at(-1);
    if (last !== undefined && !this.closed) {
      this.closeGroupWithout(last);
      if (!this.raw.isFragment) this.error("interchange-trailer-missing", last);
    }
    return { interchange: this.interchange(), looseTransactions: this.looseTransactions, findings: this.findings };
  }

  private find(severity: Finding["severity"], code: string, at: Segment, element?: number): void {
    const place = { interchange: this.raw.ordinal, segment: at.position, segmentId: at.id };
    this.findings.push({ severity, code, ...place, ...(element === undefined ? {} : { element }) });
  }

  private error(code: string, at: Segment, element?: number): void {
    this.find("error", code, at, element);
  }

  private step(segment: Segment): void {
    switch (segment.id) {
      case "GS":
        return this.openGroup(segment);
      case "ST":
        return this.openTransaction(segment);
      case "SE":
        return this.closeTransaction(segment);
      case "GE":
        return this.closeGroup(segment);
      case "IEA":
        return this.closeInterchange(segment);
      case "TA1":
        return this.acknowledge(segment);
      default:
        if (this.transaction === undefined) this.error("segment-outside-transaction", segment);
        else this.transaction.segments.push(segment);
    }
  }

  private acknowledge(segment: Segment): void {
    if (this.group !== undefined || this.groups.length > 0) this.error("acknowledgment-out-of-order", segment);
    const [controlNumber, createdOn, createdTime, code, note] = [1, 2, 3, 4, 5].map((n) => elementOf(segment, n));
    this.acknowledgments.push({
      controlNumber: controlNumber!,
      createdOn: createdOn!,
      createdTime: createdTime!,
      code: code!,
      note: note!,
    });
  }

  private openGroup(segment: Segment): void {
    this.closeGroupWithout(segment);
    const controlNumber = elementOf(segment, 6);
    const number = controlNumber.replace(/^0+(?=\d)/, "");
    if (this.groupNumbers.has(number)) this.error("group-control-number-repeated", segment, 6);
    this.groupNumbers.add(number);
    this.transactionNumbers.clear();
    this.group = {
      functionalCode: elementOf(segment, 1),
      senderCode: elementOf(segment, 2),
      receiverCode: elementOf(segment, 3),
      createdOn: elementOf(segment, 4),
      createdTime: elementOf(segment, 5),
      controlNumber,
      version: elementOf(segment, 8),
      transactions: [],
      start: segment,
    };
  }

  private openTransaction(segment: Segment): void {
    this.closeTransactionWithout(segment);
    const [type, controlNumber, ownGuide] = [1, 2, 3].map((number) => elementOf(segment, number));
    const group = this.group;
    if (group === undefined && !this.raw.isFragment) this.error("transaction-outside-group", segment);
    if (group !== undefined) {
      if (ownGuide === "") this.error("guide-missing", segment, 3);
      else if (ownGuide !== group.version) this.error("guide-differs-from-group", segment, 3);
      const fitting = transactionsOfGroup[group.functionalCode];
      if (fitting !== undefined && !fitting.includes(type!)) this.error("transaction-not-of-group", segment, 1);
    }
    if (this.transactionNumbers.has(controlNumber!)) this.error("transaction-control-number-repeated", segment, 2);
    this.transactionNumbers.add(controlNumber!);
    const guide = ownGuide || (group?.version ?? "");
    if (!(supportedGuides[type!] ?? []).includes(guide)) this.find("notice", "guide-not-supported", segment, 3);
    const { ordinal: interchange } = this.raw;
    this.transaction = {
      type: type!,
      controlNumber: controlNumber!,
      guide,
      interchange,
      segments: [segment],
      start: segment,
    };
  }

  private keepTransaction(): void {
    if (this.transaction === undefined) return;
    const { start: _start, ...transaction } = this.transaction;
    (this.group?.transactions ?? this.looseTransactions).push(transaction);
    this.transaction = undefined;
  }

  private closeTransaction(segment: Segment): void {
    const open = this.transaction;
    if (open === undefined) return this.error("trailer-without-header", segment);
    open.segments.push(segment);
    this.checkCount(segment, open.segments.length, "segment-count-wrong");
    if (elementOf(segment, 2) !== open.controlNumber) this.error("transaction-control-number-differs", segment, 2);
    this.keepTransaction();
  }

  private closeTransactionWithout(at: Segment): void {
    if (this.transaction === undefined) return;
    this.error("transaction-trailer-missing", at);
    this.keepTransaction();
  }

  private keepGroup(): void {
    if (this.group === undefined) return;
    const { start: _start, ...group } = this.group;
    this.groups.push(group);
    this.group = undefined;
  }

  private closeGroup(segment: Segment): void {
    this.closeTransactionWithout(segment);
    const open = this.group;
    if (open === undefined) return this.error("trailer-without-header", segment);
    if (open.transactions.length === 0) this.error("group-empty", segment);
    this.checkCount(segment, open.transactions.length, "transaction-count-wrong");
    if (elementOf(segment, 2) !== open.controlNumber) this.error("group-control-number-differs", segment, 2);
    this.keepGroup();
  }

  private closeGroupWithout(at: Segment): void {
    this.closeTransactionWithout(at);
    if (this.group === undefined) return;
    this.error("group-trailer-missing", at);
    this.keepGroup();
  }

  private closeInterchange(segment: Segment): void {
    this.closeGroupWithout(segment);
    this.closed = true;
    if (this.raw.isFragment) return this.error("trailer-without-header", segment);
    const header = this.raw.segments[0]!;
    if (elementOf(segment, 2) !== elementOf(header, 13)) this.error("interchange-control-number-differs", segment, 2);
    if (this.groups.length > 0) return this.checkCount(segment, this.groups.length, "group-count-wrong");
    if (this.acknowledgments.length === 0) return this.error("interchange-empty", segment);
    // Some partners count a lone TA1 as one group.
    if (elementOf(segment, 1) === "1") this.find("warning", "acknowledgment-counted-as-group", segment, 1);
    else this.checkCount(segment, 0, "group-count-wrong");
  }

  private checkCount(segment: Segment, counted: number, code: string): void {
    const stated = elementOf(segment, 1);
    if (!/^\d{1,10}$/.test(stated) || Number(stated) !== counted) this.error(code, segment, 1);
  }

  private interchange(): Interchange {
    const header = this.raw.segments[0];
    const value = (number: number) => (header === undefined ? "" : elementOf(header, number));
    return {
      ordinal: this.raw.ordinal,
      delimiters: this.raw.delimiters,
      sender: { qualifier: value(5), id: value(6).trim() },
      receiver: { qualifier: value(7), id: value(8).trim() },
      createdOn: value(9),
      createdTime: value(10),
      controlNumber: value(13),
      acknowledgmentRequested: value(14) === "1",
      usage: value(15),
      acknowledgments: this.acknowledgments,
      groups: this.groups,
      segmentCount: this.raw.segments.length,
    };
  }
}
