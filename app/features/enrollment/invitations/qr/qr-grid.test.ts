import { describe, expect, it } from "vitest";
import { qrGrid } from "./qr-grid";
import { qrWords } from "./qr-words";

const drawn = (text: string) => qrGrid(text).map((row) => row.map((isDark) => (isDark ? "#" : ".")).join(""));

describe("a code for a camera", () => {
  it("of a short word has its letters, padding and correction in the order of the standard", () => {
    const { version, words } = qrWords("hello");
    expect(version).toBe(1);
    // Length and text as bytes, then the standard's padding, then ten words of correction.
    expect(words.slice(0, 16).map((word) => word.toString(16))).toEqual(
      "40 56 86 56 c6 c6 f0 ec 11 ec 11 ec 11 ec 11 ec".split(" "),
    );
    expect(words).toHaveLength(26);
  });

  it.each([
    [14, 21],
    [15, 25],
    [84, 37],
    [85, 41],
    [213, 57],
  ])("of %i bytes has %i modules a side", (bytes, side) => {
    expect(qrGrid("x".repeat(bytes))).toHaveLength(side);
  });

  it("has its three corner marks whatever it says", () => {
    const rows = drawn("https://shopfront.example/invitation/abc");
    const corner = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"];
    expect(rows.slice(0, 7).map((row) => row.slice(0, 7))).toEqual(corner);
    expect(rows.slice(0, 7).map((row) => row.slice(-7))).toEqual(corner);
    expect(rows.slice(-7).map((row) => row.slice(0, 7))).toEqual(corner);
  });

  it("is refused for a text longer than its largest size", () => {
    expect(() => qrGrid("x".repeat(214))).toThrow("214 bytes");
  });
});
