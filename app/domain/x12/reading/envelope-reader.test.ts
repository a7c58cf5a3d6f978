import { describe, expect, test } from "vitest";
import { extendedUpper as rules, family, familySsns, interchangeOf, stamp } from "../testing/enrollment-fixture";
import { writeInterchange } from "../writing/interchange-writer";
import { render834 } from "../writing/render-834";
import { readEnvelopes } from "./envelope-reader";
import { hasErrors, type Finding } from "./finding";

function fileOf(lineEnd: "" | "\n" | "\r\n" = ""): string {
  const options = { rules, ssns: familySsns };
  const transactions = [70023, 70024].map((controlNumber) => {
    const rendered = render834(family, { ...options, stamp: { ...stamp, controlNumber } });
    if (!rendered.ok) throw new Error(JSON.stringify(rendered.problems));
    return rendered.value;
  });
  const written = writeInterchange(interchangeOf(transactions), { rules, lineEnd });
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  return written.value;
}

const sound = fileOf();
const errorsOf = (text: string): Finding[] => readEnvelopes(text).findings.filter((f) => f.severity === "error");
const codesOf = (text: string): string[] => errorsOf(text).map((finding) => finding.code);
const edit = (from: string | RegExp, to: string): string => {
  const edited = sound.replace(from, to);
  expect(edited).not.toBe(sound);
  return edited;
};

describe("a sound file", () => {
  test.each(["", "\n", "\r\n"] as const)("is read without findings with %j between its segments", (lineEnd) => {
    expect(readEnvelopes(fileOf(lineEnd)).findings).toEqual([]);
  });

  test("gives its parties, numbers and transactions", () => {
    const [interchange] = readEnvelopes(sound).interchanges;
    expect(interchange).toMatchObject({
      sender: { qualifier: "ZZ", id: "SHOPEXCH" },
      receiver: { qualifier: "ZZ", id: "ISSUER01" },
      createdOn: "260921",
      createdTime: "0615",
      controlNumber: "000000021",
      acknowledgmentRequested: true,
      usage: "T",
    });
    expect(interchange?.groups[0]).toMatchObject({
      functionalCode: "BE",
      controlNumber: "2001",
      version: "005010X220A1",
    });
    const transactions = interchange?.groups[0]?.transactions ?? [];
    expect(transactions.map((t) => [t.type, t.controlNumber, t.guide])).toEqual([
      ["834", "70023", "005010X220A1"],
      ["834", "70024", "005010X220A1"],
    ]);
  });

  test("may hold several interchanges, each with its own delimiters", () => {
    const other = sound.replaceAll("*", "|").replaceAll("~", "!").replace("000000021", "000000022");
    const second = other.replace("IEA|1|000000021", "IEA|1|000000022");
    const reading = readEnvelopes(`${sound}\n${second}`);
    expect(reading.findings).toEqual([]);
    expect(reading.interchanges.map((i) => i.delimiters.element)).toEqual(["*", "|"]);
  });

  test.each([
    ["\ufeff", "byte-order-mark"],
    ["\u00ef\u00bb\u00bf", "byte-order-mark"],
    ["\r\n\r\n", "blank-before-interchange"],
  ])("is still sound behind %j, with a warning", (lead, code) => {
    const { findings } = readEnvelopes(lead + sound);
    expect(findings.map((finding) => [finding.severity, finding.code])).toEqual([["warning", code]]);
  });

  test("may end in white space", () => {
    expect(readEnvelopes(`${sound}\r\n  \n`).findings).toEqual([]);
  });
});

test("a file cut at any byte is noticed", () => {
  for (let length = 0; length < sound.length; length += 1) {
    expect(hasErrors(readEnvelopes(sound.slice(0, length)).findings), `cut after ${length} bytes`).toBe(true);
  }
});

test("a file that lost any one byte of its envelope is noticed", () => {
  const end = sound.indexOf("BGN*");
  for (let at = 0; at < end; at += 1) {
    const lost = sound.slice(0, at) + sound.slice(at + 1);
    // Names and codes of the parties after the fixed-width header may be a byte shorter and still well formed.
    const inPartyCodes = at >= sound.indexOf("MO0*") && at < sound.indexOf("*20260921");
    if (!inPartyCodes) expect(hasErrors(readEnvelopes(lost).findings), `without byte ${at}`).toBe(true);
  }
});

test("a file that lost any one segment is noticed", () => {
  const segments = sound.split("~").slice(0, -1);
  segments.forEach((segment, at) => {
    const lost = segments.filter((_, index) => index !== at).map((kept) => `${kept}~`);
    expect(hasErrors(readEnvelopes(lost.join("")).findings), segment.slice(0, 3)).toBe(true);
  });
});

describe("an envelope defect is refused:", () => {
  const cases: [string, () => string, string][] = [
    ["an empty file", () => "", "file-empty"],
    ["blanks only", () => " \r\n", "file-empty"],
    ["something else", () => "<html></html>", "not-x12"],
    ["text in front", () => `hello ${sound}`, "data-before-interchange"],
    ["text behind", () => `${sound}hello`, "data-after-interchange"],
    ["a byte behind", () => `${sound}\u0000`, "data-after-interchange"],
    ["a short header", () => edit("SHOPEXCH       ", "SHOPEXCH      "), "interchange-header-not-fixed-width"],
    ["a long header", () => edit("SHOPEXCH       ", "SHOPEXCH        "), "interchange-header-not-fixed-width"],
    ["the same delimiter twice", () => edit("*T*:~", "*T*^~"), "interchange-header-not-usable"],
    ["a letter as delimiter", () => edit("*T*:~", "*T*A~"), "interchange-header-not-usable"],
    ["an unknown party qualifier", () => edit("*ZZ*SHOP", "*99*SHOP"), "party-qualifier-unknown"],
    ["a sender without a name", () => edit("SHOPEXCH", "        "), "party-id-missing"],
    ["an impossible interchange date", () => edit("*260921*0615*^", "*261321*0615*^"), "not-a-date"],
    ["an impossible interchange time", () => edit("*260921*0615*^", "*260921*2515*^"), "not-a-time"],
    ["another version", () => edit("*00501*", "*00401*"), "interchange-version-unsupported"],
    ["letters in the control number", () => edit("*000000021*1", "*00000002A*1"), "control-number-malformed"],
    ["an unknown usage", () => edit("*1*T*:", "*1*Q*:"), "usage-unknown"],
    ["IEA with another number", () => edit("IEA*1*000000021", "IEA*1*000000022"), "interchange-control-number-differs"],
    ["IEA with another count", () => edit("IEA*1*", "IEA*2*"), "group-count-wrong"],
    ["no IEA", () => edit(/IEA.*$/, ""), "interchange-trailer-missing"],
    ["IEA without terminator", () => sound.slice(0, -1), "segment-not-terminated"],
    ["no GS", () => edit(/GS\*[^~]*~/, ""), "transaction-outside-group"],
    ["an impossible group date", () => edit("*20260921*0615*2001", "*20260931*0615*2001"), "not-a-date"],
    [
      "an element too many in GS",
      () => edit("*2001*X*005010X220A1~", "*2001*X*005010X220A1*1~"),
      "element-count-wrong",
    ],
    ["GE with another number", () => edit("GE*2*2001", "GE*2*2002"), "group-control-number-differs"],
    ["GE with another count", () => edit("GE*2*", "GE*1*"), "transaction-count-wrong"],
    ["no GE", () => edit("GE*2*2001~", ""), "group-trailer-missing"],
    ["no SE", () => edit(/SE\*\d+\*70023~/, ""), "transaction-trailer-missing"],
    ["no ST", () => edit(/ST\*834\*70023[^~]*~/, ""), "trailer-without-header"],
    ["SE with another number", () => edit(/(SE\*\d+)\*70023~/, "$1*70025~"), "transaction-control-number-differs"],
    ["a count in SE that is off", () => edit(/SE\*\d+\*70023~/, "SE*5*70023~"), "segment-count-wrong"],
    ["a transaction number twice", () => sound.replaceAll("70024", "70023"), "transaction-control-number-repeated"],
    [
      "a guide that is not the group's",
      () => edit("70023*005010X220A1", "70023*005010X307"),
      "guide-differs-from-group",
    ],
    ["no guide", () => edit("70023*005010X220A1", "70023"), "guide-missing"],
    ["a transaction of another kind", () => edit("ST*834*70023", "ST*820*70023"), "transaction-not-of-group"],
    ["an empty segment", () => edit("QTY*ET*1~", "QTY*ET*1~~"), "segment-id-malformed"],
    ["a segment outside a transaction", () => edit("GE*2*2001~", "REF*38*A~GE*2*2001~"), "segment-outside-transaction"],
    ["a line end in data", () => edit("COLUMBIA", "COLU\nMBIA"), "control-character"],
    ["TA1 behind a group", () => edit("IEA*", "TA1*000000021*260115*0800*A*000~IEA*"), "acknowledgment-out-of-order"],
    ["the same interchange twice", () => sound + sound, "interchange-control-number-repeated"],
    ["a group number twice", () => twoGroups("2001"), "group-control-number-repeated"],
    ["an interchange inside another", () => edit("GE*2*2001~IEA*1*000000021~", sound), "interchange-trailer-missing"],
  ];

  function twoGroups(number: string): string {
    const group = sound.slice(106, sound.indexOf("IEA*"));
    const second = group.replace("*2001*X", `*${number}*X`).replace("GE*2*2001", `GE*2*${number}`);
    return `${sound.slice(0, 106)}${group}${second}IEA*2*000000021~`;
  }

  test.each(cases)("%s", (_what, text, code) => {
    expect(codesOf(text())).toContain(code);
  });

  test("and two groups with two numbers are not", () => {
    expect(codesOf(twoGroups("2002"))).toEqual([]);
  });

  test("an empty group", () => {
    const empty = `${sound.slice(0, sound.indexOf("ST*"))}GE*0*2001~IEA*1*000000021~`;
    expect(codesOf(empty)).toEqual(["group-empty"]);
  });

  test("an interchange with nothing in it", () => {
    expect(codesOf(`${sound.slice(0, 106)}IEA*0*000000021~`)).toEqual(["interchange-empty"]);
  });
});

describe("a lone interchange acknowledgment", () => {
  const withCount = (count: number) => `${sound.slice(0, 106)}TA1*000000009*260115*0800*R*025~IEA*${count}*000000021~`;

  test("is read with no group counted", () => {
    const reading = readEnvelopes(withCount(0));
    expect(reading.findings).toEqual([]);
    const said = { controlNumber: "000000009", createdOn: "260115", createdTime: "0800", code: "R", note: "025" };
    expect(reading.interchanges[0]?.acknowledgments).toEqual([said]);
  });

  test("is tolerated where the partner counts it as a group, and no further", () => {
    expect(readEnvelopes(withCount(1)).findings.map((f) => f.severity)).toEqual(["warning"]);
    expect(codesOf(withCount(2))).toEqual(["group-count-wrong"]);
  });
});

test("a piece without an interchange is an error, and its contents are shown all the same", () => {
  const piece = sound.slice(sound.indexOf("ST*"), sound.indexOf("ST*834*70024"));
  const reading = readEnvelopes(piece);
  expect(codesOf(piece)).toEqual(["no-interchange-header"]);
  expect(reading.fragments.map((fragment) => fragment.controlNumber)).toEqual(["70023"]);
});

test("a file of two hundred thousand segments is written and read like a small one", () => {
  const body = ["BGN*00*1*20260101*0600****2", ...Array.from({ length: 38 }, () => "REF*38*GRP")];
  const transactions = Array.from({ length: 5000 }, (_, index) => {
    const controlNumber = String(index + 1).padStart(4, "0");
    return { controlNumber, segments: [`ST*834*${controlNumber}*005010X220A1`, ...body, `SE*41*${controlNumber}`] };
  });
  const written = writeInterchange(interchangeOf(transactions), { rules });
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  const reading = readEnvelopes(written.value);
  expect(reading.findings).toEqual([]);
  expect(reading.interchanges[0]?.segmentCount).toBe(5000 * 41 + 4);
});

test("a finding says where it is: interchange, segment and element", () => {
  const [finding] = errorsOf(edit(/(SE\*\d+)\*70023~/, "$1*70025~"));
  const position = sound.split("~").findIndex((segment) => /^SE\*\d+\*70023$/.test(segment)) + 1;
  expect(finding).toMatchObject({ interchange: 1, segment: position, segmentId: "SE", element: 2 });
});
