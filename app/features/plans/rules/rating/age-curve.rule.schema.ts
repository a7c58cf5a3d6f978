import { z } from "zod";
import { done } from "~/domain/problem";
import { ageCurveFor, citation, curveFactorThousandths } from "~/domain/rating/curves/state-age-curve.rule";
import { day, stateCode, wholeNumber, wholeOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";

export const rule = jsonRule({
  summary: "The age curve of a state and the factor of an age. Bills come from filed prices, not from the curve.",
  citation,
  input: z.strictObject({
    state: stateCode("Where the business is"),
    startOn: day("First day of the plan year"),
    ageYears: wholeNumber({ what: "Age on that day, whole years", minimum: 0, maximum: 150, source: citation }),
  }),
  output: z.strictObject({
    factorThousandths: wholeOut("Factor of the age, in thousandths of the base"),
    thousandths: z
      .array(wholeOut("Factor, in thousandths of the base"))
      .describe("Factors of the ages 0 to 64, in thousandths; 64 stands for every older age"),
    isStateOwn: z.boolean().describe("The state set a curve of its own"),
    source: z.string(),
    confirmed: z.boolean().describe("Checked against a primary source"),
  }),
  run: ({ ageYears, ...place }) => {
    const curve = ageCurveFor(place);
    if (!curve.ok) return curve;
    return done({ ...curve.value, factorThousandths: curveFactorThousandths(curve.value, ageYears) });
  },
});
