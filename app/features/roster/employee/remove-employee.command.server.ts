import { shortName } from "~/domain/household/same-person";
import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { now } from "~/platform/clock.server";
import { findEmployee, hasPolicy, removeEmployee } from "~db/repositories/roster/employee.server";
import { withRoster, type RosterAct } from "../roster-act.server";

/**
 * Takes somebody off the roster; their link stops working. A second click changes nothing. Problem:
 * `employee-has-coverage` when coverage was made for insurers: it has to be ended first.
 */
export async function takeOffRoster(
  act: RosterAct & { readonly employeeId: string },
): Promise<Outcome<{ readonly name: string }>> {
  const { employerId, employeeId } = act;
  return withRoster(act, async (tx) => {
    const before = await findEmployee(tx, { employerId, employeeId });
    if (!before) return failed({ code: "stale" });
    const name = shortName(before);
    if (before.standing === "removed") return done({ name });
    if (await hasPolicy(tx, act)) return failed({ code: "employee-has-coverage", params: { name } });
    await removeEmployee(tx, { employerId, employeeId, at: now() });
    await writeAudit(tx, {
      ...{ employerId, actorUserId: act.userId, actorName: act.actorName, action: "employee-removed" },
      ...{ subject: employeeId, details: { name } },
    });
    return done({ name });
  });
}
