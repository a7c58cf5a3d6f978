import type { CoverageLine } from "~/domain/coverage-line";
import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { newId } from "~/platform/id.server";
import { withDoor, type Tx } from "~db/client.server";
import { lockEmployer } from "~db/repositories/benefit-application.server";
import {
  countScenarios,
  deleteScenario,
  insertScenario,
  lockScenario,
  renameScenario,
} from "~db/repositories/employers/offer-scenario.server";
import type { EmployerAct } from "../../acting-person.server";

/** As many as stand beside each other. */
export const mostScenarios = 3;

type SaveScenario = EmployerAct & {
  readonly line: CoverageLine;
  readonly name: string;
  /** As the fields of the offer's form; read by its schema whenever they are shown. */
  readonly terms: Readonly<Record<string, string>>;
};

/** Puts a design aside under a name. Problem: `scenario-limit-reached` {limit}. */
export async function saveScenario(act: SaveScenario): Promise<Outcome<{ readonly scenarioId: string }>> {
  const { employerId, line, name, terms } = act;
  return withDoor({ kind: "employer", employerId, userId: act.userId }, async (tx) => {
    // Two clicks at once come one after the other, so that a fourth is counted.
    await lockEmployer(tx, employerId);
    if ((await countScenarios(tx, { employerId, line })) >= mostScenarios) {
      return failed({ code: "scenario-limit-reached", field: "name", params: { limit: mostScenarios } });
    }
    const scenarioId = newId();
    await insertScenario(tx, { employerId, scenarioId, line, name, terms });
    await audit(tx, act, { action: "scenario-saved", subject: scenarioId, details: { line, name } });
    return done({ scenarioId });
  });
}

/** Problem: `scenario-gone`. */
export async function giveScenarioName(
  act: EmployerAct & { readonly scenarioId: string; readonly name: string },
): Promise<Outcome<undefined>> {
  const { employerId, scenarioId, name } = act;
  return withDoor({ kind: "employer", employerId, userId: act.userId }, async (tx) => {
    const current = await lockScenario(tx, { employerId, scenarioId });
    if (!current) return failed({ code: "scenario-gone", field: "scenarioId" });
    if (current.name === name) return done(undefined);
    await renameScenario(tx, { employerId, scenarioId }, name);
    await audit(tx, act, { action: "scenario-renamed", subject: scenarioId, details: { name } });
    return done(undefined);
  });
}

/** Doing it twice is doing it once. Problem: `stale` when somebody gave it another name since. */
export async function removeScenario(
  act: EmployerAct & { readonly scenarioId: string; readonly version: number },
): Promise<Outcome<undefined>> {
  const { employerId, scenarioId } = act;
  return withDoor({ kind: "employer", employerId, userId: act.userId }, async (tx) => {
    const current = await lockScenario(tx, { employerId, scenarioId });
    if (!current) return done(undefined);
    if (current.version !== act.version) return failed({ code: "stale" });
    await deleteScenario(tx, { employerId, scenarioId });
    await audit(tx, act, { action: "scenario-deleted", subject: scenarioId, details: { name: current.name } });
    return done(undefined);
  });
}

async function audit(
  tx: Tx,
  { employerId, userId, actorName }: EmployerAct,
  entry: { action: string; subject: string; details: Record<string, string> },
): Promise<void> {
  await writeAudit(tx, { employerId, actorUserId: userId, actorName, ...entry });
}
