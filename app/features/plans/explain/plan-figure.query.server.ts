import { exampleHousehold } from "~/domain/contribution/example-household";
import {
  explainGroupPremium,
  explainRosterHousehold,
  type PlanPricing,
} from "~/domain/contribution/explain/explain-roster-quote";
import type { Explanation } from "~/domain/explanation";
import { planTitle } from "~/domain/plan-catalog/plan-title";
import type { Outcome } from "~/domain/problem";
import type { ExplainedFigure } from "~/platform/explained-figure.server";
import { loadPlanMarket, type MarketRequest, type PlanMarket } from "../market/plan-market.server";
import type { PlanFigure } from "./plan-figure.search";

/** Undefined when the plan is not sold to this business, has no price for it, or the person is not on its roster. */
export async function loadPlanFigure(
  request: Omit<MarketRequest, "line" | "sheetsOf">,
  figure: PlanFigure,
): Promise<ExplainedFigure | undefined> {
  const { line } = figure;
  const market = await loadPlanMarket({ ...request, line });
  const plan = market.plans.find((candidate) => candidate.planId === figure.plan);
  if (!plan) return undefined;
  const { households, profile, shopping } = market;
  const { startOn } = shopping;
  const isExample = households.length === 0;
  const pricing = { plan, line, startOn, profile, households: isExample ? [exampleHousehold(startOn)] : households };
  const explained = explanationOf(pricing, figure);
  if (!explained?.ok) return undefined;
  const names = namesOf(market);
  const ofHousehold = figure.figure === "household-price";
  return {
    figure: figure.figure === "plan-price" && isExample ? "plan-example" : figure.figure,
    params: { plan: planTitle(plan), name: ofHousehold ? (names[figure.employee] ?? "") : "" },
    explanation: explained.value,
    names,
    shownOn: ofHousehold ? `plans/${plan.planId}?line=${line}` : `plans?line=${line}`,
  };
}

function explanationOf(pricing: PlanPricing, figure: PlanFigure): Outcome<Explanation> | undefined {
  if (figure.figure === "plan-price") return explainGroupPremium(pricing);
  const household = pricing.households.find(({ employeeId }) => employeeId === figure.employee);
  return household && explainRosterHousehold(pricing, household);
}

function namesOf({ shopping }: PlanMarket): Record<string, string> {
  return Object.fromEntries(
    shopping.roster.flatMap((person) => [
      [person.employeeId, `${person.firstName} ${person.lastName}`],
      ...person.dependents.map((member) => [member.dependentId, `${member.firstName} ${member.lastName}`]),
    ]),
  ) as Record<string, string>;
}
