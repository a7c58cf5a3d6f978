import type { JsonRule } from "~/platform/forms/json/json-rule";

// Each rule's module is loaded when it is asked for, so that one question loads one rule.

const eligibilityRules = {
  "common-law-employee": () => import("~/features/employer/rules/eligibility/common-law-employee.rule.schema"),
  "continuing-eligibility": () => import("~/features/employer/rules/eligibility/continuing-eligibility.rule.schema"),
  "credited-hours": () => import("~/features/employer/rules/eligibility/credited-hours.rule.schema"),
  "dependent-eligibility": () => import("~/features/employer/rules/eligibility/dependent-eligibility.rule.schema"),
  "employee-age": () => import("~/features/employer/rules/eligibility/employee-age.rule.schema"),
  "employer-eligibility": () => import("~/features/employer/rules/eligibility/employer-eligibility.rule.schema"),
  "first-day-employees": () => import("~/features/employer/rules/eligibility/first-day-employees.rule.schema"),
  "marketplace-calculator-fte": () =>
    import("~/features/employer/rules/eligibility/marketplace-calculator-fte.rule.schema"),
  "related-employers": () => import("~/features/employer/rules/eligibility/related-employers.rule.schema"),
  "seasonal-workers": () => import("~/features/employer/rules/eligibility/seasonal-workers.rule.schema"),
  "section-45r-fte": () => import("~/features/employer/rules/eligibility/section-45r-fte.rule.schema"),
  "section-4980h-fte": () => import("~/features/employer/rules/eligibility/section-4980h-fte.rule.schema"),
  "section-4980h-size": () => import("~/features/employer/rules/eligibility/section-4980h-size.rule.schema"),
  "small-employer": () => import("~/features/employer/rules/eligibility/small-employer.rule.schema"),
  "state-head-count": () => import("~/features/employer/rules/eligibility/state-head-count.rule.schema"),
};

const ratingRules = {
  "age-curve": () => import("~/features/plans/rules/rating/age-curve.rule.schema"),
  "community-tiers": () => import("~/features/plans/rules/rating/community-tiers.rule.schema"),
  "composite-averages": () => import("~/features/plans/rules/rating/composite-averages.rule.schema"),
  "composite-offer": () => import("~/features/plans/rules/rating/composite-offer.rule.schema"),
  "composite-tiers": () => import("~/features/plans/rules/rating/composite-tiers.rule.schema"),
  "family-tier-premium": () => import("~/features/plans/rules/rating/family-tier-premium.rule.schema"),
  "household-premium": () => import("~/features/plans/rules/rating/household-premium.rule.schema"),
  "issuer-dependent-age": () => import("~/features/plans/rules/rating/issuer-dependent-age.rule.schema"),
  "state-pricing": () => import("~/features/plans/rules/rating/state-pricing.rule.schema"),
  "tobacco-user": () => import("~/features/plans/rules/rating/tobacco-user.rule.schema"),
};

const contributionRules = {
  "amount-minimum": () => import("~/features/plans/rules/contribution/amount-minimum.rule.schema"),
  "household-contribution": () => import("~/features/plans/rules/contribution/household-contribution.rule.schema"),
  "minimum-contribution": () => import("~/features/plans/rules/contribution/minimum-contribution.rule.schema"),
  "offer-plan-set": () => import("~/features/plans/rules/contribution/offer-plan-set.rule.schema"),
  "uniform-percentage": () => import("~/features/plans/rules/contribution/uniform-percentage.rule.schema"),
};

const participationRules = {
  "annual-window": () => import("~/features/enrollment/rules/annual-window.rule.schema"),
  "minimum-participation": () => import("~/features/enrollment/rules/minimum-participation.rule.schema"),
};

const calendarRules = {
  "group-calendar": () => import("~/features/employer/rules/calendar/group-calendar.rule.schema"),
  "new-hire-window": () => import("~/features/employer/rules/calendar/new-hire-window.rule.schema"),
  "open-enrollment": () => import("~/features/employer/rules/calendar/open-enrollment.rule.schema"),
  "orientation-period": () => import("~/features/employer/rules/calendar/orientation-period.rule.schema"),
  "plan-year": () => import("~/features/employer/rules/calendar/plan-year.rule.schema"),
  renewal: () => import("~/features/employer/rules/calendar/renewal.rule.schema"),
  "start-date": () => import("~/features/employer/rules/calendar/start-date.rule.schema"),
  "start-dates": () => import("~/features/employer/rules/calendar/start-dates.rule.schema"),
  "waiting-period-limit": () => import("~/features/employer/rules/calendar/waiting-period-limit.rule.schema"),
  "waiting-period": () => import("~/features/employer/rules/calendar/waiting-period.rule.schema"),
};

const taxCreditRules = {
  "average-wages": () => import("~/features/employer/rules/tax-credit/average-wages.rule.schema"),
  "counted-individual": () => import("~/features/employer/rules/tax-credit/counted-individual.rule.schema"),
  "credit-period": () => import("~/features/employer/rules/tax-credit/credit-period.rule.schema"),
  "credit-phase-out": () => import("~/features/employer/rules/tax-credit/credit-phase-out.rule.schema"),
  "credit-year": () => import("~/features/employer/rules/tax-credit/credit-year.rule.schema"),
  "premium-limit": () => import("~/features/employer/rules/tax-credit/premium-limit.rule.schema"),
  "shop-coverage": () => import("~/features/employer/rules/tax-credit/shop-coverage.rule.schema"),
  "tax-credit-worksheet": () => import("~/features/employer/rules/tax-credit/tax-credit-worksheet.rule.schema"),
  "tax-credit": () => import("~/features/employer/rules/tax-credit/tax-credit.rule.schema"),
};

const rules = {
  ...eligibilityRules,
  ...ratingRules,
  ...contributionRules,
  ...participationRules,
  ...calendarRules,
  ...taxCreditRules,
};

export type RuleName = keyof typeof rules;

export const ruleNames = Object.keys(rules) as readonly RuleName[];

export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(rules, name);
}

export async function loadRule(name: RuleName): Promise<JsonRule> {
  return (await rules[name]()).rule;
}
