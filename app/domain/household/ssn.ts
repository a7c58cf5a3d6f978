import { done, failed, type Outcome, type Problem } from "../problem";

/** Nine digits without separators. Never logged or shown whole. */
export type Ssn = string & { readonly __unit: "ssn" };

/** Numbers printed on sample cards and in advertisements; nobody owns them. */
const sampleNumbers: ReadonlySet<string> = new Set(["078051120", "219099999"]);

/** Parameters never carry the number itself, since problems are shown and stored. */
function refusal(code: string, field: string) {
  const problem: Problem = { code, field };
  return failed(problem);
}

/**
 * A Social Security number with or without dashes or spaces. Problems: `ssn-missing`, `ssn-not-nine-digits`,
 * `ssn-is-a-taxpayer-number` (starts with 9), `ssn-area-not-issued` (000, 666), `ssn-group-not-issued` (00),
 * `ssn-serial-not-issued` (0000), `ssn-is-a-sample` (one repeated digit or a number from a sample card).
 */
export function parseSsn(text: string, field = "ssn"): Outcome<Ssn> {
  const trimmed = text.trim();
  if (trimmed === "") return refusal("ssn-missing", field);
  const match = /^(\d{3})[-–\s]?(\d{2})[-–\s]?(\d{4})$/.exec(trimmed);
  if (!match) return refusal("ssn-not-nine-digits", field);
  const digits = `${match[1]}${match[2]}${match[3]}`;
  if (/^(\d)\1{8}$/.test(digits) || sampleNumbers.has(digits) || /^98765432\d$/.test(digits)) {
    return refusal("ssn-is-a-sample", field);
  }
  if (match[1]?.startsWith("9")) return refusal("ssn-is-a-taxpayer-number", field);
  if (match[1] === "000" || match[1] === "666") return refusal("ssn-area-not-issued", field);
  if (match[2] === "00") return refusal("ssn-group-not-issued", field);
  if (match[3] === "0000") return refusal("ssn-serial-not-issued", field);
  return done(digits as Ssn);
}

export function lastFourOf(ssn: Ssn): string {
  return ssn.slice(-4);
}

/** All that a screen may show. */
export function maskedSsn(lastFour: string): string {
  return `***-**-${lastFour}`;
}
