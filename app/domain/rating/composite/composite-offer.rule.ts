// Composite prices are an option of the issuer, where the exchange has a composite method at all, and not beside every
// way of choosing: on the federal exchange never when employees choose within a metal level, medical or dental.
// Law: 45 CFR 147.102(c)(3), 156.285(a)(4). No amounts. A filing that says nothing offers nothing.

import type { ChoiceModel, ExchangeProfile } from "../../exchange-profile/exchange-profile";
import { allowed, refused, type Problem, type Ruling } from "../../problem";

export const citation = "45 CFR 147.102(c)(3); 45 CFR 156.285(a)(4)";

/**
 * Whether a group may be billed composite prices for a plan. Problems: `composite-not-on-this-exchange`,
 * `composite-not-with-choice-model` {model}, `composite-not-offered-by-plan`.
 */
export function compositeOfferRuling(input: {
  profile: Pick<ExchangeProfile, "composite">;
  choiceModel: ChoiceModel;
  plan: { readonly compositeRatingOffered: boolean | null };
}): Ruling {
  const { composite } = input.profile;
  if (composite.method === "none") return refused({ code: "composite-not-on-this-exchange", citation });
  const problems: Problem[] = [];
  if (!composite.choiceModels.includes(input.choiceModel)) {
    problems.push({ code: "composite-not-with-choice-model", params: { model: input.choiceModel }, citation });
  }
  if (input.plan.compositeRatingOffered !== true) problems.push({ code: "composite-not-offered-by-plan", citation });
  return problems.length === 0 ? allowed : refused(...problems);
}
