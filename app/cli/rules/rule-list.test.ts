import { describe, expect, it } from "vitest";
import { sourceFiles, textOf } from "~/platform/testing/source-files";
import { shop } from "~/platform/testing/shop-command";
import { loadRule, ruleNames } from "./rule-list";

/** Rules that nobody can ask from a document, each with the reason. */
const asksAboutRecords =
  "looks at what one person signed or the insurer's file holds, which stands in the database: the screens say it";
const partOf = (whole: string) => `is one step of ${whole}`;
const asksAboutPlansSold =
  "looks at every plan sold at an address, which stand in the catalog: the offer's pages and `quote` answer";
const askedOnScreensOnly: Readonly<Record<string, string>> = {
  "app/domain/contribution/frontier/budget-percentages.rule.ts": asksAboutPlansSold,
  "app/domain/contribution/frontier/offer-frontier.rule.ts": asksAboutPlansSold,
  "app/domain/contribution/minimums/scheme-minimum.rule.ts": partOf("minimum-contribution and amount-minimum"),
  "app/domain/contribution/schemes/contribution-method.rule.ts": partOf("the offer form's list of ways to pay"),
  "app/domain/participation/forecast/take-up-forecast.rule.ts": "is an assumption that a page states, not a rule",
  "app/domain/plan-catalog/yearly-cost/estimated-yearly-cost.rule.ts": asksAboutPlansSold,
  "app/domain/rating/charged-children.rule.ts": partOf("household-premium"),
  "app/domain/rating/composite/composite-reference.rule.ts": partOf("household-contribution"),
  "app/domain/tax-credit/credit-changes.rule.ts": partOf("the tax credit's page"),
  "app/domain/tax-credit/small-business-credit.rule.ts": partOf(
    "the tax credit's page, and shares its lines with tax-credit",
  ),
  "app/domain/enrollment/coverage-choice.rule.ts": asksAboutRecords,
  "app/domain/enrollment/group-submission.rule.ts": asksAboutRecords,
  "app/domain/enrollment/signed-choice.rule.ts": asksAboutRecords,
  ...Object.fromEntries(
    ["coverage-checks", "contact-checks", "family-checks", "identity-checks", "money-checks"]
      .concat("party-checks", "pre-send-checks", "signed-choice-checks")
      .map((name) => [`app/domain/enrollment/pre-send/${name}.rule.ts`, asksAboutRecords]),
  ),
};

const schemas = sourceFiles(["app/features"], [".rule.schema.ts"]).filter((path) => path.includes("/rules/"));
const rules = sourceFiles(["app/domain"], [".rule.ts"]);

/** The rules whose functions a schema's module calls: what it imports by name and not as a type. */
function rulesCalledIn(path: string): string[] {
  const imports = textOf(path).matchAll(/^import (?!type )\{[^}]*\} from "~\/(domain\/[^"]+\.rule)";$/gms);
  return [...imports].map(([, module]) => `app/${module}.ts`);
}

describe("the list of rules", () => {
  it("has every rule of the domain, but for those that ask about records", () => {
    const called = new Set(schemas.flatMap(rulesCalledIn));
    expect(rules.filter((path) => !called.has(path) && !(path in askedOnScreensOnly))).toEqual([]);
    expect(Object.keys(askedOnScreensOnly).filter((path) => called.has(path) || !rules.includes(path))).toEqual([]);
  });

  it("has every schema that is written, under its own name", () => {
    const named = schemas.map((path) => path.split("/").at(-1)?.replace(".rule.schema.ts", ""));
    expect([...ruleNames].sort()).toEqual(named.sort());
  });

  it("says each in one line with its citation", async () => {
    const { status, output } = await shop(["rule", "--list"]);
    const lines = output.split("\n");
    expect(status).toBe(0);
    expect(lines).toHaveLength(ruleNames.length);
    for (const [at, name] of ruleNames.entries()) {
      expect(lines[at]).toMatch(new RegExp(`^${name} +[A-Z].*\\. \\[.*(C\\.F\\.R\\.|CFR|CCR|U\\.S\\.C\\.|Form).*\\]$`));
    }
  });
});

type JsonSchema = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Paths of the numbers in a schema that say nothing of what they are. */
function silentNumbers(schema: unknown, path: string): string[] {
  if (Array.isArray(schema)) return schema.flatMap((item: unknown, at) => silentNumbers(item, `${path}.${at}`));
  if (!isObject(schema)) return [];
  const isNumber = schema["type"] === "number" || schema["type"] === "integer";
  const inside = Object.entries(schema).flatMap(([key, value]) =>
    key === "anyOf" && typeof schema["description"] === "string" ? [] : silentNumbers(value, `${path}.${key}`),
  );
  return isNumber && typeof schema["description"] !== "string" ? [path, ...inside] : inside;
}

describe("the JSON Schema of a rule", () => {
  it.each(ruleNames)("of %s says what goes in and what comes out, each number with its unit", async (name) => {
    const { status, output } = await shop(["rule", name, "--schema"]);
    const answer: unknown = JSON.parse(output);
    expect(status).toBe(0);
    expect(answer).toMatchObject({ input: { type: "object" }, output: {} });
    const unknownMaps = /\.(additionalProperties|params)\b/;
    expect(silentNumbers(answer, name).filter((path) => !unknownMaps.test(path))).toEqual([]);
    expect((await loadRule(name)).summary).not.toContain("\n");
  });
});
