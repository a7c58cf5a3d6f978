import { explainEmployeeCoverageStart } from "~/domain/calendar/explain/explain-coverage-start";
import { explainEmployeeCost } from "~/domain/contribution/explain/explain-roster-cost";
import { shortName } from "~/domain/household/same-person";
import { planTitle } from "~/domain/plan-catalog/plan-title";
import type { ExplainedFigure } from "~/platform/explained-figure.server";
import { ownPricing } from "../coverage-price.server";
import type { CoverageScene, OfferScene } from "../coverage-scene.server";
import type { OwnFigure } from "./own-figure.search";

/** One of the person's own figures; undefined where there is no such price. */
export function ownFigure(
  scene: CoverageScene & { readonly offer: OfferScene },
  figure: OwnFigure,
): ExplainedFigure | undefined {
  return figure.figure === "own-price" ? ownPrice(scene, figure) : ownStart(scene);
}

function ownPrice(
  scene: CoverageScene & { readonly offer: OfferScene },
  figure: Extract<OwnFigure, { figure: "own-price" }>,
): ExplainedFigure | undefined {
  const { offer, record, act } = scene;
  const { line } = figure;
  const choice = offer.choices[line];
  const chosen = choice?.kind === "elect" ? choice : undefined;
  const coveredIds = figure.covered ?? chosen?.coveredIds ?? [];
  const plans = offer.plans[line];
  const plan = plans.find(({ planId }) => planId === (figure.plan ?? chosen?.planId));
  const reference = plans.find(({ planId }) => planId === offer.terms[line]?.referencePlanId);
  const pricing = ownPricing(scene, { line, coveredIds });
  if (!plan || !reference || !pricing) return undefined;
  const { employeeId } = record.employee;
  const explained = explainEmployeeCost(
    { ...pricing, plan, reference },
    { employeeId, frequency: act.employer.payFrequency },
  );
  if (!explained.ok) return undefined;
  const people = [
    [employeeId, shortName(record.employee)],
    ...record.family.map((member) => [member.dependentId, shortName(member)]),
    [reference.planId, planTitle(reference)],
  ];
  return {
    ...{ figure: "own-price", params: { plan: planTitle(plan) }, explanation: explained.value },
    names: Object.fromEntries(people) as Record<string, string>,
    shownOn: `choose/${line}`,
  };
}

/** The first day of the family's coverage. */
function ownStart({ offer, record }: CoverageScene & { readonly offer: OfferScene }): ExplainedFigure {
  const { waitingPeriod, startOn: groupStartOn } = offer.application;
  const { hiredOn } = record.employee;
  const explanation = explainEmployeeCoverageStart({ waitingPeriod, hiredOn, groupStartOn });
  return { figure: "own-start", params: {}, explanation, names: {}, shownOn: "" };
}
