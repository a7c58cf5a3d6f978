import { beforeAll, describe, expect, it } from "vitest";
import { installJobQueue } from "~/platform/queue/install-job-queue.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { insertCatalog, insertEnrolledGroup } from "~db/testing/enrolled-group";
import { startTimetable } from "./timetable.server";

const database = useTestDatabase();

beforeAll(() => installJobQueue(database.urls));

describe("the timetable", () => {
  it("opens enrollment by itself once the day has come, and stops when told", async () => {
    const people = [{ answer: "silent" }] as const;
    const group = await database.asAdmin(async (admin) => {
      const catalogVersionId = await insertCatalog(admin, ["99601"]);
      return insertEnrolledGroup(admin, { catalogVersionId, issuerId: "99601", people, state: "published" });
    });
    await database.asAdmin(
      (admin) =>
        admin`update benefit_applications set open_enrollment_starts_on = '2000-01-01', open_enrollment_ends_on = '2199-01-01'`,
    );
    const timetable = await startTimetable({ databaseUrl: database.urls.applicationUrl });
    const state = async () => {
      const [row] = await database.asAdmin(
        (admin) => admin`select state from benefit_applications where employer_id = ${group.employerId}`,
      );
      return row?.["state"];
    };
    const deadline = Date.now() + 10_000;
    while ((await state()) === "published" && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await timetable.stop();
    expect(await state()).toBe("enrollment_open");
  });

  it("clears sessions and quotes that are over and attempts that no longer count", async () => {
    await database.asAdmin(async (admin) => {
      const userId = crypto.randomUUID();
      await admin`insert into users (user_id, email, full_name, password_hash) values (${userId}, 'a@example.com', 'A', '-')`;
      await admin`insert into sessions (token_hash, user_id, created_at, last_seen_at, expires_at)
        values ('over', ${userId}, '2020-01-01', '2020-01-01', '2020-01-02'), ('live', ${userId}, now(), now(), now() + interval '1 hour')`;
      await admin`insert into quotes (token_hash, sealed_quote, expires_at)
        values ('over-quote', '-', '2020-01-01'), ('quote', '-', now() + interval '1 hour')`;
      await admin`insert into rate_limits (key, points, expire) values ('old', 1, 1000), ('new', 1, ${Date.now() + 60_000})`;
    });
    const left = () =>
      database.asAdmin(async (admin) => {
        const rows = await admin`select token_hash as name from sessions union all select token_hash from quotes
          union all select key from rate_limits`;
        return rows.map((row) => String(row["name"])).sort();
      });
    const timetable = await startTimetable({ databaseUrl: database.urls.applicationUrl });
    const deadline = Date.now() + 10_000;
    while ((await left()).length > 3 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
    await timetable.stop();
    expect(await left()).toEqual(["live", "new", "quote"]);
  });
});
