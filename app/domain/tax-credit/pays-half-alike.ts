// Whether a promise alone shows that the employer pays at least half of each employee's own premium, and the same share for
// all: 26 U.S.C. 45R(d)(4). Dollars and limits do not show it; the owner answers then.

import type { ContributionScheme } from "../contribution/schemes/contribution-scheme";

const halfBasisPoints = 5_000;

export function promisesHalfAlike(scheme: ContributionScheme): boolean {
  if (scheme.method === "fixed-dollars" || scheme.method === "capped-percent") return false;
  const { "full-time": fullTime, "part-time": partTime } = scheme.shares;
  return fullTime.employee === partTime.employee && fullTime.employee >= halfBasisPoints;
}
