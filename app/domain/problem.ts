/** What a rule says when it refuses: a code and parameters; the message catalog turns them into a sentence. */
export type Problem = {
  /** Message key under `problems.` in the catalogs, kebab-case. */
  readonly code: string;
  /** Form field (dotted path) the problem belongs to, where there is one. */
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Regulation that the refusal rests on. */
  readonly citation?: string;
};

export type Ruling = { readonly allowed: true } | { readonly allowed: false; readonly problems: readonly Problem[] };

/** A value, or the problems that kept it from being made. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

export const allowed: Ruling = { allowed: true };

export function refused(...problems: readonly Problem[]): Ruling {
  return { allowed: false, problems };
}

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function failed(...problems: readonly Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems };
}
