import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { CoverageLine } from "~/domain/coverage-line";
import { planFacts, type PlanFacts, type PlanSheet } from "~/domain/plan-catalog/shelf-plan";
import type { PlanYearCost } from "~/domain/plan-catalog/yearly-cost/plan-year-cost";
import { withDoor } from "~db/client.server";
import { planSheets } from "~db/repositories/rate-shelf-sheets.server";
import { frameOf } from "../coverage-frame.server";
import type { OpenScene } from "../coverage-guard.server";
import type { CoverageFrame } from "../coverage-steps";
import { chooseView, ownYear } from "./choose-view.server";
import type { ChooseSearch } from "./choose.search";

export type OwnPlanView = {
  readonly frame: CoverageFrame;
  readonly line: CoverageLine;
  readonly plan: PlanFacts;
  readonly sheet: PlanSheet;
  readonly startOn: CalendarDate;
  /** A year of those who are to be covered. */
  readonly year: PlanYearCost;
  readonly search: ChooseSearch;
};

/** One plan of the offer with all its benefits; undefined for a plan that is not offered. */
export async function loadOwnPlan(
  scene: OpenScene,
  { line, planId, search }: { line: CoverageLine; planId: string | undefined; search: ChooseSearch },
): Promise<OwnPlanView | undefined> {
  const { offer, act } = scene;
  const found = offer.plans[line].find((plan) => plan.planId === planId);
  const { catalogVersionId } = offer.application;
  if (!found || catalogVersionId === null) return undefined;
  const { userId } = act;
  const wanted = { catalogVersionId, planIds: [found.planId] };
  const [sheet] = await withDoor({ kind: "person", userId }, (tx) => planSheets(tx, wanted), { readOnly: true });
  if (!sheet) return undefined;
  const { coveredIds, items } = chooseView(scene, line, { ...search, level: [], issuer: [] });
  const price = items.find(({ plan }) => plan.planId === found.planId)?.price ?? null;
  const year = ownYear(scene, found, { price, coveredIds });
  const { startOn } = offer.application;
  return { ...{ frame: frameOf(scene), line, search, startOn, sheet, year }, plan: planFacts(found) };
}
