import { and, eq, inArray, ne } from "drizzle-orm";
import type { CoverageElsewhere } from "../../app/domain/enrollment/pre-send/pre-send-finding";
import { cents } from "../../app/domain/money/cents";
import { planKey } from "../../app/domain/plan-catalog/plan";
import type { RateBand, RateSheet } from "../../app/domain/rating/rate-sheet";
import type { Tx } from "../client.server";
import { businessRules, rateSheets, serviceAreaCounties, serviceAreas } from "../schema/catalog";
import { policies } from "../schema/enrollment";
import { electionMembers } from "../schema/plan-year";

export type ServiceArea = {
  readonly serviceAreaKey: number;
  readonly coversEntireState: boolean;
  readonly countyFips: string | null;
  /** Null: the whole county. */
  readonly zips: readonly string[] | null;
};

/** One row for each county of the areas, and one without a county for an area that has none listed. */
export async function listServiceAreas(
  tx: Tx,
  { catalogVersionId, keys }: { catalogVersionId: number; keys: readonly number[] },
): Promise<ServiceArea[]> {
  if (keys.length === 0) return [];
  return tx
    .select({
      serviceAreaKey: serviceAreas.serviceAreaKey,
      coversEntireState: serviceAreas.coversEntireState,
      countyFips: serviceAreaCounties.countyFips,
      zips: serviceAreaCounties.zips,
    })
    .from(serviceAreas)
    .leftJoin(
      serviceAreaCounties,
      and(
        eq(serviceAreaCounties.catalogVersionId, serviceAreas.catalogVersionId),
        eq(serviceAreaCounties.serviceAreaKey, serviceAreas.serviceAreaKey),
      ),
    )
    .where(and(eq(serviceAreas.catalogVersionId, catalogVersionId), inArray(serviceAreas.serviceAreaKey, [...keys])));
}

export type FiledRateRule = Pick<
  typeof businessRules.$inferSelect,
  "issuerId" | "productId" | "planId" | "maxDependentsTwoParent" | "maxDependentsSingleParent"
>;

export async function listRateRules(
  tx: Tx,
  { catalogVersionId, issuerIds }: { catalogVersionId: number; issuerIds: readonly string[] },
): Promise<FiledRateRule[]> {
  if (issuerIds.length === 0) return [];
  return tx
    .select({
      issuerId: businessRules.issuerId,
      productId: businessRules.productId,
      planId: businessRules.planId,
      maxDependentsTwoParent: businessRules.maxDependentsTwoParent,
      maxDependentsSingleParent: businessRules.maxDependentsSingleParent,
    })
    .from(businessRules)
    .where(and(eq(businessRules.catalogVersionId, catalogVersionId), inArray(businessRules.issuerId, [...issuerIds])));
}

/** The filed prices of these plans in one rating area, every period. */
export async function listRateSheets(
  tx: Tx,
  {
    catalogVersionId,
    planIds,
    ratingArea,
  }: { catalogVersionId: number; planIds: readonly string[]; ratingArea: number },
): Promise<RateSheet[]> {
  if (planIds.length === 0) return [];
  const rows = await tx
    .select()
    .from(rateSheets)
    .where(
      and(
        eq(rateSheets.catalogVersionId, catalogVersionId),
        eq(rateSheets.ratingArea, ratingArea),
        inArray(rateSheets.planId, [...planIds]),
      ),
    );
  return rows.map(toRateSheet);
}

function toRateSheet(row: typeof rateSheets.$inferSelect): RateSheet {
  const { ratingArea, effectiveOn, expiresOn, tierCents, centsByAge, tobaccoCentsByAge } = row;
  const key = { planId: planKey(row.planId), ratingArea, effectiveOn, expiresOn };
  if (tierCents) return { ...key, kind: "family-tier", tobaccoRated: false, tiers: tierCents };
  const bands = (centsByAge ?? []).flatMap((price: number | null, age): RateBand[] => {
    if (price === null) return [];
    const tobacco: number | null = tobaccoCentsByAge?.[age] ?? null;
    return [
      { fromAge: age, toAge: age, rateCents: cents(price), tobaccoCents: tobacco === null ? null : cents(tobacco) },
    ];
  });
  return { ...key, kind: "per-age", tobaccoRated: tobaccoCentsByAge !== null, bands };
}

/** What these people are covered by already, through this business, outside the given benefit application. */
export async function listCoverageElsewhere(
  tx: Tx,
  employerId: string,
  { applicationId, memberIds }: { applicationId: string; memberIds: readonly string[] },
): Promise<CoverageElsewhere[]> {
  if (memberIds.length === 0) return [];
  return tx
    .select({
      memberId: electionMembers.memberId,
      line: policies.line,
      startOn: policies.startOn,
      endOn: policies.endOn,
    })
    .from(policies)
    .innerJoin(
      electionMembers,
      and(eq(electionMembers.employerId, policies.employerId), eq(electionMembers.electionId, policies.electionId)),
    )
    .where(
      and(
        eq(policies.employerId, employerId),
        ne(policies.applicationId, applicationId),
        inArray(electionMembers.memberId, [...memberIds]),
      ),
    );
}
