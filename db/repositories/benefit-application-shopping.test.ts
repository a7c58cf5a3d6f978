import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "../../app/domain/calendar/calendar-date";
import { useTestDatabase } from "../../app/platform/testing/test-database";
import { countStatements, withDoor } from "../client.server";
import { insertSmallCatalog, insertSmallEmployer, nashville } from "../testing/small-catalog";
import { loadShopping } from "./benefit-application-shopping.server";

const database = useTestDatabase();
let catalogVersionId = 0;
beforeAll(async () => {
  catalogVersionId = await database.asAdmin(insertSmallCatalog);
});

const child = { relationship: "child", bornOn: calendarDate("2015-01-01") } as const;
const ana = { firstName: "Ana", bornOn: calendarDate("1986-06-01"), family: [child] };
const fallbackStartOn = calendarDate("2027-02-01");

/** What the first business sees when it asks for the second's. */
function shoppingOf(
  asking: { employerId: string },
  asked = asking,
  place = nashville as Parameters<typeof loadShopping>[2]["place"],
) {
  return withDoor({ kind: "employer", employerId: asking.employerId }, (tx) =>
    loadShopping(tx, asked.employerId, { place, fallbackStartOn }),
  );
}

function employer() {
  return database.asAdmin((admin) => insertSmallEmployer(admin, { people: [ana] }));
}

function insertYear({ employerId }: { employerId: string }, startOn: string, state: string) {
  return database.asAdmin(
    (admin) => admin`
      insert into benefit_applications (employer_id, application_id, state, start_on, end_on, open_enrollment_starts_on,
        open_enrollment_ends_on, submit_by_on, waiting_period)
      values (${employerId}, ${randomUUID()}, ${state}, ${startOn}, ${startOn}::date + 364, ${startOn}::date - 30,
        ${startOn}::date - 20, ${startOn}::date - 15, 'first-of-month-on-or-after-hire')`,
  );
}

describe("what a business shops with", () => {
  it("is the earliest open start, the newest plans and the rating area of its address, in one statement", async () => {
    const act = await employer();
    const { result, statements } = await countStatements(() => shoppingOf(act));
    expect(statements).toBe(1);
    expect(result).toMatchObject({
      application: null,
      offers: [],
      startOn: fallbackStartOn,
      catalogVersionId,
      ratingArea: 4,
    });
    expect(result.roster).toMatchObject([{ firstName: "Ana", dependents: [child] }]);
  });

  it("is nobody else's", async () => {
    const [act, other] = [await employer(), await employer()];
    await insertYear(other, "2027-01-01", "draft");
    expect(await shoppingOf(act, other)).toMatchObject({ application: null, roster: [] });
  });

  it("is the draft before a year that was published, and never one that was canceled", async () => {
    const act = await employer();
    await insertYear(act, "2027-03-01", "canceled");
    await insertYear(act, "2027-02-01", "published");
    expect((await shoppingOf(act)).application).toMatchObject({ startOn: "2027-02-01", pinned: false });
    await insertYear(act, "2027-01-01", "draft");
    expect((await shoppingOf(act)).application).toMatchObject({ startOn: "2027-01-01", state: "draft" });
  });

  it("says so where no plans are loaded for the state or the year, or no table knows the address", async () => {
    const act = await employer();
    const elsewhere = { state: "KY", countyFips: "21111", zip: "40202" };
    expect(await shoppingOf(act, act, elsewhere)).toMatchObject({ catalogVersionId: null, ratingArea: null });
    await insertYear(act, "2028-01-01", "draft");
    expect(await shoppingOf(act)).toMatchObject({ startOn: "2028-01-01", catalogVersionId: null, ratingArea: 4 });
  });
});
