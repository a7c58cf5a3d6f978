import { describe, expect, it } from "vitest";
import { parseCmsLink } from "./cms-link";

describe("links in plan filings", () => {
  it.each([
    ["https://a.org/sbc.pdf", "https://a.org/sbc.pdf"],
    ["www.x.org/find a doctor.pdf ", "https://www.x.org/find%20a%20doctor.pdf"],
    ["http://x.org", "http://x.org/"],
    ["https://x.org/poc?uri=center:support&article=A3", "https://x.org/poc?uri=center:support&article=A3"],
  ])("links %s as %s", (text, link) => expect(parseCmsLink(text)).toBe(link));

  it.each([
    "",
    "n/a",
    "javascript:alert(1)",
    "ftp://x.org/a",
    "http://",
    "https://my plan.org/x",
    "mailto:a@b.org",
    "https://u:p@x.org/",
  ])("does not link %s", (text) => expect(parseCmsLink(text)).toBeUndefined());
});
