// What people would pay for covered care inside the network in one year of a plan, by what the plan itself filed.
// Service by service in the order of the use table, person by person: a copay paid first, then the deductible (each
// person's own, and no more than what is left of the family's), then the copay or the percentage of the rest, and never
// more than what is left of the out-of-pocket maximum of the person and of the family. Drugs with a deductible or maximum
// of their own are counted apart. A cell that is not stated leaves the plan without an estimate: it is never zero.
// The limits: 45 CFR 156.130. The method is ours, [unsourced]; docs/yearly-cost.md describes it. Whole cents; a percentage
// is rounded half up for each service.

import { cents, shareOfCents, type Cents } from "../../money/cents";
import type { HouseholdLimit, PlanLimit, StatedCents } from "../plan";
import type { CareCost } from "../shelf-plan";
import { memberShareOf, type MemberShare } from "./member-share";
import { drugServices, type CareService, type UsedService } from "./use-profile";

export const citation = "45 CFR 156.130";

export type PlanTerms = {
  readonly deductible: PlanLimit;
  readonly outOfPocketMaximum: PlanLimit;
  readonly costs: Readonly<Partial<Record<CareService, CareCost>>>;
};

export type MissingFact = "deductible" | "out-of-pocket-maximum" | CareService;

export type ServiceCost = {
  readonly service: CareService;
  readonly count: number;
  readonly priceCents: Cents;
  /** All of them together, everybody. */
  readonly paidCents: Cents;
};

export type YearlyCareCost =
  | {
      readonly estimated: true;
      readonly paidCents: Cents;
      /** How much of it goes toward the deductible. */
      readonly deductibleCents: Cents;
      readonly reachesMaximum: boolean;
      readonly services: readonly ServiceCost[];
    }
  | { readonly estimated: false; readonly missing: readonly MissingFact[] };

/** `people`: each covered person's year. One person is measured by the limits of one, several by those of a family. */
export function estimatedYearlyCost(terms: PlanTerms, people: readonly (readonly UsedService[])[]): YearlyCareCost {
  const used = people.flat();
  const shares = new Map(used.map(({ service }) => [service, memberShareOf(terms.costs[service])]));
  const isFamily = people.length > 1;
  const deductible = budgetsOf(terms.deductible, isFamily);
  const maximum = budgetsOf(terms.outOfPocketMaximum, isFamily);
  const missing: readonly MissingFact[] = [
    ...(deductible ? [] : ["deductible" as const]),
    // Every medical plan has a maximum by law: one that names none has not said it.
    ...(maximum && Object.values(maximum).some(({ group, person }) => group !== Infinity || person !== Infinity)
      ? []
      : ["out-of-pocket-maximum" as const]),
    ...[...shares].flatMap(([service, share]) => (share ? [] : [service])),
  ];
  if (!deductible || !maximum || missing.length > 0) return { estimated: false, missing };
  return spend(people, { shares, deductible, maximum });
}

/** What is left to pay before a limit is reached; Infinity where the plan sets none. */
type Budget = { readonly person: number; group: number };
type Budgets = { readonly medical: Budget; readonly drug: Budget };
type Spending = {
  readonly shares: ReadonlyMap<CareService, MemberShare | null>;
  readonly deductible: Budgets;
  readonly maximum: Budgets;
};

function budgetsOf({ main, drug }: PlanLimit, isFamily: boolean): Budgets | null {
  const medical = budgetOf(main, isFamily);
  const drugs = drug === "included" ? medical : budgetOf(drug, isFamily);
  return medical && drugs ? { medical, drug: drugs } : null;
}

function budgetOf(limit: HouseholdLimit, isFamily: boolean): Budget | null {
  const [person, group] = isFamily ? [limit.familyPerPerson, limit.familyPerGroup] : [limit.individual, null];
  if (person === "unknown" || group === "unknown") return null;
  return { person: amountOf(person), group: group === null ? Infinity : amountOf(group) };
}

function amountOf(stated: Exclude<StatedCents, "unknown">): number {
  return stated === "not-applicable" ? Infinity : stated;
}

function spend(people: readonly (readonly UsedService[])[], plan: Spending): YearlyCareCost {
  const services = new Map<CareService, ServiceCost>();
  let deductibleCents = 0;
  let reachesMaximum = false;
  for (const year of people) {
    const left = { deductible: startOf(plan.deductible), maximum: startOf(plan.maximum) };
    for (const used of year) {
      const kind = drugServices.has(used.service) ? "drug" : "medical";
      const share = plan.shares.get(used.service);
      if (!share) continue;
      let paidCents = 0;
      for (let time = 0; time < used.count; time += 1) {
        const toDeductible = Math.min(left.deductible[kind].own, plan.deductible[kind].group);
        const ceiling = Math.min(left.maximum[kind].own, plan.maximum[kind].group);
        const cost = costOfOne(used, share, Number.isFinite(toDeductible) ? toDeductible : 0);
        const paid = Math.min(cost.totalCents, ceiling);
        reachesMaximum ||= cost.totalCents >= ceiling;
        // What nobody pays any more meets nobody's deductible.
        const met = Math.min(cost.deductibleCents, paid);
        deductibleCents += met;
        take(left.deductible[kind], plan.deductible[kind], met);
        take(left.maximum[kind], plan.maximum[kind], paid);
        paidCents += paid;
      }
      const before = services.get(used.service);
      services.set(used.service, {
        ...{ service: used.service, priceCents: used.priceCents, count: used.count + (before?.count ?? 0) },
        paidCents: cents(paidCents + (before?.paidCents ?? 0)),
      });
    }
  }
  const all = [...services.values()];
  const paidCents = cents(all.reduce((sum, service) => sum + service.paidCents, 0));
  return { estimated: true, paidCents, deductibleCents: cents(deductibleCents), reachesMaximum, services: all };
}

type Left = { own: number };

/** A person's own limits at the start of the year; one shared by medical care and drugs stays one. */
function startOf({ medical, drug }: Budgets): { readonly medical: Left; readonly drug: Left } {
  const own = { own: medical.person };
  return { medical: own, drug: drug === medical ? own : { own: drug.person } };
}

function take(own: Left, shared: Budget, amount: number): void {
  own.own -= amount;
  shared.group -= amount;
}

/** One visit, test, fill or stay while `deductibleLeft` is still to be met. */
function costOfOne(
  { priceCents, days }: UsedService,
  share: MemberShare,
  deductibleLeft: number,
): { readonly totalCents: number; readonly deductibleCents: number } {
  const copay = share.copayCents * (share.copayPerDay ? days : 1);
  const first = share.copayFirst ? Math.min(copay, priceCents) : 0;
  const deductibleCents = share.deductibleApplies ? Math.min(deductibleLeft, priceCents - first) : 0;
  const rest = priceCents - first - deductibleCents;
  const later = share.copayFirst ? 0 : Math.min(copay, rest);
  const percentage = shareOfCents(cents(rest - later), share.coinsuranceBasisPoints);
  return { totalCents: first + deductibleCents + later + percentage, deductibleCents };
}
