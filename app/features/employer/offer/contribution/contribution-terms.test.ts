import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contributionSchemeMethods } from "~/domain/contribution/schemes/contribution-scheme";
import { z } from "zod";
import { parsePosted } from "~/platform/forms/parse-form";
import { contributionShape, schemeOf, termsOfScheme, withoutIdleFields } from "./contribution-terms.schema";

const schema = z.preprocess(withoutIdleFields, z.object(contributionShape));
const moneyNames = Object.keys(contributionShape).filter((name) => /BasisPoints$|Cents$/.test(name));
const anyTyped = fc.record({
  method: fc.constantFrom(...contributionSchemeMethods),
  ...Object.fromEntries(moneyNames.map((name) => [name, fc.integer({ min: 0, max: 100 }).map(String)])),
  finerShares: fc.constantFrom("on", ""),
  partTimeApart: fc.constantFrom("on", ""),
});

describe("what the form of a contribution says", () => {
  it("is the same after it was stored and put back into the form", () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const terms = parsePosted(schema, typed);
        if (!terms.ok) throw new Error(terms.problems.map(({ code }) => code).join());
        const scheme = schemeOf(terms.value);
        expect(schemeOf(termsOfScheme(scheme))).toEqual(scheme);
      }),
    );
  });

  it("is a share of one plan's price where no way is named", () => {
    const terms = parsePosted(schema, { employeeBasisPoints: "70", dependentsBasisPoints: "50" });
    expect(terms.ok && schemeOf(terms.value)).toMatchObject({
      method: "reference-plan-percent",
      shares: { "full-time": { employee: 7_000, spouse: 5_000 }, "part-time": { employee: 7_000, spouse: 5_000 } },
    });
  });

  it("counts a child who stays covered for a disability with the children", () => {
    const finer = { finerShares: "on", spouseBasisPoints: "10", partnerBasisPoints: "20", childBasisPoints: "30" };
    const terms = parsePosted(schema, { method: "chosen-plan-percent", employeeBasisPoints: "70", ...finer });
    expect(terms.ok && schemeOf(terms.value)).toMatchObject({
      shares: {
        "full-time": {
          ...{ spouse: 1_000, "domestic-partner": 2_000, "child-under-26": 3_000, "disabled-child-26-or-older": 3_000 },
        },
      },
    });
  });
});
