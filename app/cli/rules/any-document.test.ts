import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonSchemas } from "../json-io";
import { shop } from "~/platform/testing/shop-command";
import { loadRule, ruleNames } from "./rule-list";

type JsonSchema = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

const hostile = fc.constantFrom<unknown>(null, -1, 0.5, 1e300, "", "x", true, [], {}, "2190-12-31", "__proto__");
const anyDay = fc
  .date({ min: new Date("1902-01-01"), max: new Date("2190-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const likelyDay = fc.constantFrom("1960-02-29", "1990-06-15", "2015-12-31", "2026-11-20", "2027-01-01", "2027-03-31");
const anyPlan = fc.constantFrom("11111WI0010001", "22222NY0010001", "33333NJ0010001", "44444DC0010001");
const anyName = fc.constantFrom("a", "b", "c", "11111");

/** Documents of the shape that a schema asks for; now and then one value is something else. */
function documentOf(schema: unknown): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 60, arbitrary: wellShaped(schema) }, { weight: 1, arbitrary: hostile });
}

function wellShaped(schema: unknown): fc.Arbitrary<unknown> {
  if (!isObject(schema)) return fc.constant(null);
  if ("const" in schema) return fc.constant(schema["const"]);
  const choices = listOf(schema["enum"]);
  if (choices.length > 0) return fc.constantFrom(...choices);
  const parts = [...listOf(schema["anyOf"]), ...listOf(schema["oneOf"])];
  if (parts.length > 0) return fc.oneof(...parts.map(documentOf));
  switch (schema["type"]) {
    case "object":
      return objectOf(schema);
    case "array":
      return fc.array(documentOf(schema["items"]), {
        minLength: Number(schema["minItems"] ?? 0),
        maxLength: Math.max(Number(schema["minItems"] ?? 0), String(schema["description"]).includes("months") ? 12 : 4),
      });
    case "integer":
      return numberOf(schema).map((value) => Math.floor(value));
    case "number":
      return numberOf(schema);
    case "boolean":
      return fc.boolean();
    case "string":
      return textOf(schema);
    default:
      return fc.constant(null);
  }
}

function objectOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  const required = listOf(schema["required"]).map(String);
  const entries = Object.entries(properties).map(([name, value]) => [name, documentOf(value)] as const);
  return fc.record(Object.fromEntries(entries), { requiredKeys: required });
}

function numberOf(schema: JsonSchema): fc.Arbitrary<number> {
  const [least, most] = [Number(schema["minimum"] ?? 0), Number(schema["maximum"] ?? 100)];
  const small = fc.integer({ min: least, max: Math.min(most, least + 60) });
  return fc.oneof(small, small, fc.constantFrom(least, most), fc.integer({ min: least, max: most }));
}

function textOf(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema["format"] === "date") return fc.oneof(likelyDay, likelyDay, anyDay);
  return String(schema["description"]).includes("HIOS plan id") ? anyPlan : anyName;
}

describe("a rule answers or refuses whatever document it is given", () => {
  it.each(ruleNames)("%s", async (name) => {
    const rule = await loadRule(name);
    const { input } = jsonSchemas(rule) as { input: unknown };
    await fc.assert(
      fc.asyncProperty(documentOf(input), async (document) => {
        const { status, output, errors } = await shop(["rule", name], JSON.stringify(document));
        expect(errors).toBe("");
        const answer: unknown = JSON.parse(output);
        if (status === 0) expect(rule.output.safeParse(answer).error?.issues).toBeUndefined();
        else {
          expect(status).toBe(1);
          expect(answer).toMatchObject({ problems: expect.any(Array) });
          expect(output).not.toMatch(/\{\{|"sentence": "[a-z-]*"/);
        }
      }),
      { numRuns: 40 },
    );
  });
});
