import type { RouteCase } from "./route-cases";

const offer = { choiceModel: "single-plan", employeeBasisPoints: "70", dependentsBasisPoints: "50" };

/** Comparing plans and making the offer. */
export const offerRoutes: Readonly<Record<string, RouteCase>> = {
  "routes/employers.$employerId.plans._index": { audience: "employer" },
  "routes/employers.$employerId.plans.$planId": { audience: "employer" },
  "routes/employers.$employerId.plans.compare": { audience: "employer", query: ({ planId }) => ({ plan: planId }) },
  "routes/employers.$employerId.plans.compare[.]pdf": {
    audience: "employer",
    query: ({ planId }) => ({ plan: planId }),
    showsNothing: true,
  },
  "routes/employers.$employerId.coverage-year": {
    audience: "employer",
    whilePreparing: true,
    form: ({ versions }) => ({
      ...{ startOn: "2026-05-01", opensOn: "2026-03-20", closesOn: "2026-04-05", offersDependents: "yes" },
      ...{
        waitingPeriod: "first-of-month-on-or-after-30-days",
        payFrequency: "biweekly",
        version: versions.application,
      },
    }),
  },
  "routes/employers.$employerId.offer.$line": {
    audience: "employer",
    whilePreparing: true,
    form: ({ planId, versions }) => ({ ...offer, referencePlanId: planId, version: versions.offer }),
  },
  "routes/employers.$employerId.offer.$line_.preview": {
    audience: "employer",
    query: ({ planId }) => ({ ...offer, referencePlanId: planId }),
  },
  "routes/employers.$employerId.offer.$line_.frontier": { audience: "employer", query: () => ({ budget: "100000" }) },
  "routes/employers.$employerId.offer.$line_.scenarios": {
    audience: "employer",
    form: ({ planId }) => ({ ...offer, intent: "save", name: "Newcomer", referencePlanId: planId }),
  },
  "routes/employers.$employerId.offer.review": {
    audience: "employer",
    whilePreparing: true,
    form: ({ versions }) => ({ confirmed: "yes", version: versions.application }),
  },
};
