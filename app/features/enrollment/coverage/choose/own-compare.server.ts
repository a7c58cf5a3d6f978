import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { CoverageLine } from "~/domain/coverage-line";
import type { Cents } from "~/domain/money/cents";
import type { PlanFacts, PlanSheet } from "~/domain/plan-catalog/shelf-plan";
import type { PlanYearCost } from "~/domain/plan-catalog/yearly-cost/plan-year-cost";
import { withDoor } from "~db/client.server";
import { planSheets } from "~db/repositories/rate-shelf-sheets.server";
import type { OpenScene } from "../coverage-guard.server";
import type { CoverageFrame } from "../coverage-steps";
import { chooseView, ownYear } from "./choose-view.server";
import { comparedByEmployee, type ChooseSearch } from "./choose.search";

export type OwnCompareView = {
  readonly frame: CoverageFrame;
  readonly line: CoverageLine;
  readonly startOn: CalendarDate;
  readonly search: ChooseSearch;
  readonly compared: readonly {
    readonly plan: PlanFacts;
    readonly sheet: PlanSheet;
    readonly monthlyCents: Cents | null;
    readonly year: PlanYearCost;
    readonly family: null;
  }[];
  /** Picked, but not shown: beyond the limit, or not offered. */
  readonly leftOutCount: number;
};

/** The picked plans of the offer with all their benefits, priced for those who are to be covered. */
export async function loadOwnCompare(
  scene: OpenScene,
  { line, search }: { line: CoverageLine; search: ChooseSearch },
): Promise<OwnCompareView> {
  const { offer, act } = scene;
  const { catalogVersionId } = offer.application;
  const { frame, items, coveredIds } = chooseView(scene, line, { ...search, level: [], issuer: [] });
  const wanted = { catalogVersionId: catalogVersionId ?? 0, planIds: search.plan };
  const sheets =
    catalogVersionId === null
      ? []
      : await withDoor({ kind: "person", userId: act.userId }, (tx) => planSheets(tx, wanted), { readOnly: true });
  const compared = search.plan.flatMap((planId) => {
    const shelfPlan = offer.plans[line].find((plan) => plan.planId === planId);
    const item = items.find(({ plan }) => plan.planId === planId);
    const sheet = sheets.find((candidate) => candidate.planId === planId);
    if (!shelfPlan || !item || !sheet) return [];
    const { plan, price } = item;
    const year = ownYear(scene, shelfPlan, { price, coveredIds });
    return [{ plan, sheet, monthlyCents: price?.employeeShareCents ?? null, year, family: null }];
  });
  const shown = compared.slice(0, comparedByEmployee);
  const leftOutCount = search.plan.length - shown.length;
  return { ...{ frame, line, search, leftOutCount }, startOn: offer.application.startOn, compared: shown };
}
