import { describe, expect, it } from "vitest";
import { refusalsOf, shop } from "~/platform/testing/shop-command";

const small = { state: "WI", on: "2027-01-01", fte: 7 };

describe("shop rule", () => {
  it("reads JSON and prints JSON", async () => {
    const { status, output, errors } = await shop(["rule", "small-employer"], JSON.stringify(small));
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
    expect(JSON.parse(output)).toEqual({ allowed: true, sizeLimitFte: 50 });
  });

  it.each([
    [["rule"], "Say which rule to ask"],
    [["rule", "frobnicate"], 'There is no rule "frobnicate"'],
    [["rule", "toString"], 'There is no rule "toString"'],
    [["rule", "small-employer", "--frobnicate"], '"--frobnicate" is not known'],
    [["rule", "small-employer", "--schema", "more"], "Say which rule to ask"],
  ])("called as %j says how to call it", async (words, sentence) => {
    const { status, output, errors } = await shop(words, JSON.stringify(small));
    expect({ status, output }).toEqual({ status: 2, output: "" });
    expect(errors).toContain(sentence);
    expect(errors).toContain("npm run shop -- rule --list");
  });

  it.each(["", "{", "{'fte': 7}", "NaN"])("refuses %j, which is not JSON, as data", async (input) => {
    const { status, output } = await shop(["rule", "small-employer"], input);
    expect(status).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ problems: [{ code: "json-malformed" }] });
  });

  it.each([
    ["null", "json-type-wrong", undefined],
    ["[]", "json-type-wrong", undefined],
    ['{"state":"WI","on":"2027-01-01"}', "json-field-missing", "fte"],
    ['{"state":"WI","on":"2027-01-01","fte":"7"}', "json-type-wrong", "fte"],
    ['{"state":"WI","on":"2027-01-01","fte":7.5}', "json-number-not-whole", "fte"],
    ['{"state":"WI","on":"2027-01-01","fte":-1}', "json-number-out-of-range", "fte"],
    ['{"state":"WX","on":"2027-01-01","fte":7}', "json-choice-unknown", "state"],
    ['{"state":"WI","on":"2027-02-30","fte":7}', "day-malformed", "on"],
    ['{"state":"WI","on":"1900-01-01","fte":7}', "json-day-out-of-range", "on"],
    ['{"state":"WI","on":"2027-01-01","fte":7,"size":1}', "json-field-unknown", "size"],
  ])("refuses %s", async (input, code, field) => {
    const { status, output } = await shop(["rule", "small-employer"], input);
    expect(status).toBe(1);
    const expected = field === undefined ? { code } : { code, field };
    expect(JSON.parse(output)).toMatchObject({ problems: [expected] });
  });

  it("names the field, the limit and the source", async () => {
    const people = [{ personId: "a", services: [{ method: "weeks-worked", weeks: 54 }] }];
    expect(await refusalsOf("section-45r-fte", { people })).toEqual([
      {
        code: "json-number-out-of-range",
        field: "people.0.services.0.weeks",
        params: { minimum: 0, maximum: 53 },
        citation: "26 CFR 1.45R-2(d); instructions for Form 8941",
        sentence: "Give a number from 0 to 53.",
      },
    ]);
  });

  it("names every wrong field at once, and whoever is there twice", async () => {
    const people = [
      { personId: "a", services: [] },
      { personId: "a", services: [{ method: "guess" }] },
    ];
    expect(await refusalsOf("section-45r-fte", { people })).toMatchObject([
      { code: "json-choice-unknown", field: "people.1.services.0.method", params: { choices: expect.any(String) } },
    ]);
    const twice = [people[0], people[0]];
    expect(await refusalsOf("section-45r-fte", { people: twice })).toMatchObject([
      { code: "json-id-twice", field: "people.1.personId", params: { id: "a" } },
    ]);
  });

  it("takes a premium only if it adds up, and a reference only of the same people", async () => {
    const premium = (memberId: string, totalCents: number) => ({
      ...{ method: "per-member", totalCents, employeeOnlyCents: totalCents },
      members: [{ memberId, relationship: "self", ageYears: 30, premiumCents: 100 }],
    });
    const own = { employee: 5_000, spouse: 0, "domestic-partner": 0, "child-under-26": 0 };
    const alike = { ...own, "disabled-child-26-or-older": 0 };
    const scheme = { method: "reference-plan-percent", shares: { "full-time": alike, "part-time": alike } };
    const ask = (chosen: object, reference: object) =>
      refusalsOf("household-contribution", { scheme, chosen, reference });
    expect(await ask(premium("a", 101), premium("a", 100))).toMatchObject([
      { code: "json-premium-does-not-add-up", field: "chosen.totalCents" },
    ]);
    expect(await ask(premium("a", 100), premium("b", 100))).toMatchObject([
      { code: "json-reference-of-other-people", field: "reference" },
    ]);
  });
});
