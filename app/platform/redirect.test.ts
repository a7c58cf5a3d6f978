import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterSignIn, returnPathOf, safeReturnTo } from "./redirect.server";

const ours = "https://shop.example";

describe("where somebody is sent back to", () => {
  it.each([
    ["/", "/"],
    ["/employers/1?tab=a#b", "/employers/1?tab=a#b"],
    ["/a//b", "/a//b"],
    ["/a?next=https://evil.example", "/a?next=https://evil.example"],
  ])("keeps our own path %s", (text, path) => {
    expect(safeReturnTo(text)).toBe(path);
  });

  it.each([
    null,
    undefined,
    "",
    "employers",
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    " //evil.example",
    "javascript:alert(1)",
    "/.//evil.example",
    "/x/..//evil.example",
    "/\u202Eevil",
    `/${"a".repeat(2_001)}`,
  ])("refuses %j", (text) => {
    expect(safeReturnTo(text, "/home")).toBe("/home");
  });

  it("never leaves our origin, whatever is typed", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "/",
        "\\",
        "//",
        "..",
        ".",
        "@",
        ":",
        "?",
        "#",
        "%2f",
        "%5c",
        "\t",
        "\r",
        "\n",
        "\0",
        " ",
        "evil.example",
      ),
      fc.constantFrom("https:", "javascript:", "data:", "a", "ı", "／", "。"),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    const text = fc.array(piece, { maxLength: 10 }).map((pieces) => `/${pieces.join("")}`);
    fc.assert(
      fc.property(text, (typed) => {
        const target = safeReturnTo(typed);
        expect(target.startsWith("/") && !target.startsWith("//")).toBe(true);
        expect(new URL(target, ours).origin).toBe(ours);
        expect(safeReturnTo(target)).toBe(target);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each([
    ["/employers/1?tab=a", "/employers/1?tab=a"],
    [null, "/start"],
    ["/", "/start"],
    ["https://evil.example", "/start"],
  ])("after sign-in goes on from %j to %s", (text, path) => {
    expect(afterSignIn(text)).toBe(path);
  });

  it("comes back to the page that asked, without the marker of a data request", () => {
    const request = new Request("https://shop.example/roster?page=2&_data=routes%2Froster");
    expect(returnPathOf(request)).toBe("/roster?page=2");
  });

  it.each([
    ["https://shop.example/roster/new?step=2", "/roster/new?step=2"],
    ["https://evil.example//shop", "/"],
    ["about:blank", "/"],
    ["", "/"],
  ])("comes back from a form to the page it was posted from: %j", (referer, path) => {
    const request = new Request("https://shop.example/roster/1/waiver", {
      method: "POST",
      headers: { Referer: referer },
    });
    expect(returnPathOf(request)).toBe(path);
  });
});
