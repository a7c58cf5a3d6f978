/** Element types of X12: text, code, whole number, decimal, date CCYYMMDD, time HHMM[SS[DD]]. */
export type ElementType = "AN" | "ID" | "N0" | "R" | "DT" | "TM";

export type ElementSpec = {
  readonly type: ElementType;
  readonly min: number;
  readonly max: number;
  readonly required: boolean;
  /** The codes we may send, where the set is closed. */
  readonly codes?: readonly string[];
};

function spec(type: ElementType, min: number, max: number): ElementSpec {
  return { type, min, max, required: false };
}

function required(element: ElementSpec): ElementSpec {
  return { ...element, required: true };
}

const text = (min: number, max: number) => spec("AN", min, max);
const code = (min: number, max: number) => spec("ID", min, max);
const whole = (min: number, max: number) => spec("N0", min, max);
const date = spec("DT", 8, 8);
const time = spec("TM", 4, 8);

function oneOf(...codes: readonly string[]): ElementSpec {
  const lengths = codes.map((item) => item.length);
  return { type: "ID", min: Math.min(...lengths), max: Math.max(...lengths), required: false, codes };
}

const contactCodes = oneOf("TE", "HP", "WP", "CP", "AP", "EM", "FX", "EX", "BN");

/** The segments this product writes, element by element (834 005010X220A1, narrowed to what is sent). */
export const segmentSpecs = {
  GS: [
    required(oneOf("BE")),
    required(text(2, 15)),
    required(text(2, 15)),
    required(date),
    required(time),
    required(whole(1, 9)),
    required(oneOf("X")),
    required(text(1, 12)),
  ],
  GE: [required(whole(1, 6)), required(whole(1, 9))],
  IEA: [required(whole(1, 5)), required(whole(9, 9))],
  ST: [required(oneOf("834")), required(text(4, 9)), required(text(1, 35))],
  SE: [required(whole(1, 10)), required(text(4, 9))],
  BGN: [
    required(oneOf("00", "15", "22")),
    required(text(1, 50)),
    required(date),
    required(time),
    oneOf("ET", "CT", "MT", "PT", "UT"),
    text(1, 50),
    code(2, 2),
    required(oneOf("2", "4", "RX")),
  ],
  REF: [required(code(2, 3)), required(text(1, 50))],
  DTP: [required(code(3, 3)), required(oneOf("D8")), required(date)],
  QTY: [required(oneOf("ET", "DT", "TO")), required(spec("R", 1, 15))],
  N1: [required(oneOf("P5", "IN", "BO", "75")), text(1, 60), oneOf("FI", "94", "XV"), text(2, 80)],
  INS: [
    required(oneOf("Y", "N")),
    required(oneOf("18", "01", "53", "19", "17", "09", "10", "15", "05", "G8")),
    required(oneOf("021")),
    required(oneOf("EC", "28")),
    required(oneOf("A")),
    text(1, 3),
    code(1, 2),
    oneOf("AC", "FT", "PT"),
    oneOf("F", "P", "N"),
    oneOf("Y", "N"),
  ],
  NM1: [
    required(oneOf("IL")),
    required(oneOf("1")),
    required(text(1, 60)),
    required(text(1, 35)),
    text(1, 25),
    text(1, 10),
    text(1, 10),
    oneOf("34"),
    text(2, 80),
  ],
  PER: [required(oneOf("IP")), text(1, 60), contactCodes, text(1, 256), contactCodes, text(1, 256)],
  N3: [required(text(1, 55)), text(1, 55)],
  N4: [required(text(2, 30)), required(code(2, 2)), required(code(3, 15)), code(2, 3), oneOf("CY"), text(1, 30)],
  DMG: [required(oneOf("D8")), required(date), required(oneOf("M", "F", "U"))],
  HLH: [required(oneOf("T", "N", "S", "U", "X"))],
  LUI: [required(oneOf("LE")), required(code(2, 2)), text(1, 80), oneOf("5", "6", "7", "8")],
  HD: [
    required(oneOf("021")),
    text(1, 1),
    required(oneOf("HLT", "DEN")),
    text(1, 50),
    oneOf("EMP", "ESP", "ECH", "FAM"),
  ],
  LS: [required(oneOf("2700"))],
  LX: [required(whole(1, 6))],
  LE: [required(oneOf("2700"))],
} as const satisfies Record<string, readonly ElementSpec[]>;

export type WrittenSegmentId = keyof typeof segmentSpecs;
