/** One file for one insurer, complete and already stored on our side. */
export type InsurerFile = {
  /** Final name at the insurer; carries partner, kind, control number and usage, so it is never used twice. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, hexadecimal. */
  readonly sha256: string;
};

export const deliveryFailures = [
  /** The bytes handed over are not the ones that were stored. */
  "content-damaged",
  /** Another file has this name already: somebody has to look. */
  "name-taken",
  /** What arrived at the other end is not what was sent; worth another try. */
  "arrived-damaged",
  /** The other end could not be reached or did not take the file; worth another try. */
  "unreachable",
] as const;
export type DeliveryFailure = (typeof deliveryFailures)[number];

export type DeliveryOutcome =
  | { readonly delivered: true; readonly alreadyThere: boolean }
  | { readonly delivered: false; readonly failure: DeliveryFailure; readonly detail: string };

/**
 * Hands files to insurers. Delivering the same file again is safe: the outcome is `alreadyThere`.
 * Never replaces a file that holds something else, and never shows a half-written file under its final name.
 */
export type InsurerDelivery = {
  deliver(file: InsurerFile): Promise<DeliveryOutcome>;
};
