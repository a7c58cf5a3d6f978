// Why the employer pays what it pays for a household: the lines that the contribution rules worked out, put into words.
// No amount is worked out here.

import type { Explanation } from "../../explanation";
import type { PlanKey } from "../../plan-catalog/plan";
import type { ContributionLine, ContributionWorking } from "../contribution-working";
import type { ContributionSchemeMethod } from "./contribution-scheme";
import {
  citation,
  continuationCitation,
  householdContributionWorking,
  type HouseholdContributionInput,
} from "./household-contribution.rule";

/**
 * The contribution under any scheme, with one step a line of the working. `referencePlanId` is for showing the plan's name
 * beside the line that says what the percentages are taken of.
 */
export function explainHouseholdContribution(
  input: HouseholdContributionInput & { readonly referencePlanId?: PlanKey },
): Explanation {
  const { scheme, continuesCoverage } = input;
  const basis = continuesCoverage ? undefined : basisOf[scheme.method];
  return explanationOf(householdContributionWorking(input), {
    law: continuesCoverage ? continuationCitation : citation,
    basis:
      basis === undefined
        ? undefined
        : { code: basis, params: input.referencePlanId ? { planId: input.referencePlanId } : {} },
  });
}

/** What the percentage is taken of; dollars are taken of nothing. */
const basisOf: Readonly<Partial<Record<ContributionSchemeMethod, string>>> = {
  "reference-plan-percent": "explain-contribution-of-reference-plan",
  "composite-reference-percent": "explain-contribution-of-averages",
  "chosen-plan-percent": "explain-contribution-of-chosen-plan",
  "capped-percent": "explain-contribution-of-chosen-plan",
};

function explanationOf(
  { contribution, lines }: ContributionWorking,
  { law, basis }: { law: string; basis: Explanation | undefined },
): Explanation {
  const { premiumCents, employerShareCents, employeeShareCents } = contribution;
  return {
    code: "explain-household-contribution",
    params: { premiumCents, employerShareCents, employeeShareCents },
    citation: law,
    steps: [...(basis ? [basis] : []), ...lines.map(explanationOfLine)],
  };
}

function explanationOfLine(line: ContributionLine): Explanation {
  switch (line.kind) {
    case "member": {
      const params = figuresOf(line);
      const whole = line.promisedCents > line.premiumCents;
      return { code: whole ? "explain-contribution-member-whole" : "explain-contribution-member", params };
    }
    case "uncharged":
      return { code: "explain-contribution-uncharged", params: { memberId: line.memberId } };
    case "employee-part": {
      const params = figuresOf(line);
      return { code: "explain-contribution-employee-part", params };
    }
    case "dependents-part": {
      const params = figuresOf(line);
      return { code: "explain-contribution-dependents-part", params };
    }
    case "dollars": {
      const params = figuresOf(line);
      const whole = line.amountCents > line.premiumCents;
      return { code: whole ? "explain-contribution-dollars-whole" : "explain-contribution-dollars", params };
    }
    case "limit": {
      const params = figuresOf(line);
      return { code: "explain-contribution-limit", params };
    }
    case "continuation":
      return { code: "explain-contribution-continuation", params: {}, citation: continuationCitation };
  }
}

/** A line's figures without its kind. */
function figuresOf<Line extends ContributionLine>({ kind: _kind, ...figures }: Line): Omit<Line, "kind"> {
  return figures;
}
