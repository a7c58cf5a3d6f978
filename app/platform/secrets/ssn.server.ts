import { createHmac } from "node:crypto";
import { ownerKey } from "./keys.server";
import { openText, SealBrokenError, sealText, type SealedPlace } from "./sealing.server";
import { SecretSsn } from "./secret-ssn";

/** Whose number: the tenant, the table that keeps it, and the row. */
export type SsnPlace = {
  readonly table: "employees" | "dependents";
  readonly employerId: string;
  readonly rowId: string;
};

function sealedPlace({ table, employerId, rowId }: SsnPlace): SealedPlace {
  return { table, column: "ssn_sealed", owner: employerId, rowId };
}

/** For the `ssn_sealed` column. */
export function sealSsn(place: SsnPlace, ssn: SecretSsn): string {
  return sealText(sealedPlace(place), ssn.reveal());
}

export function openSsn(place: SsnPlace, sealed: string): SecretSsn {
  const ssn = SecretSsn.parse(openText(sealedPlace(place), sealed));
  if (!ssn) throw new SealBrokenError(sealedPlace(place));
  return ssn;
}

/**
 * For the `ssn_index` column: HMAC-SHA-256 under a key of its own, so that the same number is found twice inside one
 * business, and cannot be matched between businesses or guessed by trying all nine digits.
 */
export function ssnIndex({ employerId, ssn }: { employerId: string; ssn: SecretSsn }): string {
  const key = ownerKey({ owner: employerId, purpose: "blind-index" });
  return createHmac("sha256", key).update(`${employerId}|${ssn.reveal()}`, "utf8").digest("base64url");
}

/** The three columns a number is kept in, from one call so that they cannot disagree. */
export function ssnColumns(
  place: SsnPlace,
  ssn: SecretSsn,
): { readonly ssnSealed: string; readonly ssnLastFour: string; readonly ssnIndex: string } {
  return {
    ssnSealed: sealSsn(place, ssn),
    ssnLastFour: ssn.lastFour,
    ssnIndex: ssnIndex({ employerId: place.employerId, ssn }),
  };
}
