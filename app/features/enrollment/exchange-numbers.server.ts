import { createHash, randomBytes } from "node:crypto";

/** No I, L, O or U: nobody reads them wrong over the telephone. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Five bits a letter. */
function spell(bytes: Uint8Array, length: number): string {
  let text = "";
  for (let index = 0; index < length; index += 1) text += letters.charAt((bytes[index] ?? 0) % 32);
  return text;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}

/** The exchange's number for a person: the same for the same person, for ever, and tells nothing about our own ids. */
export function exchangeMemberId(memberId: string): string {
  return `M${spell(digest(`member|${memberId}`), 12)}`;
}

/** The exchange's number for a group, in the same way. */
export function exchangeGroupId(employerId: string): string {
  return `G${spell(digest(`group|${employerId}`), 10)}`;
}

/** A policy number that is probably free; the registry decides. */
export function newPolicyNumber(): string {
  return `P${spell(randomBytes(9), 9)}`;
}

/** For an employer to note down and to say aloud: `SHOP-7K3M-Q2XD`. */
export function newConfirmationNumber(): string {
  const text = spell(randomBytes(8), 8);
  return `SHOP-${text.slice(0, 4)}-${text.slice(4)}`;
}
