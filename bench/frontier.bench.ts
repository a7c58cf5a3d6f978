import { offerFrontier, type FrontierInput } from "../app/domain/contribution/frontier/offer-frontier.rule";
import { choiceModels } from "../app/domain/exchange-profile/exchange-profile";
import { basisPoints } from "../app/domain/money/cents";
import { median, quantile, timeInTurn, type Benchmark } from "./benchmark";
import { fiftyFamilies, hundredPlans, profile, startOn } from "./made-up-market";

const question: FrontierInput = {
  ...{ households: fiftyFamilies(), plans: hundredPlans(), models: choiceModels, startOn, profile },
  line: "medical",
  offersDependents: true,
  budgetMonthlyCents: null,
  minimum: { employeeBasisPoints: basisPoints(0), dependentsBasisPoints: basisPoints(0), waivedStartMonths: [] },
};

export const bench: Benchmark = {
  about: "every offer for 50 employees in 100 plans, all models and percentages from 0, no budget, on one core",
  run: () => {
    const found = offerFrontier(question);
    const { search } = timeInTurn({ search: () => offerFrontier(question) }, { rounds: 20, warmUp: 5 });
    return Promise.resolve([
      { name: "search, median", value: median(search), unit: "ms", target: { atMost: 1_000 } },
      { name: "search, slowest of twenty", value: quantile(search, 1), unit: "ms" },
      { name: "unbeaten offers", value: found.ok ? found.value.length : 0, unit: "" },
    ]);
  },
};
