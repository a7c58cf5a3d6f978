import type { CalendarDate } from "../../calendar/calendar-date";

/** A reference number or a category value with the code that says what it is. */
export type QualifiedValue = { readonly qualifier: string; readonly value: string };

export type QualifiedDate = { readonly qualifier: string; readonly on: CalendarDate };

export type ReadParty = {
  /** P5 sponsor, IN insurer, BO broker, TV administrator. */
  readonly entityCode: string;
  readonly name: string;
  readonly idQualifier: string;
  readonly id: string;
};

export type ReadAddress = {
  line1: string;
  line2: string;
  city: string;
  state: string;
  zip: string;
  countyQualifier: string;
  county: string;
};

/** Loop 2300. */
export type ReadCoverage = {
  readonly position: number;
  readonly maintenanceCode: string;
  /** HLT, DEN and the like. */
  readonly lineCode: string;
  readonly planText: string;
  readonly levelCode: string;
  readonly dates: QualifiedDate[];
  readonly references: QualifiedValue[];
};

/** One reporting category of loop 2700. */
export type ReadCategory = {
  readonly number: string;
  name: string;
  qualifier: string;
  value: string;
  on: CalendarDate | undefined;
};

export type ReadName = {
  readonly entityCode: string;
  readonly last: string;
  readonly first: string;
  readonly middle: string;
  readonly suffix: string;
  readonly idQualifier: string;
  readonly id: string;
};

/** Loop 2000 of one person, codes as written. */
export type ReadMember = {
  /** Position of its INS in the interchange. */
  readonly position: number;
  /** INS01: Y the subscriber, N a dependent. */
  readonly subscriberCode: string;
  readonly isSubscriber: boolean;
  readonly relationshipCode: string;
  readonly maintenanceCode: string;
  readonly reasonCode: string;
  readonly benefitStatus: string;
  readonly employmentCode: string;
  readonly handicapCode: string;
  readonly references: QualifiedValue[];
  readonly dates: QualifiedDate[];
  name: ReadName | undefined;
  readonly contacts: QualifiedValue[];
  address: ReadAddress | undefined;
  bornOn: CalendarDate | undefined;
  sex: string;
  /** HLH01: T tobacco, N none, U unknown. */
  healthCode: string;
  readonly languages: { readonly code: string; readonly use: string }[];
  readonly coverages: ReadCoverage[];
  readonly categories: ReadCategory[];
  /** Segments and elements that are there and that this model does not hold, as `COB` or `DMG05`. */
  readonly unread: string[];
};

/** One transaction set 834. */
export type Read834 = {
  readonly controlNumber: string;
  /** 00 original, 15 re-submission, 22 copy. */
  purpose: string;
  reference: string;
  createdOn: CalendarDate | undefined;
  createdTime: string;
  zone: string;
  originalReference: string;
  /** 2 change, 4 full audit. */
  action: string;
  readonly references: QualifiedValue[];
  readonly dates: QualifiedDate[];
  readonly quantities: QualifiedValue[];
  readonly parties: ReadParty[];
  readonly members: ReadMember[];
  readonly unread: string[];
};

/** The first value with that qualifier; undefined when there is none. */
export function referenceOf(references: readonly QualifiedValue[], qualifier: string): string | undefined {
  return references.find((reference) => reference.qualifier === qualifier)?.value;
}

export function dateOf(dates: readonly QualifiedDate[], qualifier: string): CalendarDate | undefined {
  return dates.find((date) => date.qualifier === qualifier)?.on;
}
