import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { exampleHousehold } from "~/domain/contribution/example-household";
import {
  explainEmployeeCost,
  explainGroupCost,
  explainOfferCost,
  groupCostOf,
  type OfferPricing,
} from "~/domain/contribution/explain/explain-roster-cost";
import type { PayFrequency } from "~/domain/contribution/paycheck";
import type { RosterPerson } from "~/domain/contribution/roster-households";
import { coverageLines, type CoverageLine } from "~/domain/coverage-line";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import type { Explanation } from "~/domain/explanation";
import { planTitle } from "~/domain/plan-catalog/plan-title";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import type { ExplainedFigure } from "~/platform/explained-figure.server";
import { parsePosted } from "~/platform/forms/parse-form";
import { withDoor } from "~db/client.server";
import {
  loadShopping,
  type ShoppingPlace,
  type ShoppingRecord,
} from "~db/repositories/benefit-application-shopping.server";
import { plansOfLine } from "../offer/offer-shelves.server";
import { schemeOf } from "../offer/contribution/contribution-terms.schema";
import { offerTermsSchema, type OfferTermsInput } from "../offer/offer.schema";
import { householdsOf, termsOf } from "../offer/publish-checks.server";
import type { OfferFigure } from "./business-figure.search";

type OfferFigureRequest = {
  readonly employerId: string;
  readonly userId: string;
  readonly place: ShoppingPlace;
  readonly payFrequency: PayFrequency;
  readonly today: CalendarDate;
};

type Scene = {
  readonly shopping: ShoppingRecord;
  readonly plans: Readonly<Record<CoverageLine, readonly ShelfPlan[]>>;
};

/** A figure of the offer: of the form's terms where the address has them, else of what is saved. One statement. */
export async function loadOfferFigure(
  request: OfferFigureRequest,
  figure: OfferFigure,
  asked: URLSearchParams,
): Promise<ExplainedFigure | undefined> {
  const { employerId, userId, place, today } = request;
  const scene = await withDoor(
    { kind: "employer", employerId, userId },
    async (tx): Promise<Scene> => {
      const shopping = await loadShopping(tx, employerId, { place, fallbackStartOn: today });
      const plans: Record<CoverageLine, readonly ShelfPlan[]> = { medical: [], dental: [] };
      for (const line of coverageLines) {
        const isWanted = figure.figure === "offer-total" ? isOffered(shopping, line) : line === figure.line;
        if (isWanted) plans[line] = await plansOfLine(tx, { shopping, place, line });
      }
      return { shopping, plans };
    },
    { readOnly: true },
  );
  if (figure.figure === "offer-total") return totalOf(request, scene);
  const terms = termsFor(scene, figure.line, asked);
  const pricing = terms && pricingOf(request, scene, { line: figure.line, terms, planId: planOf(figure, terms) });
  if (!pricing) return undefined;
  const { plan } = pricing;
  const names = namesIn(scene);
  const of = { names, shownOn: `offer/${figure.line}` };
  if (figure.figure === "employer-cost") {
    const explained = explainGroupCost(pricing);
    const params = { plan: planTitle(plan) };
    return explained.ok ? { ...of, figure: figure.figure, params, explanation: explained.value } : undefined;
  }
  const employeeId = figure.employee ?? pricing.households[0]?.employeeId ?? "";
  const explained = explainEmployeeCost(pricing, { employeeId, frequency: request.payFrequency });
  const params = { plan: planTitle(plan), name: names[employeeId] ?? "" };
  const key = figure.employee ? "employee-cost" : "example-cost";
  return explained.ok ? { ...of, figure: key, params, explanation: explained.value } : undefined;
}

function isOffered({ offers }: ShoppingRecord, line: CoverageLine): boolean {
  return offers.some((offer) => offer.line === line);
}

function planOf(figure: Exclude<OfferFigure, { figure: "offer-total" }>, terms: OfferTermsInput): string {
  return figure.figure === "employee-cost" ? figure.plan : terms.referencePlanId;
}

function termsFor({ shopping }: Scene, line: CoverageLine, asked: URLSearchParams): OfferTermsInput | undefined {
  if (asked.has("choiceModel")) {
    const parsed = parsePosted(offerTermsSchema, Object.fromEntries(asked));
    return parsed.ok ? parsed.value : undefined;
  }
  const stored = shopping.offers.find((offer) => offer.line === line);
  return stored && termsOf(stored);
}

type PricedTerms = { readonly line: CoverageLine; readonly terms: OfferTermsInput; readonly planId: string };

function pricingOf(
  { place, today }: OfferFigureRequest,
  { shopping, plans }: Scene,
  { line, terms, planId }: PricedTerms,
): (OfferPricing & { readonly plan: ShelfPlan }) | undefined {
  const { startOn } = shopping;
  const profile = profileFor({ state: place.state, on: startOn });
  const plan = plans[line].find((candidate) => candidate.planId === planId);
  const reference = plans[line].find((candidate) => candidate.planId === terms.referencePlanId);
  if (!profile.ok || !plan || !reference) return undefined;
  const listed = householdsOf(shopping, today);
  const households = listed.length > 0 ? listed : [exampleHousehold(startOn)];
  return {
    ...{ plan, reference, households, line, startOn, profile: profile.value },
    terms: { referencePlanId: terms.referencePlanId, scheme: schemeOf(terms), averages: averagesOf(shopping, line) },
  };
}

/** Those that a published offer fixed, else of the people listed now. */
function averagesOf({ offers }: Scene["shopping"], line: CoverageLine): OfferPricing["terms"]["averages"] {
  return offers.find((offer) => offer.line === line)?.contribution.averages ?? "of-these-households";
}

/** Every line of the saved offer; undefined while one of them has no price. */
function totalOf(request: OfferFigureRequest, scene: Scene): ExplainedFigure | undefined {
  const { offers } = scene.shopping;
  const lines = offers.flatMap((offer) => {
    const terms = termsOf(offer);
    const pricing = pricingOf(request, scene, { line: offer.line, terms, planId: terms.referencePlanId });
    const cost = pricing && groupCostOf(pricing);
    const explained = pricing && explainGroupCost(pricing);
    return cost && explained?.ok ? [{ cost, explanation: named(explained.value, terms) }] : [];
  });
  if (lines.length === 0 || lines.length < offers.length) return undefined;
  const explanation = explainOfferCost(lines);
  return { figure: "offer-total", params: {}, explanation, names: namesIn(scene), shownOn: "offer/review" };
}

function named(explanation: Explanation, { referencePlanId: planId }: OfferTermsInput): Explanation {
  return { ...explanation, params: { ...explanation.params, planId } };
}

function namesIn({ shopping, plans }: Scene): Record<string, string> {
  const people = shopping.roster.flatMap(({ employeeId, dependents, ...person }) => [
    [employeeId, nameOf(person)] as const,
    ...dependents.map((member) => [member.dependentId, nameOf(member)] as const),
  ]);
  const titles = coverageLines.flatMap((line) => plans[line].map((plan) => [plan.planId, planTitle(plan)] as const));
  return Object.fromEntries([...people, ...titles]) as Record<string, string>;
}

function nameOf({ firstName, lastName }: Pick<RosterPerson, "firstName" | "lastName">): string {
  return `${firstName} ${lastName}`;
}
