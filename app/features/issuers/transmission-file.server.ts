import type { InitialEnrollment, SsnByMember } from "~/domain/enrollment/enrollment-event";
import { insurerCharacterRules } from "~/domain/enrollment/insurer-characters";
import { invariant } from "~/domain/invariant";
import type { Problem } from "~/domain/problem";
import { compare834 } from "~/domain/x12/reading/compare-834";
import { readEnvelopes } from "~/domain/x12/reading/envelope-reader";
import { hasErrors } from "~/domain/x12/reading/finding";
import { read834 } from "~/domain/x12/reading/read-834";
import type { TransactionStamp } from "~/domain/x12/transaction-stamp";
import {
  transactionControlText,
  writeInterchange,
  type TransactionText,
} from "~/domain/x12/writing/interchange-writer";
import { render834 } from "~/domain/x12/writing/render-834";
import type { SealedPlace } from "~/platform/secrets/sealing.server";
import type { ControlNumbers } from "~db/repositories/control-number.server";
import type { FileTime } from "~db/repositories/transmission.server";

const sender = { qualifier: "ZZ", id: "SHOPFRONT" } as const;
const rules = insurerCharacterRules;

export type FileToCompose = {
  readonly issuerId: string;
  readonly events: readonly InitialEnrollment[];
  readonly ssns: SsnByMember;
  /** As many set numbers as events. */
  readonly numbers: ControlNumbers;
  readonly made: FileTime;
};

export type InvalidEvent = { readonly eventId: string; readonly problems: readonly Problem[] };

export type ComposedFile = {
  /** Null when no event could be sent. */
  readonly bytes: Buffer | null;
  /** ST02 of each event in the file, by event id. */
  readonly setNumbers: ReadonlyMap<string, number>;
  readonly invalid: readonly InvalidEvent[];
};

type Rendered = { readonly event: InitialEnrollment; readonly stamp: TransactionStamp; readonly text: TransactionText };

/**
 * One file: a transaction set for each event. The bytes are read back by a reader that shares nothing with the writer,
 * and what it says is compared with what was meant; an event that comes back differently is left out and reported, and
 * the rest is written and read again without it. The set number of an event that is left out is never used again.
 */
export function composeTransmission(file: FileToCompose): ComposedFile {
  const invalid: InvalidEvent[] = [];
  let rendered = file.events.flatMap((event, index) => {
    const stamp = stampOf(file, index);
    const text = render834(event, { rules, stamp, ssns: file.ssns });
    if (text.ok) return [{ event, stamp, text: text.value }];
    invalid.push({ eventId: event.eventId, problems: text.problems });
    return [];
  });
  while (rendered.length > 0) {
    const bytes = writeFile(file, rendered);
    const damaged = differingEvents(file, rendered, bytes);
    if (damaged.length === 0) {
      const setNumbers = new Map(rendered.map(({ event, stamp }) => [event.eventId, stamp.controlNumber]));
      return { bytes, setNumbers, invalid };
    }
    invalid.push(...damaged);
    const left = new Set(damaged.map(({ eventId }) => eventId));
    rendered = rendered.filter(({ event }) => !left.has(event.eventId));
  }
  return { bytes: null, setNumbers: new Map(), invalid };
}

function stampOf({ numbers, made }: FileToCompose, index: number): TransactionStamp {
  const controlNumber = numbers.sets[index];
  invariant(controlNumber, "every event has a set number");
  const reference = transactionControlText(controlNumber);
  return { controlNumber, reference, createdOn: made.on, createdTime: made.time, zone: "ET" };
}

function writeFile({ issuerId, numbers, made }: FileToCompose, rendered: readonly Rendered[]): Buffer {
  const created = { createdOn: made.on, createdTime: made.time.slice(0, 4) };
  const group = {
    senderCode: sender.id,
    receiverCode: issuerId,
    ...created,
    controlNumber: numbers.group,
    transactions: rendered.map(({ text }) => text),
  };
  const written = writeInterchange(
    {
      sender,
      receiver: { qualifier: "ZZ", id: issuerId },
      ...created,
      controlNumber: numbers.interchange,
      acknowledgmentRequested: true,
      usage: "production",
      groups: [group],
    },
    { rules },
  );
  invariant(written.ok, `the envelope for ${issuerId} can be written`);
  return Buffer.from(written.value, "latin1");
}

/** Events whose transaction does not say, in the bytes themselves, exactly what was meant. */
function differingEvents(file: FileToCompose, rendered: readonly Rendered[], bytes: Buffer): InvalidEvent[] {
  const reading = readEnvelopes(bytes.toString("latin1"));
  const sets = reading.interchanges.flatMap((interchange) => interchange.groups.flatMap((group) => group.transactions));
  const differing = rendered.flatMap(({ event, stamp }) => {
    const found = sets.filter((set) => set.controlNumber === stamp.reference);
    const [set] = found;
    if (!set || found.length > 1) return [{ eventId: event.eventId, problems: [differs("transaction")] }];
    const differences = compare834(read834(set), { event, ssns: file.ssns, stamp, rules });
    if (differences.length === 0) return [];
    return [{ eventId: event.eventId, problems: differences.map(({ field, memberId }) => differs(field, memberId)) }];
  });
  if (differing.length === 0) {
    const whole = !hasErrors(reading.findings) && sets.length === rendered.length;
    invariant(whole, `the envelope for ${file.issuerId} reads back without errors`);
  }
  return differing;
}

/** Says where, never what: the values may name a person. */
function differs(field: string, memberId?: string): Problem {
  return { code: "file-differs-from-enrollment", params: { field, ...(memberId ? { memberId } : {}) } };
}

export function sealedFilePlace({
  issuerId,
  transmissionId,
}: {
  issuerId: string;
  transmissionId: string;
}): SealedPlace {
  return { table: "transmissions", column: "sealed_bytes", owner: `issuer:${issuerId}`, rowId: transmissionId };
}

/** Partner, kind (S: small groups, I: initial enrollments), day, ISA13 and usage: a second guard against sending twice. */
export function transmissionFileName({
  issuerId,
  madeOn,
  interchangeControlNumber,
}: {
  issuerId: string;
  madeOn: FileTime["on"];
  interchangeControlNumber: number;
}): string {
  const number = String(interchangeControlNumber).padStart(9, "0");
  return `834_${issuerId}_S_I_${madeOn.replaceAll("-", "")}_${number}_P.edi`;
}
