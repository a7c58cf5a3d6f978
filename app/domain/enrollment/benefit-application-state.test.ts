import { describe, expect, it } from "vitest";
import {
  benefitApplicationEvents,
  benefitApplicationGuards,
  benefitApplicationStates,
  benefitApplicationTransitions,
  eventsFrom,
  guardFor,
  isFinalState,
  nextState,
  type BenefitApplicationEvent,
  type BenefitApplicationState,
} from "./benefit-application-state";

describe("a benefit application", () => {
  it("goes from draft to the end of its plan year", () => {
    const path = ["publish", "open-enrollment", "close-enrollment", "submit", "activate", "expire"] as const;
    const states = path.reduce<BenefitApplicationState[]>(
      (seen, event) => {
        const outcome = nextState(seen.at(-1) ?? "draft", event);
        return outcome.ok ? [...seen, outcome.value] : seen;
      },
      ["draft"],
    );
    expect(states).toEqual([
      "draft",
      "published",
      "enrollment_open",
      "enrollment_closed",
      "submitted",
      "active",
      "expired",
    ]);
  });

  const possible: Record<BenefitApplicationState, Partial<Record<BenefitApplicationEvent, BenefitApplicationState>>> = {
    draft: { publish: "published", cancel: "canceled", "find-ineligible": "ineligible" },
    published: {
      withdraw: "draft",
      "open-enrollment": "enrollment_open",
      cancel: "canceled",
      "find-ineligible": "ineligible",
    },
    enrollment_open: {
      withdraw: "draft",
      "close-enrollment": "enrollment_closed",
      cancel: "canceled",
      "find-ineligible": "ineligible",
    },
    enrollment_closed: {
      withdraw: "draft",
      "reopen-enrollment": "enrollment_open",
      submit: "submitted",
      cancel: "canceled",
      "find-ineligible": "ineligible",
    },
    submitted: { activate: "active", cancel: "canceled", "find-ineligible": "ineligible" },
    active: { expire: "expired", terminate: "terminated" },
    expired: {},
    terminated: { reinstate: "active" },
    canceled: {},
    ineligible: { "restore-eligibility": "draft" },
  };

  it.each(benefitApplicationStates)("that is %s can do just what the table allows", (state) => {
    for (const event of benefitApplicationEvents) {
      const to = possible[state][event];
      expect(nextState(state, event), event).toEqual(
        to
          ? { ok: true, value: to }
          : { ok: false, problems: [{ code: "benefit-application-step-not-possible", params: { state, event } }] },
      );
      expect(guardFor(state, event) !== undefined, event).toBe(to !== undefined);
    }
    expect(eventsFrom(state)).toHaveLength(Object.keys(possible[state]).length);
  });

  it("cannot be canceled once coverage has started", () => {
    expect(nextState("active", "cancel").ok).toBe(false);
  });

  it("is over for good only when expired or canceled", () => {
    expect(benefitApplicationStates.filter(isFinalState)).toEqual(["expired", "canceled"]);
  });

  it("has one row for each state and event, and uses every guard, event and state", () => {
    const steps = benefitApplicationTransitions.flatMap((row) => row.from.map((from) => `${from} ${row.event}`));
    expect(new Set(steps).size).toBe(steps.length);
    expect(new Set(benefitApplicationTransitions.map((row) => row.guard))).toEqual(new Set(benefitApplicationGuards));
    expect(new Set(benefitApplicationTransitions.map((row) => row.event))).toEqual(new Set(benefitApplicationEvents));
    const reached = new Set(["draft", ...benefitApplicationTransitions.map((row) => row.to)]);
    expect(reached).toEqual(new Set(benefitApplicationStates));
  });
});
