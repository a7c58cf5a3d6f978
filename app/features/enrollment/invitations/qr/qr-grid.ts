// Draws the code words of a QR symbol (ISO/IEC 18004) as a square of dark and light modules, with the mask that is
// easiest to read. A module that belongs to the symbol's frame is fixed: data goes around it and no mask changes it.
import { qrWords } from "./qr-words";

type Grid = { readonly size: number; readonly dark: boolean[][]; readonly fixed: boolean[][] };
type Cell = { readonly x: number; readonly y: number };

const alignments = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50]];

const masks: readonly ((cell: Cell) => boolean)[] = [
  ({ x, y }) => (x + y) % 2 === 0,
  ({ y }) => y % 2 === 0,
  ({ x }) => x % 3 === 0,
  ({ x, y }) => (x + y) % 3 === 0,
  ({ x, y }) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  ({ x, y }) => ((x * y) % 2) + ((x * y) % 3) === 0,
  ({ x, y }) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  ({ x, y }) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Rows of modules, true for dark, without the quiet margin of four modules. */
export function qrGrid(text: string): readonly (readonly boolean[])[] {
  const { version, words } = qrWords(text);
  const candidates = masks.map((mask, index) => {
    const grid = frameOf(version);
    drawFormat(grid, index);
    drawWords(grid, words, mask);
    return { dark: grid.dark, penalty: penaltyOf(grid.dark) };
  });
  const best = candidates.reduce((a, b) => (b.penalty < a.penalty ? b : a));
  return best.dark;
}

function set({ dark, fixed, size }: Grid, { x, y }: Cell, isDark: boolean): void {
  const [row, held] = [dark[y], fixed[y]];
  if (!row || !held || x < 0 || x >= size) return;
  row[x] = isDark;
  held[x] = true;
}

function frameOf(version: number): Grid {
  const size = version * 4 + 17;
  const empty = () => Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const grid: Grid = { size, dark: empty(), fixed: empty() };
  for (let at = 0; at < size; at += 1) {
    set(grid, { x: 6, y: at }, at % 2 === 0);
    set(grid, { x: at, y: 6 }, at % 2 === 0);
  }
  for (const center of [
    { x: 3, y: 3 },
    { x: size - 4, y: 3 },
    { x: 3, y: size - 4 },
  ])
    drawSquare(grid, center, { reach: 4, light: [2, 4] });
  const places = version === 1 ? [] : [6, ...(alignments[version - 1] ?? [])];
  const last = places.at(-1);
  for (const x of places)
    for (const y of places) {
      const isCorner = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6);
      if (!isCorner) drawSquare(grid, { x, y }, { reach: 2, light: [1] });
    }
  if (version >= 7) drawVersion(grid, version);
  return grid;
}

function drawSquare(grid: Grid, center: Cell, { reach, light }: { reach: number; light: readonly number[] }): void {
  for (let dy = -reach; dy <= reach; dy += 1)
    for (let dx = -reach; dx <= reach; dx += 1)
      set(grid, { x: center.x + dx, y: center.y + dy }, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
}

function drawVersion(grid: Grid, version: number): void {
  let rest = version;
  for (let bit = 0; bit < 12; bit += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let index = 0; index < 18; index += 1) {
    const isDark = ((bits >>> index) & 1) === 1;
    const [far, near] = [grid.size - 11 + (index % 3), Math.floor(index / 3)];
    set(grid, { x: far, y: near }, isDark);
    set(grid, { x: near, y: far }, isDark);
  }
}

/** Level M (which is 00) and the mask, twice. */
function drawFormat(grid: Grid, mask: number): void {
  let rest = mask;
  for (let bit = 0; bit < 10; bit += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const { size } = grid;
  for (let index = 0; index < 15; index += 1) {
    const isDark = ((bits >>> index) & 1) === 1;
    const down = index < 6 ? index : index < 8 ? index + 1 : size - 15 + index;
    const left = index < 8 ? size - 1 - index : index === 8 ? 7 : 14 - index;
    set(grid, { x: 8, y: down }, isDark);
    set(grid, { x: left, y: 8 }, isDark);
  }
  set(grid, { x: 8, y: size - 8 }, true);
}

/** Two columns at a time from the right, up and down in turn, past the upright timing line. */
function drawWords({ size, dark, fixed }: Grid, words: readonly number[], mask: (cell: Cell) => boolean): void {
  let bit = 0;
  for (let right = size - 1, isUp = true; right >= 1; right -= right === 8 ? 3 : 2, isUp = !isUp) {
    for (let step = 0; step < size; step += 1) {
      const y = isUp ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = dark[y];
        if (!row || fixed[y]?.[x]) continue;
        const isDark = (((words[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1;
        row[x] = isDark !== mask({ x, y });
        bit += 1;
      }
    }
  }
}

function penaltyOf(dark: readonly (readonly boolean[])[]): number {
  const size = dark.length;
  const at = (x: number, y: number) => dark[y]?.[x] ?? false;
  const text = (cellOf: (index: number) => boolean) =>
    Array.from({ length: size }, (_, index) => (cellOf(index) ? "1" : "0")).join("");
  let penalty = 0;
  let darkCount = 0;
  for (let line = 0; line < size; line += 1) {
    for (const run of [text((x) => at(x, line)), text((y) => at(line, y))]) {
      for (const [same] of run.matchAll(/0{5,}|1{5,}/g)) penalty += same.length - 2;
      penalty += 40 * [...run.matchAll(/(?=10111010000|00001011101)/g)].length;
    }
    for (let x = 0; x < size; x += 1) {
      if (at(x, line)) darkCount += 1;
      const isBlock =
        x > 0 && line > 0 && [at(x - 1, line), at(x, line - 1), at(x - 1, line - 1)].every((c) => c === at(x, line));
      if (isBlock) penalty += 3;
    }
  }
  return penalty + 10 * Math.floor(Math.abs((20 * darkCount) / (size * size) - 10));
}
