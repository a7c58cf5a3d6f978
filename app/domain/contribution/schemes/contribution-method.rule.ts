// Each exchange has its own ways for an employer to pay: the federal one a percentage of a reference plan, since 2017 also
// of the plan that is picked; amounts in dollars and limits elsewhere. A contribution that rests on the group's averages
// goes with the ways of choosing that average prices go with: on the federal exchange never with a whole metal level.
// Law: 45 CFR 155.705(b)(11)(ii); 45 CFR 156.285(a)(4). No amounts.

import type { ChoiceModel, ExchangeProfile } from "../../exchange-profile/exchange-profile";
import { allowed, refused, type Ruling } from "../../problem";
import type { ContributionSchemeMethod } from "./contribution-scheme";

export const citation = "45 CFR 155.705(b)(11)(ii)";
export const compositeCitation = "45 CFR 156.285(a)(4)";

/** Problems: `contribution-method-not-available` {method}, `contribution-average-not-with-choice-model` {model}. */
export function contributionMethodRuling(input: {
  method: ContributionSchemeMethod;
  choiceModel: ChoiceModel;
  profile: Pick<ExchangeProfile, "contributionMethods" | "composite">;
}): Ruling {
  const { method, choiceModel: model, profile } = input;
  const field = "method";
  if (!profile.contributionMethods.includes(method)) {
    return refused({ code: "contribution-method-not-available", field, params: { method }, citation });
  }
  if (method !== "composite-reference-percent" || profile.composite.choiceModels.includes(model)) return allowed;
  return refused({
    code: "contribution-average-not-with-choice-model",
    ...{ field, params: { model }, citation: compositeCitation },
  });
}
