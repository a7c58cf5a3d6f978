import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keyVersion, ownerKey } from "./keys.server";

/** Where a sealed value lives. It opens nowhere else: a value copied to another row, column or business is refused. */
export type SealedPlace = {
  readonly table: string;
  readonly column: string;
  /** The employer's id; for rows of no employer a word that names whose they are, as `person:<user id>` or `mail`. */
  readonly owner: string;
  readonly rowId: string;
};

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** Thrown when sealed text was changed, moved, or sealed under another key. Says nothing about the contents. */
export class SealBrokenError extends Error {
  override readonly name = "SealBrokenError";

  constructor(place: SealedPlace) {
    super(`sealed value in ${place.table}.${place.column} could not be opened`);
  }
}

function authenticatedData(place: SealedPlace): Buffer {
  return Buffer.from([place.table, place.column, place.owner, place.rowId, keyVersion].join("|"), "utf8");
}

/** AES-256-GCM: nonce, ciphertext and tag. */
function encrypt(place: SealedPlace, plain: Uint8Array): { nonce: Buffer; ciphertext: Buffer; tag: Buffer } {
  const nonce = randomBytes(nonceBytes);
  const key = ownerKey({ owner: place.owner, purpose: "seal" });
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(authenticatedData(place));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { nonce, ciphertext, tag: cipher.getAuthTag() };
}

function decrypt(place: SealedPlace, sealed: { nonce: Buffer; ciphertext: Buffer; tag: Buffer }): Buffer {
  if (sealed.nonce.length !== nonceBytes || sealed.tag.length !== tagBytes) throw new SealBrokenError(place);
  const key = ownerKey({ owner: place.owner, purpose: "seal" });
  const decipher = createDecipheriv(algorithm, key, sealed.nonce, { authTagLength: tagBytes });
  decipher.setAAD(authenticatedData(place));
  decipher.setAuthTag(sealed.tag);
  const head = decipher.update(sealed.ciphertext);
  try {
    return Buffer.concat([head, decipher.final()]);
  } catch {
    // Node's own error is one generic sentence; ours names the column that an operator has to look at.
    throw new SealBrokenError(place);
  }
}

/** `v1.<nonce>.<ciphertext>.<tag>`, each part base64url. The same text sealed twice looks different. */
export function sealText(place: SealedPlace, plain: string): string {
  const { nonce, ciphertext, tag } = encrypt(place, Buffer.from(plain, "utf8"));
  return [keyVersion, ...[nonce, ciphertext, tag].map((part) => part.toString("base64url"))].join(".");
}

/** The text that `sealText` was given; throws `SealBrokenError` for anything else. */
export function openText(place: SealedPlace, sealed: string): string {
  const [version, ...parts] = sealed.split(".");
  const [nonce, ciphertext, tag] = parts.map((part) => canonicalBytes(place, part));
  if (version !== keyVersion || parts.length !== 3 || !nonce || !ciphertext || !tag) throw new SealBrokenError(place);
  return decrypt(place, { nonce, ciphertext, tag }).toString("utf8");
}

/** The same for bytes: nonce, tag, ciphertext in one buffer, behind one byte that tells the version. */
export function sealBytes(place: SealedPlace, plain: Uint8Array): Buffer {
  const { nonce, ciphertext, tag } = encrypt(place, plain);
  return Buffer.concat([Buffer.from([1]), nonce, tag, ciphertext]);
}

export function openBytes(place: SealedPlace, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes.length < 1 + nonceBytes + tagBytes || bytes[0] !== 1) throw new SealBrokenError(place);
  const nonce = bytes.subarray(1, 1 + nonceBytes);
  const tag = bytes.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes);
  return decrypt(place, { nonce, tag, ciphertext: bytes.subarray(1 + nonceBytes + tagBytes) });
}

/** Base64url has several spellings of one value; only the one we write is accepted. */
function canonicalBytes(place: SealedPlace, text: string): Buffer {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.toString("base64url") !== text) throw new SealBrokenError(place);
  return bytes;
}
