import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { useTestDatabase } from "~/platform/testing/test-database";
import { insertCatalog, insertEnrolledGroup } from "~db/testing/enrolled-group";
import { turnEnrollmentWindows } from "./turn-enrollment-windows.command.server";

const database = useTestDatabase();
let catalogVersionId = 0;

beforeAll(async () => {
  catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, ["99301"]));
});

const turnOn = (day: string) => turnEnrollmentWindows({ todayIn: () => calendarDate(day) });

async function group(state: "draft" | "published"): Promise<string> {
  const { employerId } = await database.asAdmin((admin) =>
    insertEnrolledGroup(admin, { catalogVersionId, issuerId: "99301", people: [{ answer: "silent" }], state }),
  );
  return employerId;
}

async function stateOf(employerId: string): Promise<string> {
  const [row] = await database.asAdmin(
    (admin) => admin<{ state: string }[]>`select state from benefit_applications where employer_id = ${employerId}`,
  );
  return row?.state ?? "none";
}

describe("the window from 1 to 12 March", () => {
  it("opens on its first day, closes after its last, and turning again changes nothing", async () => {
    const employerId = await group("published");
    expect(await turnOn("2026-02-28")).toEqual({ opened: 0, closed: 0 });
    expect(await turnOn("2026-03-01")).toEqual({ opened: 1, closed: 0 });
    expect(await stateOf(employerId)).toBe("enrollment_open");
    expect(await turnOn("2026-03-12")).toEqual({ opened: 0, closed: 0 });
    expect(await turnOn("2026-03-13")).toEqual({ opened: 0, closed: 1 });
    expect(await stateOf(employerId)).toBe("enrollment_closed");
    expect(await turnOn("2026-03-14")).toEqual({ opened: 0, closed: 0 });
    const audit = await database.asAdmin(
      (admin) => admin`select action, actor_user_id from audit_log where employer_id = ${employerId} order by sequence`,
    );
    expect(audit).toMatchObject([
      { action: "enrollment-opened", actor_user_id: null },
      { action: "enrollment-closed", actor_user_id: null },
    ]);
  });

  it("is opened and closed in one go when nothing ran in between, and a draft never opens", async () => {
    const [published, draft] = [await group("published"), await group("draft")];
    expect(await turnOn("2026-03-20")).toEqual({ opened: 1, closed: 1 });
    expect([await stateOf(published), await stateOf(draft)]).toEqual(["enrollment_closed", "draft"]);
  });

  it("is opened once by two processes at the same moment", async () => {
    await group("published");
    const both = await Promise.all([turnOn("2026-03-05"), turnOn("2026-03-05")]);
    expect(both[0].opened + both[1].opened).toBe(1);
  });

  it("opens by the day in the exchange's zone, not by UTC's", async () => {
    const employerId = await group("published");
    const eveningBefore = (zone: string) => calendarDate(zone === "UTC" ? "2026-03-01" : "2026-02-28");
    await turnEnrollmentWindows({ todayIn: eveningBefore });
    expect(await stateOf(employerId)).toBe("published");
  });
});
