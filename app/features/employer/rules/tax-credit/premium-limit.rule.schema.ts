import { z } from "zod";
import { done } from "~/domain/problem";
import { citation, premiumLimit } from "~/domain/tax-credit/premium-limit.rule";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { creditedPremium, premiumLimitOut } from "./credit-answers.schema";

export const rule = jsonRule({
  summary: "The premiums that count for the tax credit: those paid, limited by the area's average.",
  citation,
  input: z.strictObject({ premiums: z.array(creditedPremium).max(10_000) }),
  output: z.strictObject(premiumLimitOut),
  run: ({ premiums }) => done(premiumLimit(premiums)),
});
