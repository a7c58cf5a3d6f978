import { ageOn } from "~/domain/calendar/calendar-date";
import { perPaycheckCents } from "~/domain/contribution/paycheck";
import { rosterHouseholds } from "~/domain/contribution/roster-households";
import { fixedContribution } from "~/domain/contribution/schemes/contribution-scheme";
import { priceRosterAgainstPlans, type HouseholdQuote } from "~/domain/contribution/roster-quote";
import type { CoverageLine } from "~/domain/coverage-line";
import { coveredRuling, memberRuling, type CoverageChoice } from "~/domain/enrollment/coverage-choice.rule";
import type { Relationship } from "~/domain/household/relationship";
import { shortName } from "~/domain/household/same-person";
import { sumCents, type Cents } from "~/domain/money/cents";
import { planKey } from "~/domain/plan-catalog/plan";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import type { Problem } from "~/domain/problem";
import type { PremiumTreatment } from "~/domain/rating/rated-household";
import type { CoverageScene, OfferScene } from "./coverage-scene.server";

export type PricedPerson = {
  readonly memberId: string;
  readonly name: string;
  readonly relationship: Relationship;
  readonly ageYears: number;
  readonly premiumCents: Cents;
  readonly tobaccoSurchargeCents: Cents;
  readonly treatment: PremiumTreatment;
  readonly employerShareCents: Cents;
  readonly employeeShareCents: Cents;
};

/** What one plan costs this family a month, who pays it, and what comes off each paycheck. */
export type OwnPrice = {
  readonly premiumCents: Cents;
  readonly employerShareCents: Cents;
  readonly employeeShareCents: Cents;
  readonly paycheckCents: Cents;
  readonly people: readonly PricedPerson[];
};

/** The youngest age at which an insurer may charge for tobacco. */
export const tobaccoAge = 21;

/** The family as it is priced under the offer; undefined where these people cannot be covered. */
export function ownPricing(
  { offer, record, act, profile }: CoverageScene & { readonly offer: OfferScene },
  { line, coveredIds }: { line: CoverageLine; coveredIds: readonly string[] },
) {
  const terms = offer.terms[line];
  if (!terms || !coveredRuling(coveredIds, offer.family).allowed) return undefined;
  const { startOn, waitingPeriod, offersDependents } = offer.application;
  const dependents = record.family.filter(({ dependentId }) => coveredIds.includes(dependentId));
  const roster = [{ ...record.employee, dependents }];
  const households = rosterHouseholds({ roster, startOn, today: act.today, waitingPeriod, offersDependents });
  const referencePlanId = planKey(terms.referencePlanId);
  return { households, line, startOn, profile, terms: { referencePlanId, ...fixedContribution(terms.contribution) } };
}

/** A price for each of these plans of the offer, by plan id; a plan that cannot be priced for the family has none. */
export function ownPrices(
  scene: CoverageScene & { readonly offer: OfferScene },
  { line, coveredIds }: { line: CoverageLine; coveredIds: readonly string[] },
): ReadonlyMap<string, OwnPrice> {
  const pricing = ownPricing(scene, { line, coveredIds });
  const quotes = pricing ? priceRosterAgainstPlans({ ...pricing, plans: scene.offer.plans[line] }) : [];
  return new Map(
    quotes.flatMap(({ planId, households: [household] }) => {
      const price = household && priceOf(scene, household);
      return price ? [[planId as string, price] as const] : [];
    }),
  );
}

function priceOf({ record, act }: CoverageScene, household: HouseholdQuote): OwnPrice | undefined {
  if (!household.quoted || !household.contribution) return undefined;
  const { premium, contribution } = household;
  const shares = new Map(contribution.members.map((member) => [member.memberId, member]));
  const people = premium.members.flatMap((member): PricedPerson[] => {
    const share = shares.get(member.memberId);
    const who = record.family.find(({ dependentId }) => dependentId === member.memberId) ?? record.employee;
    const { rateAgeBand: _band, ...rated } = member;
    return share ? [{ ...rated, ...share, name: shortName(who) }] : [];
  });
  const { premiumCents, employerShareCents, employeeShareCents: monthlyCents } = contribution;
  const paycheckCents = perPaycheckCents({ monthlyCents, frequency: act.employer.payFrequency });
  return { premiumCents, employerShareCents, employeeShareCents: monthlyCents, paycheckCents, people };
}

/** One line as it would be signed now. */
export type AnsweredLine = {
  readonly line: CoverageLine;
  readonly choice: CoverageChoice | null;
  readonly plan: ShelfPlan | undefined;
  /** Null for a waiver, and for a plan that cannot be priced. */
  readonly price: OwnPrice | null;
  /** Whether exactly this, at this price, is signed and stands. */
  readonly signed: boolean;
};

export function answeredLines(scene: CoverageScene & { readonly offer: OfferScene }): readonly AnsweredLine[] {
  return scene.offer.lines.map((line) => answeredLine(scene, line));
}

function answeredLine(scene: CoverageScene & { readonly offer: OfferScene }, line: CoverageLine): AnsweredLine {
  const choice = scene.offer.choices[line];
  if (choice?.kind !== "elect") {
    const election = scene.offer.elections[line];
    const same = election?.live === true && election.kind === "waive" && election.waiverReason === choice?.reason;
    return { line, choice, plan: undefined, price: null, signed: choice !== null && same };
  }
  const plan = scene.offer.plans[line].find(({ planId }) => planId === choice.planId);
  const price = ownPrices(scene, { line, coveredIds: choice.coveredIds }).get(choice.planId) ?? null;
  return { line, choice, plan, price, signed: price !== null && isSigned(scene.offer, { line, choice, price }) };
}

function isSigned(
  { elections, coverageStartOn }: OfferScene,
  { line, choice, price }: { line: CoverageLine; choice: CoverageChoice; price: OwnPrice },
): boolean {
  const election = elections[line];
  if (!election?.live || choice.kind !== "elect" || election.planId !== choice.planId) return false;
  if (election.coverageStartsOn !== coverageStartOn) return false;
  const signed = new Map(election.members.map((member) => [member.memberId, member]));
  return (
    signed.size === price.people.length &&
    price.people.every(({ memberId, relationship, premiumCents, employerShareCents }) => {
      const member = signed.get(memberId);
      return (
        member?.relationship === relationship &&
        member.premiumMonthlyCents === premiumCents &&
        member.employerShareMonthlyCents === employerShareCents
      );
    })
  );
}

/** What keeps one line's answer from being signed. `coverage-line-undecided` {line}, `plan-not-offered`, and the rules'. */
export function answerProblems(
  { record, offer, profile }: CoverageScene & { readonly offer: OfferScene },
  { line, choice, plan, price }: AnsweredLine,
): readonly Problem[] {
  if (choice === null) return [{ code: "coverage-line-undecided", params: { line } }];
  if (choice.kind === "waive") return [];
  const covered = coveredRuling(choice.coveredIds, offer.family);
  if (!covered.allowed) return covered.problems;
  if (!plan) return [{ code: "plan-not-offered", field: "planId" }];
  if (!price) return [{ code: "plan-not-quotable", field: "planId" }];
  if (!profile.tobaccoAllowed) return [];
  const people = [
    { ...record.employee, memberId: record.employee.employeeId },
    ...record.family.map((member) => ({ ...member, memberId: member.dependentId })),
  ];
  return price.people.flatMap(({ memberId, ageYears }): Problem[] => {
    const person = people.find((candidate) => candidate.memberId === memberId);
    if (!person || ageYears < tobaccoAge || person.usesTobacco !== null) return [];
    return [{ code: "tobacco-answer-needed", params: { name: shortName(person) } }];
  });
}

/** What an employee pays in all, over the lines that have a price. */
export function totalsOf(lines: readonly AnsweredLine[]) {
  const prices = lines.flatMap(({ price }) => (price ? [price] : []));
  const sum = (of: (price: OwnPrice) => Cents) => sumCents(prices.map(of));
  return {
    premiumCents: sum((price) => price.premiumCents),
    employerShareCents: sum((price) => price.employerShareCents),
    employeeShareCents: sum((price) => price.employeeShareCents),
    paycheckCents: sum((price) => price.paycheckCents),
  };
}

export type CoverableMember = {
  readonly dependentId: string;
  readonly name: string;
  readonly relationship: Relationship;
  readonly ageYears: number;
  /** Why the person cannot be covered; empty for somebody who can. */
  readonly problems: readonly Problem[];
};

/** The family with the age that counts, and who of it may be covered. */
export function coverableMembers({ family }: OfferScene): readonly CoverableMember[] {
  return family.dependents.map((member) => {
    const ruling = memberRuling(member, family);
    return {
      ...{ dependentId: member.dependentId, name: shortName(member), relationship: member.relationship },
      ageYears: ageOn({ bornOn: member.bornOn, on: family.coverageStartOn }),
      problems: ruling.allowed ? [] : ruling.problems,
    };
  });
}
