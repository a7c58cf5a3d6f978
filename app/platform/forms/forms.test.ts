import { describe, expect, it } from "vitest";
import { z } from "zod";
import * as fields from "./fields";
import { echoOf, parseForm } from "./parse-form";
import { readForm } from "./read-form";
import { problemReply } from "./reply.server";

function formOf(...entries: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

function problemsFor(schema: z.ZodType, ...entries: [string, string | File][]) {
  const result = parseForm(schema, formOf(...entries));
  return result.ok ? [] : result.problems;
}

describe("reading a posted form", () => {
  it("keeps a nine-digit employer number with a leading zero as text", () => {
    expect(readForm(formOf(["ein", "012345678"]))).toEqual({ ein: "012345678" });
    expect(readForm(formOf(["note", '{"a":1}']))).toEqual({ note: '{"a":1}' });
  });

  it("nests dotted names and keeps rows in their order", () => {
    expect(readForm(formOf(["a.zip", "20001"], ["kids.10.name", "Cy"], ["kids.2.name", "Bo"]))).toEqual({
      a: { zip: "20001" },
      kids: [{ name: "Bo" }, { name: "Cy" }],
    });
  });

  it("makes a list only of a repeated name", () => {
    expect(readForm(formOf(["who", "ana"], ["who", "bo"], ["one", "x"]))).toEqual({ who: ["ana", "bo"], one: "x" });
  });

  it.each(["__proto__.admin", "constructor.x", "a..b", "a.b.c.d.e.f.g", "a[b]"])("leaves out the name %s", (name) => {
    expect(readForm(formOf([name, "1"]))).toEqual({});
    expect(({} as Record<string, unknown>)["admin"]).toBeUndefined();
  });

  it("treats a file input that was left empty as nothing", () => {
    expect(readForm(formOf(["census", new File([], "")]))).toEqual({});
  });
});

describe("field values", () => {
  const schema = (inner: z.ZodType) => z.object({ x: inner });

  it.each([
    ["text", fields.textField(), "  Rosa's  ", "Rosa's"],
    [
      "an e-mail address",
      fields.emailField(),
      " Ana.O'Neil+shop@mail.example.com ",
      "Ana.O'Neil+shop@mail.example.com",
    ],
    ["dollars", fields.dollarsField(), "$1,284.50", 128450],
    ["percent", fields.percentField(), "66.67%", 6667],
    ["the whole", fields.percentField(), "100", 10000],
    ["a date", fields.dateField(), "2/29/2028", "2028-02-29"],
    ["an ISO date", fields.dateField(), "2026-12-31", "2026-12-31"],
    ["a count", fields.wholeNumberField(), "1,250", 1250],
    ["a tick", fields.checkboxField(), "on", true],
    ["one box", fields.listField(z.string()), "ana", ["ana"]],
    ["nothing optional", fields.optionalField(fields.dollarsField()), "", undefined],
  ])("reads %s", (_name, inner, typed, value) => {
    expect(parseForm(schema(inner as z.ZodType), formOf(["x", typed as string]))).toEqual({
      ok: true,
      value: { x: value },
    });
  });

  it.each([
    ["required", fields.textField(), ""],
    ["required", fields.dollarsField(), " "],
    ["required", fields.dateField(), ""],
    ["text-too-long", fields.textField(3), "abcd"],
    ["invalid-amount", fields.dollarsField(), "12.345"],
    ["invalid-percent", fields.percentField(), "100.01"],
    ["invalid-date", fields.dateField(), "2/29/2027"],
    ["invalid-date", fields.dateField(), "13/1/2027"],
    ["invalid-email", fields.emailField(), "ana@"],
    ["invalid-email", fields.emailField(), "ana@example"],
    ["invalid-email", fields.emailField(), "ana@example.com,eve@example.com"],
    ["invalid-email", fields.emailField(), "<ana@example.com>"],
    ["invalid-email", fields.emailField(), "josé@example.com"],
    ["invalid-whole-number", fields.wholeNumberField({ maximum: 50 }), "51"],
    ["choose-one-of-list", fields.choiceField(["a", "b"]), "c"],
    ["consent-required", fields.consentField(), ""],
  ])("answers %s on the field", (code, inner, typed) => {
    expect(problemsFor(schema(inner as z.ZodType), ["x", typed])).toMatchObject([{ code, field: "x" }]);
  });

  it("answers required for names that were not posted at all", () => {
    const whole = z.object({ a: fields.textField(), b: fields.choiceField(["x"]), c: fields.checkboxField() });
    expect(problemsFor(whole)).toEqual([
      { code: "required", field: "a" },
      { code: "choose-one-of-list", field: "b" },
    ]);
  });

  it("refuses a file above the limit and a missing one", () => {
    const upload = schema(fields.uploadField({ largestBytes: 3 }));
    expect(problemsFor(upload, ["x", new File(["abc"], "a.csv")])).toEqual([]);
    expect(problemsFor(upload, ["x", new File(["abcd"], "a.csv")])).toMatchObject([
      { code: "file-too-large", field: "x" },
    ]);
    expect(problemsFor(upload)).toMatchObject([{ code: "file-required", field: "x" }]);
  });

  it("names the field of a row by its dotted path", () => {
    const rows = z.object({ kids: z.array(z.object({ name: fields.textField() })) });
    expect(problemsFor(rows, ["kids.0.name", "Bo"], ["kids.1.name", ""])).toMatchObject([
      { code: "required", field: "kids.1.name" },
    ]);
  });
});

describe("the answer to a form that was refused", () => {
  it("keeps what was typed, and never a password, a Social Security number or a file", () => {
    const secrets: [string, string][] = [
      ["newPassword", "secret"],
      ["ssn", "219-09-9998"],
      ["kids.0.ssn", "219-09-9997"],
    ];
    expect(echoOf(formOf(["name", "Ana"], ...secrets, ["who", "a"], ["who", "b"]))).toEqual({
      name: ["Ana"],
      who: ["a", "b"],
    });
  });

  it.each([
    ["required", 422],
    ["stale", 409],
  ])("answers %s with status %i", (code, status) => {
    expect(problemReply([{ code }], formOf()).status).toBe(status);
  });
});
