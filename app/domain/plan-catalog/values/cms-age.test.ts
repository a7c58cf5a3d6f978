import { describe, expect, it } from "vitest";
import { parseCmsAge } from "./cms-age";

describe("ages in the Rate file", () => {
  it.each([
    ["0-20", 0, 20],
    ["21", 21, 21],
    ["64", 64, 64],
    ["65 and over", 65, 65],
    ["0-14", 0, 14],
    ["64 and over", 64, 65],
  ])("reads %s as %i to %i", (text, fromAge, toAge) =>
    expect(parseCmsAge(text)).toEqual({ kind: "ages", fromAge, toAge }),
  );

  it("knows a price by household tier", () => expect(parseCmsAge("Family Option")).toEqual({ kind: "family-option" }));

  it.each(["", "66", "20-0", "adult", "21.5", "0-99", "-1"])("refuses %s", (text) =>
    expect(parseCmsAge(text)).toBeUndefined(),
  );
});
