// One price, whoever asks: a thousand groups by `shop quote`, by the screens, by what goes into the enrollment file, and
// by the group pricer, from one catalog in a real database.

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { groupOfferQuote, type GroupOfferQuote } from "~/domain/contribution/group-shares/group-offer-quote";
import { employeeCostBands, priceRosterAgainstPlans, type PlanQuote } from "~/domain/contribution/roster-quote";
import { sharesOf } from "~/domain/contribution/schemes/contribution-bucket";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { basisPoints } from "~/domain/money/cents";
import { planKey } from "~/domain/plan-catalog/plan";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import { initialEnrollment, type EnrollmentSource } from "~/features/enrollment/initial-enrollments.server";
import type { RatedMember } from "~/domain/rating/rated-household";
import { anyGroup } from "~/platform/testing/any-household";
import { useTestDatabase } from "~/platform/testing/test-database";
import { withDoor } from "~db/client.server";
import { rateShelf } from "~db/repositories/rate-shelf.server";
import type { ElectionRecord } from "~db/repositories/submission.server";
import { insertSmallCatalog, nashville, smallPlans } from "~db/testing/small-catalog";
import { quoteGroup } from "./quote-group.query.server";
import { quoteRequestSchema, type QuoteAnswer } from "./quote-group.rule.schema";

const database = useTestDatabase();
const startOn = calendarDate("2027-01-01");
const { state, zip, countyFips } = nashville;
const referencePlanId = planKey(smallPlans.silver.planId);
const percentages = { employeeBasisPoints: basisPoints(6_250), dependentsBasisPoints: basisPoints(3_333) };
const shares = sharesOf(percentages);
const scheme = { method: "reference-plan-percent", shares: { "full-time": shares, "part-time": shares } } as const;
const terms = { referencePlanId, scheme, averages: "of-these-households" } as const;
const patience = { timeout: 300_000 };

type Household = {
  readonly employeeId: string;
  readonly employment: "full-time";
  readonly members: readonly RatedMember[];
};

const groups: readonly (readonly Household[])[] = fc
  .sample(anyGroup, { numRuns: 1_000, seed: 20_270_101 })
  .map((group, at) =>
    group.map((members, index) => ({ employeeId: `${at}-${index}`, employment: "full-time" as const, members })),
  );

let plans: readonly ShelfPlan[];
/** In the order of the groups. */
let onScreens: readonly (readonly PlanQuote[])[];
beforeAll(async () => {
  const catalogVersionId = await database.asAdmin(insertSmallCatalog);
  await database.asAdmin(
    (admin) => admin`insert into zip_counties (geo_version_id, zip, county_fips, year_from, year_to)
      select geo_version_id, ${zip}, county_fips, year_from, year_to from county_rating_areas`,
  );
  const key = { catalogVersionId, ratingArea: 4, startOn, state, countyFips, line: "medical" } as const;
  plans = await withDoor({ kind: "public" }, (tx) => rateShelf(tx, key));
  onScreens = groups.map((households) => priceRosterAgainstPlans({ ...market(), households, terms }));
}, patience.timeout);

function market() {
  const profile = profileFor({ state, on: startOn });
  if (!profile.ok) throw new Error("Tennessee has a profile");
  return { plans, line: "medical", startOn, profile: profile.value } as const;
}

function fastQuote(households: readonly Household[]): GroupOfferQuote {
  return groupOfferQuote({ ...market(), households, referencePlanId, scheme });
}

describe("a thousand groups", () => {
  it("cost on the screens what the group pricer says, and each employee as much", patience, () => {
    onScreens.forEach((quotes, at) => {
      const fast = fastQuote(groups[at]!);
      expect(fast.plans).toEqual(quotes.map(({ planId, premiumCents, cost }) => ({ planId, premiumCents, cost })));
      expect(fast.bands).toEqual(employeeCostBands({ quotes, referencePlanId }));
    });
  });

  it("cost by `shop quote` what the group pricer says", patience, async () => {
    for (let first = 0; first < groups.length; first += 50) {
      const together = groups.slice(first, first + 50);
      const answer = await shopQuote(together.flat());
      for (const group of together) {
        const fast = new Map<string, GroupOfferQuote["plans"][number]>(
          fastQuote(group).plans.map((plan) => [plan.planId, plan]),
        );
        const ids = new Set(group.map(({ employeeId }) => employeeId));
        for (const { planId, households } of answer.plans) {
          const own = households.filter(({ id }) => ids.has(id));
          const sumOf = (amounts: readonly (number | null)[]) =>
            amounts.reduce((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0);
          expect(sumOf(own.map((household) => household.premiumCents))).toBe(fast.get(planId)?.premiumCents);
          expect(sumOf(own.map((household) => household.employerShareCents))).toBe(
            fast.get(planId)?.cost?.employerShareCents ?? null,
          );
        }
      }
    }
  });

  async function shopQuote(households: readonly Household[]): Promise<QuoteAnswer> {
    const request = quoteRequestSchema.parse({
      employer: { state, zip },
      startOn,
      offer: { referencePlan: referencePlanId, ...percentages },
      households: households.map(({ employeeId: id, members }) => ({
        id,
        members: members.map(({ memberId, relationship, bornOn, usesTobacco }) => ({
          ...{ id: memberId, relationship, bornOn, usesTobacco },
        })),
      })),
    });
    const answer = await quoteGroup(request);
    if (!answer.ok) throw new Error(answer.problems.map(({ code }) => code).join());
    return answer.value;
  }

  it("are told to insurers at the amounts that the group pricer says", patience, () => {
    onScreens.forEach((quotes, at) => {
      const fast = fastQuote(groups[at]!).plans.find(({ planId }) => planId === smallPlans.otherSilver.planId);
      const chosen = quotes.find(({ planId }) => planId === smallPlans.otherSilver.planId);
      const events = (chosen?.households ?? []).map(enrolled);
      const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
      expect(sumOf(events.map((event) => event.totalPremiumCents))).toBe(fast?.premiumCents);
      expect(sumOf(events.map((event) => event.employerShareCents))).toBe(fast?.cost?.employerShareCents);
      expect(sumOf(events.map((event) => event.employeeShareCents))).toBe(fast?.cost?.employeesShareCents);
      const persons = events.flatMap(({ members }) => members.map((member) => member.premiumCents));
      expect(sumOf(persons)).toBe(fast?.premiumCents);
    });
  });

  /** A family's choice signed at the price shown, as it becomes an event for the insurer. */
  function enrolled(quote: PlanQuote["households"][number]) {
    if (!quote.quoted || !quote.contribution) throw new Error("every family has a price");
    const { employeeId, premium, contribution } = quote;
    const known = { firstName: "Kim", lastName: "Worker", bornOn: startOn, sex: "U" };
    const planId = smallPlans.otherSilver.planId;
    const election = {
      ...{ employeeId, planId, line: "medical", coverageStartsOn: startOn },
      totalPremiumMonthlyCents: premium.totalCents,
      employerShareMonthlyCents: contribution.employerShareCents,
      members: premium.members.map(({ memberId, relationship, premiumCents }) => ({
        ...{ memberId, relationship, premiumMonthlyCents: premiumCents },
      })),
    } as unknown as ElectionRecord;
    const source = {
      application: { startOn, endOn: calendarDate("2027-12-31"), ratingArea: "4" },
      material: {
        employer: { employerId: "employer", state },
        employees: [{ ...known, employeeId, hiredOn: startOn }],
        dependents: premium.members.map(({ memberId }) => ({ ...known, dependentId: memberId })),
      },
      plans: [{ planId, issuerId: planId.slice(0, 5) }],
    } as unknown as EnrollmentSource;
    return initialEnrollment(source, election, { eventId: employeeId, policyId: employeeId });
  }
});
