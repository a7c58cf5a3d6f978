// Why the employer pays what it pays for a household: the lines that the contribution rules worked out, put into words.
// No amount is worked out here.

import type { Explanation } from "../../explanation";
import type { ContributionLine, ContributionWorking } from "../contribution-working";
import {
  citation,
  continuationCitation,
  householdContributionWorking,
  type HouseholdContributionInput,
} from "./household-contribution.rule";

/** The contribution under any scheme, with one step a line of the working. */
export function explainHouseholdContribution(input: HouseholdContributionInput): Explanation {
  return explanationOf(householdContributionWorking(input), input.continuesCoverage ? continuationCitation : citation);
}

function explanationOf({ contribution, lines }: ContributionWorking, law: string): Explanation {
  const { premiumCents, employerShareCents, employeeShareCents } = contribution;
  return {
    code: "explain-household-contribution",
    params: { premiumCents, employerShareCents, employeeShareCents },
    citation: law,
    steps: lines.map(explanationOfLine),
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
