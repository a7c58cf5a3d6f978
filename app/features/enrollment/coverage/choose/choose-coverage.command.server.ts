import type { CoverageLine } from "~/domain/coverage-line";
import { coverageWindowRuling, coveredRuling, type CoverageChoice } from "~/domain/enrollment/coverage-choice.rule";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import { now } from "~/platform/clock.server";
import { withDoor } from "~db/client.server";
import { coverageSceneIn, type CoverageScene, type OfferScene, type OwnAct } from "../coverage-scene.server";
import { ownPrices } from "../coverage-price.server";
import { keepChoice } from "../unsigned-choices.server";

export type NextStep = CoverageLine | "check";

/**
 * Keeps an employee's answer in one line until it is signed, and tells which page comes next. Problems: those of
 * `coverageWindowRuling` and `coveredRuling`, `coverage-not-offered`, `plan-not-offered`, `plan-not-quotable`.
 */
export async function chooseCoverage(
  act: OwnAct,
  { line, choice }: { line: CoverageLine; choice: CoverageChoice },
): Promise<Outcome<NextStep>> {
  return withDoor({ kind: "person", userId: act.userId }, async (tx) => {
    const scene = await coverageSceneIn(tx, act);
    const offer = scene?.offer;
    if (!scene || !offer?.terms[line]) return failed({ code: "coverage-not-offered" });
    const problems = choiceProblems({ ...scene, offer }, line, choice);
    if (problems.length > 0) return failed(...problems);
    const { employerId } = act.employer;
    const key = { userId: act.userId, employerId, applicationId: offer.application.applicationId };
    await keepChoice(tx, key, { line, choice, at: now() });
    return done(offer.lines.find((other) => other !== line && offer.choices[other] === null) ?? "check");
  });
}

function choiceProblems(
  scene: CoverageScene & { readonly offer: OfferScene },
  line: CoverageLine,
  choice: CoverageChoice,
): readonly Problem[] {
  const { offer, act } = scene;
  const open = coverageWindowRuling(offer.application, act.today);
  if (!open.allowed) return open.problems;
  if (choice.kind === "waive") return [];
  const { planId, coveredIds } = choice;
  const covered = coveredRuling(coveredIds, offer.family);
  if (!covered.allowed) return covered.problems;
  if (!offer.plans[line].some((plan) => plan.planId === planId)) return [{ code: "plan-not-offered", field: "planId" }];
  if (ownPrices(scene, { line, coveredIds }).has(planId)) return [];
  return [{ code: "plan-not-quotable", field: "planId" }];
}
