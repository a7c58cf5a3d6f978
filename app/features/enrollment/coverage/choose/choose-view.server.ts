import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { PayFrequency } from "~/domain/contribution/paycheck";
import type { ContributionScheme } from "~/domain/contribution/schemes/contribution-scheme";
import { citation as contributionCitation } from "~/domain/contribution/schemes/household-contribution.rule";
import type { CoverageLine } from "~/domain/coverage-line";
import { coverableIds, coveredRuling } from "~/domain/enrollment/coverage-choice.rule";
import type { EmploymentType } from "~/domain/household/employment";
import type { Cents } from "~/domain/money/cents";
import { coverageLevelOf, type CoverageLevel } from "~/domain/plan-catalog/plan";
import { planTitle } from "~/domain/plan-catalog/plan-title";
import { planFacts, type PlanFacts, type ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import { planYearCost, yearTotalCents, type PlanYearCost } from "~/domain/plan-catalog/yearly-cost/plan-year-cost";
import type { Problem } from "~/domain/problem";
import { frameOf } from "../coverage-frame.server";
import type { OpenScene } from "../coverage-guard.server";
import { coverableMembers, ownPrices, type CoverableMember, type OwnPrice } from "../coverage-price.server";
import type { CoverageFrame } from "../coverage-steps";
import type { ChooseSearch } from "./choose.search";

export type OfferedPlan = {
  readonly plan: PlanFacts;
  readonly level: CoverageLevel | null;
  /** Null when the plan has no price for somebody who is to be covered. */
  readonly price: OwnPrice | null;
  /** Premium and care of a year of medium use for those covered; null when it cannot be estimated. */
  readonly yearCents: Cents | null;
  /** The person's choice as it stands. */
  readonly isChosen: boolean;
};

export type Facet = { readonly value: string; readonly label: string; readonly count: number };

export type ChooseView = {
  readonly frame: CoverageFrame;
  readonly line: CoverageLine;
  readonly startOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly payFrequency: PayFrequency;
  readonly members: readonly CoverableMember[];
  readonly coveredIds: readonly string[];
  /** Why these people cannot be covered together. */
  readonly problems: readonly Problem[];
  readonly items: readonly OfferedPlan[];
  readonly offeredCount: number;
  readonly levels: readonly Facet[];
  readonly issuers: readonly Facet[];
  readonly search: ChooseSearch;
  /** The plans to compare that are offered, whatever the filters leave. */
  readonly picked: readonly Pick<PlanFacts, "planId" | "issuerName" | "name">[];
  /** How the business pays, for somebody who works as this person does; null while the offer is not whole. */
  readonly terms: {
    readonly scheme: ContributionScheme;
    readonly employment: EmploymentType;
    readonly referencePlanName: string;
    readonly citation: string;
  } | null;
};

export function chooseView(scene: OpenScene, line: CoverageLine, search: ChooseSearch): ChooseView {
  const { offer, act } = scene;
  const plans = offer.plans[line];
  const asked = search.covered?.filter((id) => offer.family.dependents.some((member) => member.dependentId === id));
  const coveredIds = asked ?? startingIds(scene, line);
  const ruling = coveredRuling(coveredIds, offer.family);
  const prices = ownPrices(scene, { line, coveredIds });
  const choice = offer.choices[line];
  const items = plans.map((plan): OfferedPlan => {
    const isChosen = choice?.kind === "elect" && choice.planId === plan.planId;
    const level = coverageLevelOf(plan.metalLevel);
    const price = prices.get(plan.planId) ?? null;
    const yearCents = yearTotalCents(ownYear(scene, plan, { price, coveredIds }), "medium");
    return { plan: planFacts(plan), level, price, yearCents, isChosen };
  });
  return {
    ...{ frame: frameOf(scene), line, coveredIds, search, offeredCount: plans.length },
    ...{ startOn: offer.coverageStartOn, closesOn: offer.application.closesOn },
    payFrequency: act.employer.payFrequency,
    members: offer.family.dependentsOffered ? coverableMembers(offer) : [],
    problems: ruling.allowed ? [] : ruling.problems,
    items: sorted(
      items.filter((item) => isWanted(item, search)),
      search,
    ),
    picked: search.plan.flatMap((wanted) => {
      const plan = plans.find((candidate) => candidate.planId === wanted);
      return plan ? [{ planId: plan.planId, issuerName: plan.issuerName, name: plan.name }] : [];
    }),
    levels: facetOf(items, ({ level }) => [level ?? "", level ?? ""]),
    issuers: facetOf(items, ({ plan }) => [plan.issuerId, plan.issuerName]),
    terms: termsOf(scene, line, plans),
  };
}

/** A year of those who are covered in one plan, with the premium that is the employee's to pay. */
export function ownYear(
  { offer }: OpenScene,
  plan: ShelfPlan,
  { price, coveredIds }: { price: OwnPrice | null; coveredIds: readonly string[] },
): PlanYearCost {
  return planYearCost(plan, {
    ...{ startOn: offer.application.startOn, headCount: 1 + coveredIds.length },
    premium: price && { monthlyCents: price.employeeShareCents, isShare: true },
  });
}

/** Who was covered by the last answer, for dental by the medical answer, else everybody who may be. */
function startingIds({ offer }: OpenScene, line: CoverageLine): readonly string[] {
  const before = offer.choices[line] ?? offer.choices.medical;
  return before?.kind === "elect" ? before.coveredIds : coverableIds(offer.family);
}

function isWanted({ level, plan }: OfferedPlan, search: ChooseSearch): boolean {
  const inLevels = search.level.length === 0 || (level !== null && search.level.includes(level));
  return inLevels && (search.issuer.length === 0 || search.issuer.includes(plan.issuerId));
}

function sorted(items: readonly OfferedPlan[], { sort }: ChooseSearch): readonly OfferedPlan[] {
  const last = Number.MAX_SAFE_INTEGER;
  const name = ({ plan }: OfferedPlan) => planTitle(plan);
  const cost = ({ price }: OfferedPlan) => price?.employeeShareCents ?? last;
  const deductible = ({ plan }: OfferedPlan) => {
    const amount = plan.deductible.main.individual;
    return typeof amount === "number" ? amount : last;
  };
  const yearly = ({ yearCents }: OfferedPlan) => yearCents ?? last;
  const by = { cost, yearly, deductible, name: () => 0 }[sort];
  return [...items].sort((a, b) => by(a) - by(b) || name(a).localeCompare(name(b)));
}

function facetOf(
  items: readonly OfferedPlan[],
  of: (item: OfferedPlan) => readonly [string, string],
): readonly Facet[] {
  const counts = new Map<string, Facet>();
  for (const item of items) {
    const [value, label] = of(item);
    counts.set(value, { value, label, count: (counts.get(value)?.count ?? 0) + 1 });
  }
  return counts.size > 1 ? [...counts.values()] : [];
}

function termsOf({ offer, record }: OpenScene, line: CoverageLine, plans: readonly ShelfPlan[]): ChooseView["terms"] {
  const terms = offer.terms[line];
  const reference = plans.find((plan) => plan.planId === terms?.referencePlanId);
  if (!terms || !reference) return null;
  return {
    scheme: terms.contribution.scheme,
    employment: record.employee.employmentBasis,
    referencePlanName: planTitle(reference),
    citation: contributionCitation,
  };
}
