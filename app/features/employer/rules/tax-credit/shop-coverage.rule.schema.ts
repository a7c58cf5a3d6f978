import { z } from "zod";
import { yearOf } from "~/domain/calendar/calendar-date";
import { citation, shopCoverageRuling } from "~/domain/tax-credit/shop-coverage.rule";
import { allowedOut } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";
import { coverage, firstClaimYear, taxYearStartOn } from "./credit-answers.schema";

export const rule = jsonRule({
  summary: "Whether coverage is of the kind that the tax credit is for.",
  citation,
  input: z.strictObject({ taxYearStartOn, firstClaimYear, coverage }),
  output: z.strictObject({ allowed: allowedOut }),
  run: ({ taxYearStartOn: begins, firstClaimYear: claimed, coverage: bought }) =>
    allowedWith(shopCoverageRuling(bought, { taxYear: yearOf(begins), firstClaimYear: claimed }), {}),
});
