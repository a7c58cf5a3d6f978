import {
  and,
  arrayContains,
  asc,
  desc,
  eq,
  exists,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  lte,
  or,
  sql,
} from "drizzle-orm";
import type { CalendarDate } from "../../../app/domain/calendar/calendar-date";
import type { CoverageLine } from "../../../app/domain/coverage-line";
import { basisPoints, cents, type BasisPoints } from "../../../app/domain/money/cents";
import { stateOfCounty } from "../../../app/domain/plan-catalog/geography/us-state";
import {
  planKey,
  type CataloguePlan,
  type ChildCap,
  type PlanKey,
  type PlanVariantKey,
} from "../../../app/domain/plan-catalog/plan";
import { businessRuleFor } from "../../../app/domain/plan-catalog/rows/business-rule-row";
import { oldestRateAge } from "../../../app/domain/plan-catalog/values/cms-age";
import { failed, type Outcome, type Problem } from "../../../app/domain/problem";
import {
  buildFamilyTierRateSheet,
  buildRateSheet,
  type RateBand,
  type RateSheet,
} from "../../../app/domain/rating/rate-sheet";
import type { Tx } from "../../client.server";
import {
  businessRules,
  catalogVersions,
  networks,
  plans,
  rateSheets,
  serviceAreaCounties,
  serviceAreas,
} from "../../schema/catalog";

type Reader = Pick<Tx, "select">;

export type CatalogVersion = {
  readonly catalogVersionId: number;
  readonly businessYear: number;
  readonly states: readonly string[];
  readonly source: string;
  readonly rowCounts: Readonly<Record<string, number>>;
  readonly importedAt: Date;
};

const versionColumns = {
  catalogVersionId: catalogVersions.catalogVersionId,
  businessYear: catalogVersions.businessYear,
  states: catalogVersions.states,
  source: catalogVersions.source,
  rowCounts: catalogVersions.rowCounts,
  importedAt: catalogVersions.importedAt,
};

/** The newest import that holds plans of the state in the business year; undefined when there is none. */
export async function latestCatalogVersion(
  tx: Reader,
  { year, state }: { year: number; state: string },
): Promise<CatalogVersion | undefined> {
  const [version] = await tx
    .select(versionColumns)
    .from(catalogVersions)
    .where(
      and(
        eq(catalogVersions.businessYear, year),
        eq(catalogVersions.status, "ready"),
        arrayContains(catalogVersions.states, [state]),
      ),
    )
    .orderBy(desc(catalogVersions.catalogVersionId))
    .limit(1);
  return version;
}

/** `quotable` is false where no rate was filed that holds on the day: the plan is shown, without a price. */
export type OfferablePlan = CataloguePlan & { readonly quotable: boolean };

/**
 * Plans an employer at the place may offer, by service area: whole state, county, or the listed ZIPs of a county.
 * `line` undefined: both lines. Sorted by issuer and name.
 */
export async function listOfferablePlans(
  tx: Reader,
  place: {
    catalogVersionId: number;
    countyFips: string;
    zip: string;
    startOn: CalendarDate;
    line?: CoverageLine | undefined;
  },
): Promise<OfferablePlan[]> {
  const { catalogVersionId, countyFips, zip, startOn, line } = place;
  const covers = or(
    and(serviceAreas.coversEntireState, eq(serviceAreas.stateCode, stateOfCounty(countyFips) ?? "")),
    exists(
      tx
        .select({ one: sql`1` })
        .from(serviceAreaCounties)
        .where(
          and(
            eq(serviceAreaCounties.catalogVersionId, serviceAreas.catalogVersionId),
            eq(serviceAreaCounties.serviceAreaKey, serviceAreas.serviceAreaKey),
            eq(serviceAreaCounties.countyFips, countyFips),
            sql`(${serviceAreaCounties.zips} is null or ${zip} = any (${serviceAreaCounties.zips}))`,
          ),
        ),
    ),
  );
  const served = tx
    .select({ key: serviceAreas.serviceAreaKey })
    .from(serviceAreas)
    .where(and(eq(serviceAreas.catalogVersionId, catalogVersionId), covers));
  const rows = await planRows(tx, startOn)
    .where(
      and(
        eq(plans.catalogVersionId, catalogVersionId),
        eq(plans.offerable, true),
        isNotNull(plans.serviceAreaKey),
        inArray(plans.serviceAreaKey, served),
        line ? eq(plans.line, line) : undefined,
      ),
    )
    .orderBy(asc(plans.issuerName), asc(plans.name), asc(plans.variantId));
  return planValues(tx, catalogVersionId, rows);
}

const {
  market: _market,
  details: _details,
  serviceAreaKey: _serviceAreaKey,
  enrollmentPaymentUrl: _enrollmentPaymentUrl,
  ...planColumns
} = getTableColumns(plans);

function planRows(tx: Reader, startOn: CalendarDate) {
  const rated = tx
    .select({ one: sql`1` })
    .from(rateSheets)
    .where(
      and(
        eq(rateSheets.catalogVersionId, plans.catalogVersionId),
        eq(rateSheets.planId, plans.planId),
        lte(rateSheets.effectiveOn, startOn),
        gte(rateSheets.expiresOn, startOn),
      ),
    );
  return tx
    .select({
      ...planColumns,
      businessYear: catalogVersions.businessYear,
      networkName: networks.name,
      quotable: sql<boolean>`${exists(rated)}`,
    })
    .from(plans)
    .innerJoin(catalogVersions, eq(catalogVersions.catalogVersionId, plans.catalogVersionId))
    .leftJoin(
      networks,
      and(
        eq(networks.catalogVersionId, plans.catalogVersionId),
        eq(networks.issuerId, plans.issuerId),
        eq(networks.networkId, plans.networkId),
      ),
    )
    .$dynamic();
}

type PlanRow = Pick<typeof plans.$inferSelect, keyof typeof planColumns> & {
  businessYear: number;
  networkName: string | null;
  quotable: boolean;
};

async function planValues(tx: Reader, catalogVersionId: number, rows: readonly PlanRow[]): Promise<OfferablePlan[]> {
  const issuerIds = [...new Set(rows.map((row) => row.issuerId))];
  if (issuerIds.length === 0) return [];
  const rules = await tx
    .select()
    .from(businessRules)
    .where(and(eq(businessRules.catalogVersionId, catalogVersionId), inArray(businessRules.issuerId, issuerIds)));
  return rows.map((row) => {
    const rule = businessRuleFor(rules, row.planId);
    const { actuarialValue, ...plan } = row;
    return {
      ...plan,
      planId: planKey(row.planId),
      variantId: row.variantId as PlanVariantKey,
      childCap: { twoParent: cap(rule?.maxDependentsTwoParent), singleParent: cap(rule?.maxDependentsSingleParent) },
      dependentMaximumAge: rule?.dependentMaximumAge ?? null,
      actuarialValueBasisPoints: shareBasisPoints(actuarialValue),
    };
  });
}

function cap(filed: number | null | undefined): ChildCap | null {
  return filed === 1 || filed === 2 || filed === 3 ? filed : null;
}

function shareBasisPoints(share: string | null): BasisPoints | null {
  return share === null ? null : basisPoints(Math.round(Number(share) * 10_000));
}

export type RateSheetsFound = {
  readonly sheets: readonly RateSheet[];
  /** One for each sheet that cannot be priced from, such as a table with an age left out. */
  readonly problems: readonly Problem[];
};

/** Every plan's prices in the area for a plan year that begins on the day; `planIds` narrows. */
export async function findRateSheets(
  tx: Reader,
  wanted: {
    catalogVersionId: number;
    ratingArea: number;
    startOn: CalendarDate;
    planIds?: readonly string[] | undefined;
  },
): Promise<RateSheetsFound> {
  const { catalogVersionId, ratingArea, startOn, planIds } = wanted;
  const rows = await tx
    .select()
    .from(rateSheets)
    .where(
      and(
        eq(rateSheets.catalogVersionId, catalogVersionId),
        eq(rateSheets.ratingArea, ratingArea),
        lte(rateSheets.effectiveOn, startOn),
        gte(rateSheets.expiresOn, startOn),
        planIds ? inArray(rateSheets.planId, [...planIds]) : undefined,
      ),
    )
    .orderBy(asc(rateSheets.planId), asc(rateSheets.effectiveOn));
  const outcomes = rows.map(rateSheetOf);
  return {
    sheets: outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
    problems: outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.problems)),
  };
}

function rateSheetOf(row: typeof rateSheets.$inferSelect): Outcome<RateSheet> {
  const { ratingArea, effectiveOn, expiresOn } = row;
  const planId: PlanKey = planKey(row.planId);
  const key = { planId, ratingArea, effectiveOn, expiresOn };
  if (row.tierCents) return buildFamilyTierRateSheet(key, row.tierCents);
  if (!row.centsByAge || !row.bandStarts) return failed({ code: "rate-sheet-empty", params: { planId } });
  return buildRateSheet(key, bandsOf({ ...row, centsByAge: row.centsByAge, bandStarts: row.bandStarts }));
}

/** A band runs to the age before the next one, or to where prices stop. */
function bandsOf(row: {
  bandStarts: readonly number[];
  centsByAge: readonly number[];
  tobaccoCentsByAge: readonly number[] | null;
}): RateBand[] {
  return row.bandStarts.flatMap((fromAge, index) => {
    const price = row.centsByAge[fromAge];
    if (!price) return [];
    const before = (row.bandStarts[index + 1] ?? oldestRateAge + 1) - 1;
    let toAge = fromAge;
    while (toAge < before && row.centsByAge[toAge + 1]) toAge += 1;
    const tobacco = row.tobaccoCentsByAge?.[fromAge];
    return [{ fromAge, toAge, rateCents: cents(price), tobaccoCents: tobacco ? cents(tobacco) : null }];
  });
}
