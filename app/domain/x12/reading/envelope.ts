import type { Delimiters } from "../delimiters";
import type { Finding } from "./finding";
import type { Segment } from "./tokenizer";

/** One ST to SE. */
export type TransactionSet = {
  /** ST01, `834` or `999`. */
  readonly type: string;
  /** ST02. */
  readonly controlNumber: string;
  /** ST03, or the group's version where ST03 is absent. */
  readonly guide: string;
  readonly interchange: number;
  /** ST first; SE last where the file has it. */
  readonly segments: readonly Segment[];
};

export type FunctionalGroup = {
  readonly functionalCode: string;
  readonly senderCode: string;
  readonly receiverCode: string;
  /** CCYYMMDD as written. */
  readonly createdOn: string;
  readonly createdTime: string;
  readonly controlNumber: string;
  readonly version: string;
  readonly transactions: readonly TransactionSet[];
};

/** TA1: what the partner says about one of our interchanges. */
export type InterchangeAcknowledgment = {
  readonly controlNumber: string;
  readonly createdOn: string;
  readonly createdTime: string;
  readonly code: string;
  readonly note: string;
};

export type Interchange = {
  readonly ordinal: number;
  readonly delimiters: Delimiters;
  readonly sender: { readonly qualifier: string; readonly id: string };
  readonly receiver: { readonly qualifier: string; readonly id: string };
  /** YYMMDD as written. */
  readonly createdOn: string;
  readonly createdTime: string;
  readonly controlNumber: string;
  readonly acknowledgmentRequested: boolean;
  /** P, T or I. */
  readonly usage: string;
  readonly acknowledgments: readonly InterchangeAcknowledgment[];
  readonly groups: readonly FunctionalGroup[];
  readonly segmentCount: number;
};

export type EnvelopeReading = {
  readonly interchanges: readonly Interchange[];
  /** ST to SE found without an interchange around them. */
  readonly fragments: readonly TransactionSet[];
  readonly findings: readonly Finding[];
};
