import { randomBytes } from "node:crypto";

/** A UUIDv7 (RFC 9562): 48 bits of milliseconds, then randomness, so that new rows land side by side in an index. */
export function newId(): string {
  return uuidV7({ atMilliseconds: Date.now(), random: randomBytes(10) });
}

/** `random` is ten bytes. Exported for the test, which fixes both. */
export function uuidV7({ atMilliseconds, random }: { atMilliseconds: number; random: Uint8Array }): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(atMilliseconds, 0, 6);
  bytes.set(random.subarray(0, 10), 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether text from a URL may be handed to a uuid column. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && uuidShape.test(text);
}
