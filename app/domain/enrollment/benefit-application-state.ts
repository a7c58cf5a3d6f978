import { done, failed, type Outcome } from "../problem";

/** The life of a benefit application (one plan year of one employer). Publishing makes the offer to employees. */
export const benefitApplicationStates = [
  "draft",
  "published",
  "enrollment_open",
  "enrollment_closed",
  "submitted",
  "active",
  "expired",
  "terminated",
  "canceled",
  "ineligible",
] as const;
export type BenefitApplicationState = (typeof benefitApplicationStates)[number];

export const benefitApplicationEvents = [
  "publish",
  "withdraw",
  "open-enrollment",
  "close-enrollment",
  "reopen-enrollment",
  "submit",
  "activate",
  "expire",
  "terminate",
  "reinstate",
  "cancel",
  "find-ineligible",
  "restore-eligibility",
] as const;
export type BenefitApplicationEvent = (typeof benefitApplicationEvents)[number];

/** What has to hold before an event may happen; the command that raises the event asks the rule of that name. */
export const benefitApplicationGuards = [
  "offer-complete-and-employer-eligible",
  "not-yet-submitted",
  "enrollment-start-reached",
  "enrollment-end-reached",
  "enrollment-days-left-before-submit-day",
  "participation-met-before-submit-day",
  "coverage-start-reached-and-binder-paid",
  "plan-year-over",
  "termination-date-reached",
  "reinstatement-paid-in-time",
  "coverage-not-started",
  "rule-failed",
  "cured-or-appeal-won",
] as const;
export type BenefitApplicationGuard = (typeof benefitApplicationGuards)[number];

export type BenefitApplicationTransition = {
  readonly event: BenefitApplicationEvent;
  readonly from: readonly BenefitApplicationState[];
  readonly to: BenefitApplicationState;
  readonly guard: BenefitApplicationGuard;
};

/** The only place that says what may follow what. Withdrawing voids the choices that employees have made. */
export const benefitApplicationTransitions: readonly BenefitApplicationTransition[] = [
  { event: "publish", from: ["draft"], to: "published", guard: "offer-complete-and-employer-eligible" },
  {
    event: "withdraw",
    from: ["published", "enrollment_open", "enrollment_closed"],
    to: "draft",
    guard: "not-yet-submitted",
  },
  { event: "open-enrollment", from: ["published"], to: "enrollment_open", guard: "enrollment-start-reached" },
  { event: "close-enrollment", from: ["enrollment_open"], to: "enrollment_closed", guard: "enrollment-end-reached" },
  {
    event: "reopen-enrollment",
    from: ["enrollment_closed"],
    to: "enrollment_open",
    guard: "enrollment-days-left-before-submit-day",
  },
  { event: "submit", from: ["enrollment_closed"], to: "submitted", guard: "participation-met-before-submit-day" },
  { event: "activate", from: ["submitted"], to: "active", guard: "coverage-start-reached-and-binder-paid" },
  { event: "expire", from: ["active"], to: "expired", guard: "plan-year-over" },
  { event: "terminate", from: ["active"], to: "terminated", guard: "termination-date-reached" },
  { event: "reinstate", from: ["terminated"], to: "active", guard: "reinstatement-paid-in-time" },
  {
    event: "cancel",
    from: ["draft", "published", "enrollment_open", "enrollment_closed", "submitted"],
    to: "canceled",
    guard: "coverage-not-started",
  },
  {
    event: "find-ineligible",
    from: ["draft", "published", "enrollment_open", "enrollment_closed", "submitted"],
    to: "ineligible",
    guard: "rule-failed",
  },
  { event: "restore-eligibility", from: ["ineligible"], to: "draft", guard: "cured-or-appeal-won" },
];

function transitionFor(
  state: BenefitApplicationState,
  event: BenefitApplicationEvent,
): BenefitApplicationTransition | undefined {
  return benefitApplicationTransitions.find((row) => row.event === event && row.from.includes(state));
}

/** The state after `event`. Problem: `benefit-application-step-not-possible` {state, event}. */
export function nextState(
  state: BenefitApplicationState,
  event: BenefitApplicationEvent,
): Outcome<BenefitApplicationState> {
  const row = transitionFor(state, event);
  return row ? done(row.to) : failed({ code: "benefit-application-step-not-possible", params: { state, event } });
}

/** Which guard the caller must ask first; undefined when the event cannot happen in this state. */
export function guardFor(
  state: BenefitApplicationState,
  event: BenefitApplicationEvent,
): BenefitApplicationGuard | undefined {
  return transitionFor(state, event)?.guard;
}

export function eventsFrom(state: BenefitApplicationState): readonly BenefitApplicationEvent[] {
  return benefitApplicationTransitions.filter((row) => row.from.includes(state)).map((row) => row.event);
}

/** Nothing can follow. */
export function isFinalState(state: BenefitApplicationState): boolean {
  return eventsFrom(state).length === 0;
}
