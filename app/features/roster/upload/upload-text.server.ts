import { done, failed, type Outcome } from "~/domain/problem";
import type { UploadEncoding } from "./upload.schema";

export type UploadText = { readonly text: string; readonly encoding: UploadEncoding };

/** What Windows-1252 has at 80 to 9F; the bytes above stand for themselves. The five bytes it leaves out stay as they are. */
const windowsSigns = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * The text of an uploaded list and how it was written: by its byte order mark, else UTF-8 when all of it is, else
 * Windows-1252, which Excel writes. Problems: `upload-empty`, `upload-is-workbook`, `upload-not-text`.
 */
export function readUploadText(bytes: Uint8Array): Outcome<UploadText> {
  if (bytes.length === 0) return failed({ code: "upload-empty", field: "list" });
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return failed({ code: "upload-is-workbook", field: "list" });
  }
  const found = decode(bytes);
  if (!found || hasStrangeControls(found.text)) return failed({ code: "upload-not-text", field: "list" });
  return found.text.trim() === "" ? failed({ code: "upload-empty", field: "list" }) : done(found);
}

function decode(bytes: Uint8Array): UploadText | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return decoded(bytes, "utf-16le");
  if (startsWith(bytes, [0xfe, 0xff])) return decoded(bytes, "utf-16be");
  const unmarked = unmarkedSixteenBit(bytes);
  if (unmarked) return decoded(bytes, unmarked);
  const utf8 = decoded(bytes, "utf-8");
  if (utf8 || startsWith(bytes, [0xef, 0xbb, 0xbf])) return utf8;
  return { text: fromWindows1252(bytes), encoding: "windows-1252" };
}

/** Undefined when the bytes are not written that way. A byte order mark is taken off. */
function decoded(bytes: Uint8Array, encoding: Exclude<UploadEncoding, "windows-1252">): UploadText | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Headers are plain letters, so without a mark every second byte of UTF-16 begins as zero. */
function unmarkedSixteenBit(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0) return "utf-16le";
  return bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 ? "utf-16be" : undefined;
}

function fromWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin.replaceAll(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** Text has tabs and line ends; a picture or a program has the others. */
function hasStrangeControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
