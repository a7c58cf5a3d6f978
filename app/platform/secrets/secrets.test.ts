import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openBytes, openText, SealBrokenError, sealBytes, sealText, type SealedPlace } from "./sealing.server";
import { SecretSsn } from "./secret-ssn";
import { openSsn, sealSsn, ssnColumns, ssnIndex, type SsnPlace } from "./ssn.server";

const place: SealedPlace = { table: "employees", column: "ssn_sealed", owner: "e1", rowId: "r1" };
const ssnPlace: SsnPlace = { table: "employees", employerId: "e1", rowId: "r1" };

function ssnOf(text: string): SecretSsn {
  const ssn = SecretSsn.parse(text);
  if (!ssn) throw new Error(`not nine digits: ${text}`);
  return ssn;
}

describe("sealed text", () => {
  it("opens to what was sealed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(openText(place, sealText(place, text))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it("looks different each time and hides the text", () => {
    const sealed = Array.from({ length: 200 }, () => sealText(place, "219-09-9999"));
    expect(new Set(sealed.map((text) => text.split(".")[1])).size).toBe(200);
    expect(sealed.join()).not.toContain("219");
  });

  it("does not open when any character of it is changed", () => {
    const sealed = sealText(place, "Juana Ortiz");
    for (let at = 0; at < sealed.length; at += 1) {
      const swapped = sealed[at] === "A" ? "B" : "A";
      const changed = sealed.slice(0, at) + swapped + sealed.slice(at + 1);
      expect(() => openText(place, changed), `character ${at}`).toThrow(SealBrokenError);
    }
  });

  it.each<[string, Partial<SealedPlace>]>([
    ["table", { table: "dependents" }],
    ["column", { column: "ssn_index" }],
    ["business", { owner: "e2" }],
    ["row", { rowId: "r2" }],
  ])("does not open in another %s", (_what, elsewhere) => {
    const sealed = sealText(place, "219099999");
    expect(() => openText({ ...place, ...elsewhere }, sealed)).toThrow(SealBrokenError);
  });

  it.each(["", "v1", "v1...", "v2.a.b.c", "219099999"])("is not %j", (text) => {
    expect(() => openText(place, text)).toThrow(SealBrokenError);
  });
});

describe("sealed bytes", () => {
  it("open to what was sealed, and not after any one bit was flipped", () => {
    const sealed = sealBytes(place, Buffer.from("ISA*00*"));
    expect(openBytes(place, sealed).toString()).toBe("ISA*00*");
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => openBytes(place, changed), `bit ${bit}`).toThrow(SealBrokenError);
    }
    expect(() => openBytes(place, sealed.subarray(0, 20))).toThrow(SealBrokenError);
  });
});

describe("a Social Security number", () => {
  it("prints as a mask everywhere but where it is asked for by name", () => {
    const ssn = ssnOf("219-09-9999");
    const shown = [String(ssn), `${ssn}`, JSON.stringify({ ssn }), inspect(ssn), inspect({ deep: [ssn] }), ssn + ""];
    for (const text of shown) {
      expect(text).toContain("***-**-9999");
      expect(text).not.toMatch(/219/);
    }
    expect(ssn.reveal()).toBe("219099999");
  });

  it.each(["", "21909999", "2190999990", "219-099-999", "21x099999", "219--09-9999"])("is not %j", (text) => {
    expect(SecretSsn.parse(text)).toBeUndefined();
  });

  it("comes back from its row only", () => {
    const sealed = sealSsn(ssnPlace, ssnOf("219 09 9999"));
    expect(sealed).toMatch(/^v1\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/);
    expect(openSsn(ssnPlace, sealed).reveal()).toBe("219099999");
    expect(() => openSsn({ ...ssnPlace, rowId: "r2" }, sealed)).toThrow(SealBrokenError);
    expect(() => openSsn({ ...ssnPlace, table: "dependents" }, sealed)).toThrow(SealBrokenError);
  });

  it("has one index inside a business, another in the next business, and one of its own for each number", () => {
    const index = (employerId: string, text: string) => ssnIndex({ employerId, ssn: ssnOf(text) });
    expect(index("e1", "219-09-9999")).toBe(index("e1", "219099999"));
    expect(index("e1", "219099999")).not.toBe(index("e2", "219099999"));
    expect(index("e1", "219099999")).not.toBe(index("e1", "219099998"));
    expect(Buffer.from(index("e1", "219099999"), "base64url")).toHaveLength(32);
  });

  it("is kept sealed, by its last four digits and by its index", () => {
    const columns = ssnColumns(ssnPlace, ssnOf("219099999"));
    expect(columns.ssnLastFour).toBe("9999");
    expect(openSsn(ssnPlace, columns.ssnSealed).reveal()).toBe("219099999");
    expect(columns.ssnIndex).toBe(ssnIndex({ employerId: "e1", ssn: ssnOf("219099999") }));
  });
});
