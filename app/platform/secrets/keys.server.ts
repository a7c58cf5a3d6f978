import { hkdfSync } from "node:crypto";
import { env } from "../env.server";

/** Version of the derived keys; part of what is authenticated, so that text sealed under one is refused under another. */
export const keyVersion = "v1";

export type KeyPurpose = "seal" | "blind-index";

const derived = new Map<string, Buffer>();
const largestCache = 5_000;

/**
 * One 256-bit key for each owner (an employer's id, or a word for rows that belong to no employer) and purpose,
 * derived by HKDF-SHA-256 from the installation's key. The installation's key itself never seals anything.
 */
export function ownerKey({ owner, purpose }: { owner: string; purpose: KeyPurpose }): Buffer {
  const info = `shopfront|${keyVersion}|${purpose}|${owner}`;
  const known = derived.get(info);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", env().keyEncryptionKey, "shopfront-secrets", info, 32));
  if (derived.size >= largestCache) derived.clear();
  derived.set(info, key);
  return key;
}
