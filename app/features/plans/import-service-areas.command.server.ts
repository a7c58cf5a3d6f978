import type { PlanAttributesRow } from "~/domain/plan-catalog/rows/plan-attributes-row";
import type { ServiceAreaRow } from "~/domain/plan-catalog/rows/service-area-row";
import type { StoredServiceArea } from "~db/repositories/plan-catalog/catalog-loading.server";

type Growing = Omit<StoredServiceArea, "coversEntireState" | "counties"> & {
  coversEntireState: boolean;
  readonly counties: Map<string, readonly string[] | null>;
};

/** Puts the lines of one year's service areas together; an area is known by issuer, id, market and line. */
export class ServiceAreaBuilder {
  private readonly areas = new Map<string, Growing>();

  add(row: ServiceAreaRow): void {
    const key = areaKey(row.issuerId, row.serviceAreaId, row.market, row.line);
    const { issuerId, serviceAreaId, state, name, market, line } = row;
    const area = this.areas.get(key) ?? {
      ...{ serviceAreaKey: this.areas.size + 1, issuerId, serviceAreaId, state, name, market, line },
      ...{ coversEntireState: false, counties: new Map<string, readonly string[] | null>() },
    };
    this.areas.set(key, area);
    if (row.cover.kind === "state") area.coversEntireState = true;
    else addCounty(area.counties, row.cover);
  }

  /** The plan's area: one for its market and line before one that serves any. */
  keyOf(plan: PlanAttributesRow): number | null {
    if (plan.serviceAreaId === null) return null;
    const candidates = [plan.market, null].flatMap((market) =>
      [plan.line, null].map((line) => areaKey(plan.issuerId, plan.serviceAreaId!, market, line)),
    );
    const found = candidates.find((key) => this.areas.has(key));
    return found === undefined ? null : this.areas.get(found)!.serviceAreaKey;
  }

  /** Filed both as the whole state and by county. The whole state then holds, and somebody should ask the issuer. */
  get contradictions(): readonly StoredServiceArea[] {
    return this.stored.filter((area) => area.coversEntireState && area.counties.size > 0);
  }

  get stored(): readonly StoredServiceArea[] {
    return [...this.areas.values()];
  }
}

function areaKey(issuerId: string, serviceAreaId: string, market: string | null, line: string | null): string {
  return [issuerId, serviceAreaId, market ?? "", line ?? ""].join("|");
}

function addCounty(
  counties: Map<string, readonly string[] | null>,
  cover: Exclude<ServiceAreaRow["cover"], { kind: "state" }>,
): void {
  const known = counties.get(cover.countyFips);
  if (cover.kind === "county" || known === null) counties.set(cover.countyFips, null);
  else counties.set(cover.countyFips, [...new Set([...(known ?? []), ...cover.zips])]);
}
