import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import type { CensusPerson } from "~/domain/household/census";
import { clearOldAttempts } from "~/platform/rate-limit/rate-limit.server";
import { quoteCookie, quoteCookieOf } from "~/platform/session/quote-cookie.server";
import { newToken, tokenHash } from "~/platform/session/token.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { basisPoints } from "~/domain/money/cents";
import { insertSmallCatalog, nashville, smallPlans, smallPrice } from "~db/testing/small-catalog";
import { readPlanSearch } from "../list/plan-list.search";
import { clearOverQuotes } from "./clear-over-quotes.command.server";
import { forgetVisitorQuote } from "./forget-visitor-quote.command.server";
import { copyVisitorQuote, saveQuoteShares, saveVisitorQuote } from "./save-visitor-quote.command.server";
import { takeQuote } from "./take-quote.server";
import { loadVisitorPlans } from "./visitor-plans.query.server";
import { findVisitorQuote, openQuote } from "./visitor-quote.server";

vi.stubEnv("SHOPFRONT_TODAY", "2026-11-28");

const database = useTestDatabase();
const today = calendarDate("2026-11-28");

beforeAll(async () => {
  await database.asAdmin(async (admin) => {
    await insertSmallCatalog(admin);
    await admin`insert into counties (geo_version_id, fips, name, state_code, year_from, year_to)
      select geo_version_id, c.fips, c.name, 'TN', 2000, 2199 from geo_versions,
        (values ('47037', 'Davidson County'), ('47149', 'Rutherford County')) c (fips, name)`;
    await admin`insert into zip_counties (geo_version_id, zip, county_fips, year_from, year_to)
      select geo_version_id, z.zip, z.fips, 2000, 2199 from geo_versions,
        (values ('37203', '47037'), ('37013', '47037'), ('37013', '47149')) z (zip, fips)`;
  });
});
beforeEach(() => database.asAdmin((admin) => admin`delete from rate_limits`));

const person = (change: Partial<CensusPerson>): CensusPerson => ({
  ...{ relationship: "self", firstName: "", lastName: "", bornOn: null, ageYears: null, usesTobacco: false },
  ...{ hiredOn: null, ...change },
});
const family = [person({ firstName: "Zoraida", ageYears: 40 }), person({ relationship: "child", ageYears: 10 })];
const single = [person({ bornOn: calendarDate("1996-01-01") })];
const quote = {
  ...{ ...nashville, countyName: "Davidson County", startOn: calendarDate("2027-01-01") },
  ...{ typed: { ages: ["30"] }, census: [family, single] },
};

async function saved(carriedToken?: string) {
  const outcome = await saveVisitorQuote({ carriedToken, quote });
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join());
  return outcome.value;
}

async function stored(token: string) {
  const quoteOf = await openQuote(token);
  if (!quoteOf) throw new Error("the quote is not there");
  return quoteOf;
}

describe("a visitor's quote", () => {
  it("is found again by its token alone, and the database shows neither the token nor a name", async () => {
    const { token } = await saved();
    expect(await openQuote(token)).toMatchObject({ zip: "37203", census: [family, single] });
    const rows = await database.asAdmin((admin) => admin`select * from quotes where token_hash = ${tokenHash(token)}`);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${token}|Zoraida|1996|37203`));
  });

  it("is not there for another token, nor for a row moved under it", async () => {
    const { token } = await saved();
    const foreign = newToken();
    expect(await openQuote(foreign)).toBeUndefined();
    await database.asAdmin(
      (admin) => admin`insert into quotes (token_hash, sealed_quote, expires_at)
        select ${tokenHash(foreign)}, sealed_quote, expires_at from quotes where token_hash = ${tokenHash(token)}`,
    );
    expect(await openQuote(foreign)).toBeUndefined();
  });

  it("stays under its token when it changes, and a token that nobody gave out is replaced", async () => {
    const { token } = await saved();
    expect((await saved(token)).token).toBe(token);
    const invented = newToken();
    const fresh = await saved(invented);
    expect(fresh.token).not.toBe(invented);
    expect(await openQuote(invented)).toBeUndefined();
  });

  it("keeps its shares when the people change", async () => {
    const { token } = await saved();
    const shares = { employeeShare: basisPoints(7_500), dependentsShare: basisPoints(2_500) };
    expect(await saveQuoteShares(token, shares)).toMatchObject({ ok: true, value: { token } });
    await saved(token);
    expect(await openQuote(token)).toMatchObject({ employeeBasisPoints: 7_500, dependentsBasisPoints: 2_500 });
    expect(await saveQuoteShares(newToken(), shares)).toMatchObject({ problems: [{ code: "quote-gone" }] });
    expect(await saveQuoteShares(undefined, shares)).toMatchObject({ problems: [{ code: "quote-gone" }] });
  });

  it("is over after its day, and the timetable removes it", async () => {
    const { token } = await saved();
    const { token: live } = await saved();
    await database.asAdmin(
      (admin) => admin`update quotes set expires_at = '2020-01-01' where token_hash = ${tokenHash(token)}`,
    );
    expect(await openQuote(token)).toBeUndefined();
    expect(await clearOverQuotes()).toBe(1);
    expect(await clearOverQuotes()).toBe(0);
    expect(await openQuote(live)).toBeDefined();
    await forgetVisitorQuote(live);
    expect(await openQuote(live)).toBeUndefined();
  });

  it("opens from a link as a copy: what is changed in the copy is never seen through the link", async () => {
    const { token } = await saved();
    const copy = await copyVisitorQuote(token);
    const copied = copy.ok ? copy.value.token : "";
    expect(copied).not.toBe(token);
    await saveVisitorQuote({ carriedToken: copied, quote: { ...quote, census: [single] } });
    expect((await stored(token)).census).toHaveLength(2);
    expect((await stored(copied)).census).toHaveLength(1);
    for (const wrong of [newToken(), "short", undefined]) {
      expect(await copyVisitorQuote(wrong)).toMatchObject({ problems: [{ code: "quote-gone" }] });
    }
  });

  it("is refused after forty changes in a quarter of an hour, with the wait", async () => {
    const { token } = await saved();
    for (let change = 0; change < 40; change += 1) await saved(token);
    const refused = await saveVisitorQuote({ carriedToken: token, quote });
    expect(refused).toMatchObject({ ok: false, problems: [{ code: "too-many-attempts" }] });
    await clearOldAttempts();
  });

  it("is found through the browser's cookie, which also carries month and shares", async () => {
    const value = await saved();
    const request = new Request("http://localhost/", {
      headers: { Cookie: quoteCookie(value).split(";")[0] ?? "" },
    });
    expect(quoteCookieOf(request)).toEqual(value);
    expect(await findVisitorQuote(request)).toMatchObject({ token: value.token });
    expect(await findVisitorQuote(new Request("http://localhost/"))).toBeUndefined();
  });
});

describe("a quote's form", () => {
  const formOf = (fields: Readonly<Record<string, string>>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ zip: "37203", startOn: "2027-01-01", ...fields }))
      form.set(name, value);
    return form;
  };
  const people = { census: { ok: true, value: [single] }, typed: { ages: ["30"] } } as const;
  const codes = (taken: Awaited<ReturnType<typeof takeQuote>>) =>
    taken.problems.map(({ field, code }) => `${field} ${code}`);

  it("is kept with its place", async () => {
    const taken = await takeQuote(formOf({}), { people, carriedToken: undefined });
    expect(codes(taken)).toEqual([]);
    expect(await openQuote(taken.saved?.token ?? "")).toMatchObject({
      ...{ state: "TN", countyFips: "47037", typed: { zip: ["37203"], startOn: ["2027-01-01"], ages: ["30"] } },
    });
  });

  it.each([
    ["half a ZIP", { zip: "372" }, ["zip zip-code-not-five-or-nine-digits"]],
    ["an unknown ZIP", { zip: "99999" }, ["zip zip-unknown"]],
    ["a ZIP in two counties", { zip: "37013" }, ["countyFips county-required"]],
    ["a county that is not the ZIP's", { zip: "37013", countyFips: "47187" }, ["countyFips county-required"]],
    ["a month that is over", { startOn: "2026-11-01" }, ["startOn start-date-deadline-passed"]],
    ["a day within a month", { startOn: "2027-01-15" }, ["startOn start-date-not-first-of-month"]],
    ["no month", { startOn: "" }, ["startOn required"]],
  ])("with %s is told so, and nothing is kept", async (_what, fields, problems) => {
    const taken = await takeQuote(formOf(fields), { people, carriedToken: undefined });
    expect(codes(taken)).toEqual(problems);
    expect(taken.saved).toBeNull();
    expect(taken.typed).toMatchObject({ ages: ["30"] });
  });

  it("offers the counties of the ZIP and the months of its marketplace", async () => {
    const taken = await takeQuote(formOf({ zip: "37013" }), { people, carriedToken: undefined });
    expect(taken.counties.map(({ name }) => name)).toEqual(["Davidson County", "Rutherford County"]);
    expect(taken.starts[0]?.startOn).toBe("2027-01-01");
    const chosen = await takeQuote(formOf({ zip: "37013", countyFips: "47149" }), { people, carriedToken: undefined });
    expect(await openQuote(chosen.saved?.token ?? "")).toMatchObject({ countyName: "Rutherford County" });
  });
});

describe("the plans of a quote", () => {
  const pageFor = async (address: string, change: Partial<Parameters<typeof loadVisitorPlans>[0]> = {}) => {
    const { token } = await saved();
    const whole = { ...(await stored(token)), ...change };
    return loadVisitorPlans(whole, { search: readPlanSearch(new URLSearchParams(address)), today });
  };
  const of = (page: Awaited<ReturnType<typeof pageFor>>, planId: string) =>
    page.items.find(({ plan }) => plan.planId === planId);

  it("are priced for everybody, by the ages that were told", async () => {
    const page = await pageFor("");
    expect(page).toMatchObject({ gap: null, employeeCount: 2, memberCount: 3, leftOutCount: 0 });
    const { bronze } = smallPlans;
    const [parent, child, other] = [40, 10, 31].map((age) => smallPrice(bronze, age)) as [number, number, number];
    expect(of(page, bronze.planId)).toMatchObject({
      cost: { premiumCents: parent + child + other, employerShareCents: (parent + other) / 2 },
      ...{ lowestCents: other, averageCents: (parent + child + other) / 2 },
      ...{ paysLeastCents: other / 2, paysMostCents: parent / 2 + child },
    });
    expect(page.items.at(0)?.plan.planId).toBe(bronze.planId);
    expect(of(page, smallPlans.unpricedGold.planId)).toMatchObject({ hasRates: false, cost: null });
    expect(of(page, smallPlans.elsewhereGold.planId)).toBeUndefined();
  });

  it("are filtered by the address, with the numbers that each filter would leave", async () => {
    const page = await pageFor("level=silver&issuer=99101");
    expect(page.items.map(({ plan }) => plan.planId)).toEqual([smallPlans.silver.planId]);
    expect(page.facets.level.map(({ value, count }) => `${value} ${count}`)).toEqual([
      "bronze 2",
      "silver 1",
      "gold 0",
    ]);
    const nothing = await pageFor("level=platinum&issuer=99101");
    expect(nothing.items).toEqual([]);
    expect(nothing.droppable).toEqual([{ filter: "level", count: 3 }]);
    expect((await pageFor("line=dental")).items.map(({ plan }) => plan.line)).toEqual(["dental"]);
  });

  it("leave out who may not be covered, and say how many", async () => {
    const grown = person({ relationship: "child", ageYears: 30 });
    const page = await pageFor("", { census: [[...family, grown]] });
    expect(page).toMatchObject({ employeeCount: 1, memberCount: 2, leftOutCount: 1 });
  });

  it("say why there are none", async () => {
    expect((await pageFor("", { startOn: calendarDate("2028-01-01") })).gap).toBe("no-plans-loaded");
    expect((await pageFor("", { countyFips: "47149" })).gap).toBe("no-rating-area");
  });
});
