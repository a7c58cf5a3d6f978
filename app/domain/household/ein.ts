import { done, failed, type Outcome, type Problem } from "../problem";

/** Employer identification number: nine digits without the dash. It has no check digit. */
export type Ein = string & { readonly __unit: "ein" };

export type EinReading = {
  readonly ein: Ein;
  /** `ein-prefix-unknown` {prefix}: ask to look again, never refuse, since the IRS adds prefixes. */
  readonly warnings: readonly Problem[];
};

/** Prefixes the IRS has assigned, both ends included. */
const assignedPrefixes: readonly (readonly [number, number])[] = [
  [1, 6],
  [10, 16],
  [20, 27],
  [30, 48],
  [50, 68],
  [71, 77],
  [80, 88],
  [90, 95],
  [98, 99],
];

/** `12-3456789` or `123456789`. Problems: `ein-missing`, `ein-not-nine-digits`. */
export function parseEin(text: string, field = "ein"): Outcome<EinReading> {
  const trimmed = text.trim();
  if (trimmed === "") return failed({ code: "ein-missing", field });
  const match = /^(\d{2})[-–\s]?(\d{7})$/.exec(trimmed);
  if (!match) return failed({ code: "ein-not-nine-digits", field });
  const prefix = Number(match[1]);
  const known = assignedPrefixes.some(([low, high]) => low <= prefix && prefix <= high);
  const warnings = known ? [] : [{ code: "ein-prefix-unknown", field, params: { prefix: match[1] ?? "" } }];
  return done({ ein: `${match[1]}${match[2]}` as Ein, warnings });
}

/** `12-3456789` */
export function formatEin(ein: Ein): string {
  return `${ein.slice(0, 2)}-${ein.slice(2)}`;
}
