// Turns text into the code words of a QR symbol (ISO/IEC 18004): byte mode, error correction level M, versions 1 to 10,
// which is room for 213 bytes. Arithmetic in the field of 256 elements with the polynomial 0x11d.

const correctionWordsPerBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
const blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
const largestVersion = 10;

/** All eight-bit words of a version, data and correction. */
function wordCount(version: number): number {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const marks = Math.floor(version / 7) + 2;
    modules -= (25 * marks - 10) * marks - 55;
  }
  return Math.floor((version >= 7 ? modules - 36 : modules) / 8);
}

function blocksOf(version: number): { blocks: number; correction: number; data: number } {
  const blocks = blockCounts[version - 1] ?? 0;
  const correction = correctionWordsPerBlock[version - 1] ?? 0;
  return { blocks, correction, data: wordCount(version) - blocks * correction };
}

/** The words in the order in which they are drawn. Throws for text that is too long. */
export function qrWords(text: string): { readonly version: number; readonly words: readonly number[] } {
  const bytes = new TextEncoder().encode(text);
  for (let version = 1; version <= largestVersion; version += 1) {
    const headBits = version < 10 ? 12 : 20;
    if (headBits + 8 * bytes.length <= 8 * blocksOf(version).data)
      return { version, words: interleave(version, bytes) };
  }
  throw new Error(`a text of ${bytes.length} bytes is too long for a code`);
}

function dataWords(version: number, bytes: Uint8Array): number[] {
  const { data } = blocksOf(version);
  let bits = "0100" + bytes.length.toString(2).padStart(version < 10 ? 8 : 16, "0");
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  bits += "0".repeat(Math.min(4, 8 * data - bits.length));
  bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, "0");
  const words = (bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2));
  for (let pad = 0xec; words.length < data; pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
}

function interleave(version: number, bytes: Uint8Array): number[] {
  const { blocks, correction, data } = blocksOf(version);
  const words = dataWords(version, bytes);
  const short = Math.floor(data / blocks);
  const shortBlocks = blocks - (data % blocks);
  const divisor = correctionDivisor(correction);
  const parts: { data: number[]; correction: number[] }[] = [];
  for (let block = 0, at = 0; block < blocks; block += 1) {
    const length = short + (block < shortBlocks ? 0 : 1);
    const own = words.slice(at, at + length);
    parts.push({ data: own, correction: remainder(own, divisor) });
    at += length;
  }
  const column = (side: "data" | "correction", index: number) => parts.flatMap((part) => part[side][index] ?? []);
  const drawn: number[] = [];
  for (let index = 0; index <= short; index += 1) drawn.push(...column("data", index));
  for (let index = 0; index < correction; index += 1) drawn.push(...column("correction", index));
  return drawn;
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
}

function correctionDivisor(degree: number): number[] {
  const divisor: number[] = [...Array.from({ length: degree - 1 }, () => 0), 1];
  let root = 1;
  for (let round = 0; round < degree; round += 1) {
    for (let index = 0; index < degree; index += 1)
      divisor[index] = multiply(divisor[index] ?? 0, root) ^ (divisor[index + 1] ?? 0);
    root = multiply(root, 2);
  }
  return divisor;
}

function remainder(data: readonly number[], divisor: readonly number[]): number[] {
  const rest = divisor.map(() => 0);
  for (const word of data) {
    const factor = word ^ (rest.shift() ?? 0);
    rest.push(0);
    for (const [index, coefficient] of divisor.entries())
      rest[index] = (rest[index] ?? 0) ^ multiply(coefficient, factor);
  }
  return rest;
}
