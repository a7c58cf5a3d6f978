import type { RouteCase, Subject } from "./route-cases";

/** A family's price, whose working names everybody in it. */
const ofHousehold = ({ planId, employeeId }: Subject) => ({
  ...{ figure: "household-price", line: "medical" },
  ...{ plan: planId, employee: employeeId },
});
const ofOwnFamily = ({ planId, dependentId }: Subject) => ({
  ...{ figure: "own-price", line: "medical" },
  ...{ plan: planId, covered: dependentId },
});

/** Each explanation as a page, and as the lines beside its figure. */
export const explainRoutes: Readonly<Record<string, RouteCase>> = {
  "routes/employers.$employerId.explain": { audience: "employer", query: ofHousehold },
  "routes/employers.$employerId.explain_.lines": { audience: "employer", query: ofHousehold },
  "routes/coverage.$employerId.explain": { audience: "employee", query: ofOwnFamily },
  "routes/coverage.$employerId.explain_.lines": { audience: "employee", query: ofOwnFamily },
};
