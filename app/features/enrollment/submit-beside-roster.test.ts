import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "~/platform/testing/test-database";
import { withDoor } from "~db/client.server";
import { hasPolicy, lockRoster, removeEmployee } from "~db/repositories/roster/employee.server";
import { type EnrolledGroup, insertCatalog, insertEnrolledGroup, signedByOwner } from "~db/testing/enrolled-group";
import { submitGroupEnrollment } from "./submit-group-enrollment.command.server";

const database = useTestDatabase({ poolSize: 6 });
const issuerId = "99301";
let catalogVersionId = 0;

beforeAll(async () => {
  catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, [issuerId]));
});

function groupOfFour() {
  const people = [1, 2, 3, 4].map(() => ({ answer: "elects" as const }));
  return database.asAdmin((admin) => insertEnrolledGroup(admin, { catalogVersionId, issuerId, people }));
}

/** What the owner's removal of an employee does, with time to think between looking and doing. */
function removal(group: EnrolledGroup, employeeId: string, { thinks }: { thinks: () => Promise<unknown> }) {
  const { employerId } = group;
  return withDoor({ kind: "employer", employerId, userId: group.ownerUserId }, async (tx) => {
    await lockRoster(tx, employerId);
    if (await hasPolicy(tx, { employerId, employeeId })) return "has-coverage";
    await removeEmployee(tx, { employerId, employeeId, at: new Date("2026-03-13T18:30:00Z") });
    await thinks();
    return "removed";
  });
}

function policiesOfRemoved({ employerId }: EnrolledGroup) {
  return database.asAdmin(
    (admin) => admin`select p.policy_id from policies p
                     join employees e on e.employer_id = p.employer_id and e.employee_id = p.employee_id
                     where p.employer_id = ${employerId} and e.standing = 'removed'`,
  );
}

describe("a submission beside the removal of an employee", () => {
  it("that began first enrolls everybody else and not the one who is gone", async () => {
    const group = await groupOfFour();
    const [leaver = ""] = group.employeeIds;
    const removing = removal(group, leaver, { thinks: () => sleep(400) });
    await sleep(100);
    const submitted = await submitGroupEnrollment(signedByOwner(group));
    expect(await removing).toBe("removed");
    expect(submitted).toMatchObject({ ok: true, value: { readyCount: 3 } });
    expect(await policiesOfRemoved(group)).toEqual([]);
  });

  it("that comes while the coverage is being made finds the coverage", async () => {
    const group = await groupOfFour();
    const [leaver = ""] = group.employeeIds;
    const { submitted, removed } = await database.asAdmin((admin) =>
      admin.begin(async (sql) => {
        // Stops the submission after it has read the roster, before it is committed.
        await sql`lock table policy_registry in share mode`;
        const submitted = submitGroupEnrollment(signedByOwner(group));
        await sleep(300);
        const removed = removal(group, leaver, { thinks: () => sleep(0) });
        await sleep(300);
        return { submitted: [submitted], removed: [removed] };
      }),
    );
    expect(await submitted[0]).toMatchObject({ ok: true, value: { readyCount: 4 } });
    expect(await removed[0]).toBe("has-coverage");
    expect(await policiesOfRemoved(group)).toEqual([]);
  });
});
