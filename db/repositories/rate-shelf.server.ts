import { sql } from "drizzle-orm";
import type { CalendarDate } from "../../app/domain/calendar/calendar-date";
import type { CoverageLine } from "../../app/domain/coverage-line";
import type { Cents } from "../../app/domain/money/cents";
import type { ChildCap, PlanKey } from "../../app/domain/plan-catalog/plan";
import { cardBenefits, type CareCost, type PlanFacts, type ShelfPlan } from "../../app/domain/plan-catalog/shelf-plan";
import { careServices, filedNameOf } from "../../app/domain/plan-catalog/yearly-cost/use-profile";
import { oldestRateAge } from "../../app/domain/plan-catalog/values/cms-age";
import {
  buildFamilyTierRateSheet,
  buildRateSheet,
  type FamilyTierCents,
  type RateBand,
  type RateSheet,
} from "../../app/domain/rating/rate-sheet";
import type { Tx } from "../client.server";
import { KeptAnswers } from "./rate-shelf-memory.server";

export type ShelfKey = {
  readonly catalogVersionId: number;
  readonly ratingArea: number;
  readonly startOn: CalendarDate;
  readonly state: string;
  readonly countyFips: string;
  readonly line: CoverageLine;
};

const shelves = new KeptAnswers<readonly ShelfPlan[]>(64);

/**
 * The plans sold in a county with the prices of one rating area and start date, by insurer and name. A ready catalog
 * version never changes, so a shelf is read with one statement and then kept in this process; the least used goes first.
 */
export function rateShelf(tx: Tx, key: ShelfKey): Promise<readonly ShelfPlan[]> {
  const name = [key.catalogVersionId, key.ratingArea, key.startOn, key.state, key.countyFips, key.line].join("|");
  return shelves.get(name, () => readShelf(tx, key));
}

/** For tests that change a catalog in place. */
export function clearRateShelves(): void {
  shelves.clear();
}

type StoredSheet = {
  readonly effectiveOn: CalendarDate;
  readonly expiresOn: CalendarDate;
  readonly bandStarts: readonly number[] | null;
  readonly centsByAge: readonly (number | null)[] | null;
  readonly tobaccoCentsByAge: readonly (number | null)[] | null;
  readonly tierCents: FamilyTierCents | null;
};

type ShelfRow = Omit<PlanFacts, "visitCost" | "secondCost"> & {
  readonly nationalNetwork: boolean | null;
  readonly coversEntireState: boolean;
  readonly zips: readonly string[] | null;
  readonly sheets: readonly StoredSheet[] | null;
  readonly benefits: Readonly<Record<string, CareCost>> | null;
  readonly caps: { readonly twoParent: ChildCap | null; readonly singleParent: ChildCap | null } | null;
};

async function readShelf(tx: Tx, key: ShelfKey): Promise<readonly ShelfPlan[]> {
  const { visit, second } = cardBenefits[key.line];
  const estimated = key.line === "medical" ? careServices.map((service) => filedNameOf[service]) : [];
  const wanted = sql.join(
    [visit, second, ...estimated].map((name) => sql`b.name like ${`${name}%`}`),
    sql` or `,
  );
  const rows = await tx.execute<ShelfRow>(sql`
    select p.plan_id as "planId", p.variant_id as "variantId", p.issuer_id as "issuerId", p.issuer_name as "issuerName",
      p.name, p.line, p.metal_level as "metalLevel", p.plan_type as "planType", p.child_only as "childOnly", p.offerable,
      p.hsa_eligible as "hsaEligible", p.deductible, p.out_of_pocket_maximum as "outOfPocketMaximum",
      p.summary_of_benefits_url as "summaryOfBenefitsUrl", p.national_network as "nationalNetwork", n.name as "networkName",
      round(p.actuarial_value * 10000)::integer as "actuarialValueBasisPoints",
      a.covers_entire_state as "coversEntireState", c.zips,
      (select json_agg(json_build_object('effectiveOn', r.effective_on, 'expiresOn', r.expires_on,
          'bandStarts', r.band_starts, 'centsByAge', r.cents_by_age, 'tobaccoCentsByAge', r.tobacco_cents_by_age,
          'tierCents', r.tier_cents))
        from rate_sheets r where r.catalog_version_id = p.catalog_version_id and r.plan_id = p.plan_id
          and r.rating_area = ${key.ratingArea} and ${key.startOn}::date between r.effective_on and r.expires_on) as sheets,
      (select json_object_agg(b.name, json_build_object('covered', b.is_covered, 'copay', b.copay_in_network,
          'coinsurance', b.coinsurance_in_network))
        from plan_benefits b where b.catalog_version_id = p.catalog_version_id and b.variant_id = p.variant_id
          and (${wanted})) as benefits,
      (select json_build_object('twoParent', x.max_dependents_two_parent, 'singleParent', x.max_dependents_single_parent)
        from business_rules x where x.catalog_version_id = p.catalog_version_id and x.issuer_id = p.issuer_id
          and (x.plan_id = p.plan_id or x.plan_id is null and (x.product_id is null or x.product_id = left(p.plan_id, 10)))
        order by (x.plan_id is not null) desc, (x.product_id is not null) desc, x.rule_ordinal limit 1) as caps
    from plans p
    join service_areas a on a.catalog_version_id = p.catalog_version_id and a.service_area_key = p.service_area_key
    left join service_area_counties c on c.catalog_version_id = a.catalog_version_id
      and c.service_area_key = a.service_area_key and c.county_fips = ${key.countyFips}
    left join networks n on n.catalog_version_id = p.catalog_version_id and n.issuer_id = p.issuer_id
      and n.network_id = p.network_id
    where p.catalog_version_id = ${key.catalogVersionId} and p.line = ${key.line} and p.state_code = ${key.state}
      and p.offerable and (a.covers_entire_state or c.county_fips is not null)
    order by p.issuer_name, p.name, p.plan_id`);
  return [...rows].map((row) => shelfPlan(row, { key, visit, second }));
}

function shelfPlan(
  { coversEntireState, zips, sheets, benefits, caps, ...facts }: ShelfRow,
  { key, visit, second }: { key: ShelfKey; visit: string; second: string },
): ShelfPlan {
  return {
    ...facts,
    visitCost: benefits?.[visit] ?? null,
    secondCost: benefits?.[second] ?? null,
    careCosts: key.line === "medical" ? (benefits ?? {}) : {},
    childCap: caps ?? { twoParent: null, singleParent: null },
    // Two periods that hold one day contradict each other: then the plan has no price rather than either of them.
    sheet:
      sheets?.length === 1 ? rateSheetFrom(sheets[0]!, { planId: facts.planId, ratingArea: key.ratingArea }) : null,
    zips: coversEntireState ? null : zips,
  };
}

function rateSheetFrom(stored: StoredSheet, at: { planId: PlanKey; ratingArea: number }): RateSheet | null {
  const { effectiveOn, expiresOn, tierCents } = stored;
  const key = { ...at, effectiveOn, expiresOn };
  const built = tierCents ? buildFamilyTierRateSheet(key, tierCents) : buildRateSheet(key, bandsOf(stored));
  return built.ok ? built.value : null;
}

/** The bands as filed, back from the price of each age. Ages without a price make no band. */
function bandsOf({ bandStarts, centsByAge, tobaccoCentsByAge }: StoredSheet): RateBand[] {
  const starts = bandStarts ?? [];
  const prices = centsByAge ?? [];
  return starts.flatMap((fromAge, index) => {
    const last = (starts[index + 1] ?? oldestRateAge + 1) - 1;
    let toAge = fromAge;
    while (toAge < last && prices[toAge + 1] !== null && prices[toAge + 1] !== undefined) toAge += 1;
    const rateCents = prices[fromAge];
    if (rateCents === null || rateCents === undefined) return [];
    const tobacco = tobaccoCentsByAge?.[fromAge] ?? null;
    return [{ fromAge, toAge, rateCents: rateCents as Cents, tobaccoCents: tobacco as Cents | null }];
  });
}
