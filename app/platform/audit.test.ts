import { describe, expect, it } from "vitest";
import { withDoor } from "~db/client.server";
import { listAuditEntries } from "~db/repositories/audit.server";
import { writeAudit } from "./audit.server";
import { newId } from "./id.server";
import { useTestDatabase } from "./testing/test-database";

useTestDatabase();
const employerId = newId();
const entry = { employerId, actorUserId: newId(), actorName: "Rosa", action: "employee-added" };

describe("the record of who did what", () => {
  it("is kept in the act's transaction, the newest first, and seen by its business only", async () => {
    await withDoor({ kind: "employer", employerId }, async (tx) => {
      await writeAudit(tx, { ...entry, subject: "Ana", details: { hours: 30 } });
      await writeAudit(tx, { ...entry, action: "employee-removed" });
    });
    const list = (id: string) =>
      withDoor({ kind: "employer", employerId: id }, (tx) => listAuditEntries(tx, { employerId, limit: 10 }));
    expect(await list(employerId)).toMatchObject([
      { action: "employee-removed", subject: null, details: {} },
      { action: "employee-added", subject: "Ana", details: { hours: 30 }, actorName: "Rosa" },
    ]);
    expect(await list(newId())).toEqual([]);
  });

  it("cannot be rewritten", async () => {
    const rewrite = withDoor({ kind: "employer", employerId }, (tx) => tx.execute("update audit_log set action = 'x'"));
    await expect(rewrite).rejects.toThrow();
  });

  it.each([{ ssn: "x" }, { note: "219-09-9999" }, { note: "was 219099999" }, { passwordHash: "x" }])(
    "takes no secret: %j",
    async (details) => {
      const write = withDoor({ kind: "employer", employerId }, (tx) => writeAudit(tx, { ...entry, details }));
      await expect(write).rejects.toThrow("may hold a secret");
    },
  );
});
