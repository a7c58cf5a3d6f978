import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { loadReviewPage } from "~/features/employer/offer/review-page.server";
import { latestDetermination } from "~/features/employer/eligibility/eligibility.query.server";
import { loadHome } from "~/features/employer/home/home.query.server";
import { explainedLine, type ExplainedLine } from "~/platform/explanations";
import { parsePosted } from "~/platform/forms/parse-form";
import { locales } from "~/platform/i18n/languages";
import { translator } from "~/platform/i18n/translator.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import { insertOpenOffer, type OpenOffer } from "~db/testing/open-offer";
import { insertSmallCatalog, nashville } from "~db/testing/small-catalog";
import { savedCreditCents } from "./credit-of-answers.server";
import { saveTaxCredit } from "./save-tax-credit.command.server";
import { loadTaxCreditPage } from "./tax-credit-page.server";
import { saveTaxCreditSchema } from "./tax-credit.schema";

const database = useTestDatabase();
const today = calendarDate("2026-11-26");
const userId = "7d9f7f0e-6a52-4a55-9d3a-1f9b8e1f0001";
let group: OpenOffer;

beforeAll(async () => {
  const catalogVersionId = await database.asAdmin(insertSmallCatalog);
  const people = [{ firstName: "Ana", bornOn: calendarDate("1986-06-01") }];
  group = await database.asAdmin((admin) => insertOpenOffer(admin, { people, catalogVersionId }));
});

const who = () => ({ employerId: group.employerId, userId });
const load = () => loadTaxCreditPage({ ...who(), place: nashville, entityKind: "limited-liability-company", today });

const typed = {
  ...{ taxYear: "2026", taxStatus: "taxable", fteMethod: "hours", peopleAtCap: "10", otherPeople: "3" },
  ...{ otherHours: "4,160", wagesCents: "456,000", employerPaidCents: "84000", totalPremiumCents: "$120,000.00" },
  ...{ paysHalfAlike: "yes", averagePremiumCents: "" },
};

async function save(changes: Record<string, string>) {
  const posted = { ...typed, ...changes };
  const input = parsePosted(saveTaxCreditSchema, posted);
  if (!input.ok) return input.problems.map(({ code, field }) => `${field} ${code}`);
  const saved = await saveTaxCredit({ ...who(), actorName: "Olga", state: "TN", input: input.value, typed: posted });
  return saved.ok ? [] : saved.problems.map(({ code, field }) => `${field} ${code}`);
}

describe("the tax credit page", () => {
  it("begins with what the offer costs in the months of its tax year", async () => {
    const { page } = await load();
    const review = await loadReviewPage({
      ...who(),
      place: nashville,
      payFrequency: "biweekly",
      isEligible: true,
      today,
    });
    const cost = review.cost?.employerShareCents ?? 0;
    expect(page).toMatchObject({ version: 0, answer: null, prefilled: { months: 12, year: 2027 } });
    expect(page.values).toMatchObject({ taxYear: "2027", taxStatus: "taxable", paysHalfAlike: "yes" });
    expect(Number(page.values["employerPaidCents"])).toBeCloseTo((cost * 12) / 100, 2);
    expect(review.afterCredit).toBeNull();
  });

  it.each([
    [{ otherHours: "6240.01" }, ["otherHours credit-hours-over-cap"]],
    [{ otherHours: "many" }, ["otherHours hours-not-a-number"]],
    [{ fteMethod: "typed" }, ["fte required"]],
    [{ employerPaidCents: "120000.01" }, ["employerPaidCents credit-pays-more-than-premium"]],
    [{ taxYear: "2040" }, ["taxYear tax-credit-year-not-covered"]],
    [{ version: "3" }, ["undefined stale"]],
  ])("refuses %j and keeps nothing", async (changes, problems) => {
    expect(await save({ version: "0", ...changes })).toEqual(problems);
    expect((await load()).page.version).toBe(0);
  });

  it("answers with the credit and every line of it, in one statement", async () => {
    expect(await save({ version: "0" })).toEqual([]);
    const { result, statements } = await countStatements(load);
    expect(statements).toBe(1);
    const { page, working } = result;
    // The example of 2026: 12 people at $38,000 and $84,000 of premiums.
    expect(page).toMatchObject({ version: 1, prefilled: null, values: { otherHours: "4,160" } });
    expect(page.answer).toMatchObject({ taxYear: 2026, creditCents: 31_596_48, refusals: [], isComplete: false });
    expect(working?.params["creditCents"]).toBe(31_596_48);
    for (const locale of locales) {
      const words = { t: translator(locale, "explain"), locale };
      const texts = working ? textsOf(explainedLine(words, working, {})) : [];
      expect(texts.length).toBeGreaterThan(8);
      expect(texts.filter((text) => /explain-|\{\{|undefined|null|NaN/.test(text))).toEqual([]);
      expect(texts.filter((text) => !/^[\p{Lu}\p{N}$].*\.$/u.test(text))).toEqual([]);
    }
  });

  it("is known on the home page, and the review says what is left to pay", async () => {
    const home = await loadHome(who());
    expect(savedCreditCents(home.taxCredit?.answers, { state: "TN" })).toBe(31_596_48);
    expect(savedCreditCents(undefined, { state: "TN" })).toBeNull();
    const review = await loadReviewPage({
      ...who(),
      place: nashville,
      payFrequency: "biweekly",
      isEligible: true,
      today,
    });
    const yearly = 12 * (review.cost?.employerShareCents ?? 0);
    expect(review.afterCredit?.creditCents).toBeGreaterThan(0);
    expect((review.afterCredit?.costCents ?? 0) + (review.afterCredit?.creditCents ?? 0)).toBe(yearly);
    expect(await latestDetermination(who())).toBeUndefined();
  });

  it("counts a usual week for all weeks of the year", async () => {
    expect(await save({ version: "1", fteMethod: "weekly", otherHours: "80" })).toEqual([]);
    expect((await load()).page.answer?.creditCents).toBe(31_596_48);
  });

  it("says why there is none, and which years are estimates", async () => {
    expect(await save({ version: "2", paysHalfAlike: "no", taxYear: "2028" })).toEqual([]);
    const { answer } = (await load()).page;
    expect(answer).toMatchObject({ creditCents: 0, estimatedFromYear: 2026 });
    expect(answer?.refusals.map(({ code }) => code)).toEqual(["credit-half-not-paid"]);
    expect(answer?.changes.map(({ kind }) => kind)).toContain("half-paid");
  });
});

function textsOf({ text, steps }: ExplainedLine): string[] {
  return [text, ...steps.flatMap(textsOf)];
}
