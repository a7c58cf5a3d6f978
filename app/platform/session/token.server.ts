import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for a cookie or a link. Only `tokenHash` of it is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256, hexadecimal. A token has 256 bits of its own, so it needs no salt and no slow hash. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}

/** Whether text from a cookie or a URL has the shape of a token; anything else is not looked up. */
export function isToken(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text);
}
