import { invariant } from "../../app/domain/invariant";
import type { ContributionScheme } from "../../app/domain/contribution/schemes/contribution-scheme";
import {
  parseContributionScheme,
  parseReferenceAverages,
} from "../../app/domain/contribution/schemes/parse-contribution";
import type { ReferenceAverages } from "../../app/domain/rating/composite/composite-reference.rule";

/** The scheme of a stored offer; money is never worked out from a row that is not whole. */
export function storedScheme(stored: unknown): ContributionScheme {
  const scheme = parseContributionScheme(stored);
  invariant(scheme, "a stored offer says in full how the business pays");
  return scheme;
}

export function storedAverages(stored: unknown): ReferenceAverages | null {
  const averages = parseReferenceAverages(stored);
  invariant(averages !== undefined, "a stored offer has both of its averages, or none");
  return averages;
}
