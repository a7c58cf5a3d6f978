import type { CoverageLine } from "~/domain/coverage-line";
import { planFacts, type PlanFacts, type PlanSheet } from "~/domain/plan-catalog/shelf-plan";
import { withDoor } from "~db/client.server";
import { planSheets } from "~db/repositories/rate-shelf-sheets.server";
import { frameOf } from "../coverage-frame.server";
import type { OpenScene } from "../coverage-guard.server";
import type { CoverageFrame } from "../coverage-steps";

export type OwnPlanView = {
  readonly frame: CoverageFrame;
  readonly line: CoverageLine;
  readonly plan: PlanFacts;
  readonly sheet: PlanSheet;
};

/** One plan of the offer with all its benefits; undefined for a plan that is not offered. */
export async function loadOwnPlan(
  scene: OpenScene,
  { line, planId }: { line: CoverageLine; planId: string | undefined },
): Promise<OwnPlanView | undefined> {
  const { offer, act } = scene;
  const found = offer.plans[line].find((plan) => plan.planId === planId);
  const { catalogVersionId } = offer.application;
  if (!found || catalogVersionId === null) return undefined;
  const { userId } = act;
  const wanted = { catalogVersionId, planIds: [found.planId] };
  const [sheet] = await withDoor({ kind: "person", userId }, (tx) => planSheets(tx, wanted), { readOnly: true });
  return sheet ? { frame: frameOf(scene), line, plan: planFacts(found), sheet } : undefined;
}
