import { describe, expect, it } from "vitest";
import { isId, newId, uuidV7 } from "./id.server";

describe("ids", () => {
  it("carry their millisecond, version 7 and the RFC variant", () => {
    const random = new Uint8Array(10).fill(0xff);
    expect(uuidV7({ atMilliseconds: 0x0123456789ab, random })).toBe("01234567-89ab-7fff-bfff-ffffffffffff");
    expect(uuidV7({ atMilliseconds: 0, random: new Uint8Array(10) })).toBe("00000000-0000-7000-8000-000000000000");
  });

  it("sort by the time they were made", () => {
    const random = new Uint8Array(10);
    const earlier = uuidV7({ atMilliseconds: 1_700_000_000_000, random: new Uint8Array(10).fill(0xff) });
    expect(earlier < uuidV7({ atMilliseconds: 1_700_000_000_001, random })).toBe(true);
  });

  it("do not repeat in ten thousand", () => {
    expect(new Set(Array.from({ length: 10_000 }, () => newId())).size).toBe(10_000);
  });

  it("are recognised, and other text is not", () => {
    expect(isId(newId())).toBe(true);
    expect(isId(undefined)).toBe(false);
    expect(isId("")).toBe(false);
    expect(isId(`${newId()}'`)).toBe(false);
    expect(isId("00000000-0000-0000-0000-000000000000")).toBe(false);
  });
});
