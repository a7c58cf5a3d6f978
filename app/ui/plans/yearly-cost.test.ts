import { describe, expect, it } from "vitest";
import { careServices, useLevels } from "../../domain/plan-catalog/yearly-cost/use-profile";
import { locales } from "../../platform/i18n/languages";
import { translator } from "../../platform/i18n/translator.server";

const codes = [
  ...useLevels.map((level) => `plan-cost-care-${level}`),
  ...careServices.flatMap((service) => [`plan-cost-service-${service}`, `plan-cost-missing-${service}`]),
  ...["plan-cost-missing-deductible", "plan-cost-missing-out-of-pocket-maximum", "plan-cost-deductible"],
  ...[
    "plan-cost-maximum",
    "plan-cost-premium-share",
    "plan-cost-premium-whole",
    "plan-cost-no-table",
    "plan-cost-cannot",
  ],
];

describe("the working of a year", () => {
  it.each(locales)("has a sentence for each code in %s, for one and for many", (locale) => {
    const t = translator(locale, "plan-cost");
    const said = (code: string, count: number) => t(code, { count, paidCents: "$1", priceCents: "$2" });
    expect(codes.filter((code) => said(code, 1) === code || said(code, 2) === code)).toEqual([]);
    expect(
      careServices.filter(
        (service) => said(`plan-cost-service-${service}`, 1) === said(`plan-cost-service-${service}`, 2),
      ),
    ).toEqual([]);
  });
});
