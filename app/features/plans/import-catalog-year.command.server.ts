import type { BusinessRuleRow } from "~/domain/plan-catalog/rows/business-rule-row";
import type { NetworkRow } from "~/domain/plan-catalog/rows/network-row";
import type { PlanAttributesRow } from "~/domain/plan-catalog/rows/plan-attributes-row";
import {
  insertCatalogVersion,
  storeBusinessRules,
  storeIssuers,
  storeNetworks,
  storePlans,
  storeServiceAreas,
  type Db,
} from "~db/repositories/plan-catalog/catalog-loading.server";
import type { ImportFindings } from "./import-findings.command.server";
import { RateSheetBuilder } from "./import-rates.command.server";
import { ServiceAreaBuilder } from "./import-service-areas.command.server";

/** Everything of one business year while its files are read. */
export class CatalogYear {
  readonly serviceAreas = new ServiceAreaBuilder();
  readonly networks = new Map<string, NetworkRow>();
  readonly businessRules: BusinessRuleRow[] = [];
  /** By variant id. */
  readonly plans = new Map<string, PlanAttributesRow>();
  readonly planIds = new Set<string>();
  readonly rates = new RateSheetBuilder();
  readonly rateSources = new Set<string>();
  readonly benefitIssuers = new Set<string>();
  readonly counts: Record<string, number> = {};
  catalogVersionId = 0;

  constructor(readonly businessYear: number) {}

  count(what: string, by = 1): void {
    this.counts[what] = (this.counts[what] ?? 0) + by;
  }

  get states(): string[] {
    return [...new Set([...this.plans.values()].map((plan) => plan.stateCode))].sort();
  }

  /** Writes what the plan, area, network and rule files said. Issuers that filed no name go by their id. */
  async storePlanFiles(tx: Db, filing: { source: string; checksum: string }): Promise<void> {
    const { businessYear, states } = this;
    this.catalogVersionId = await insertCatalogVersion(tx, { businessYear, states, ...filing });
    const version = this.catalogVersionId;
    const areas = this.serviceAreas.stored;
    this.count("serviceAreas", areas.length);
    this.count("serviceAreaCounties", await storeServiceAreas(tx, version, areas));
    this.count("networks", await storeNetworks(tx, version, [...this.networks.values()]));
    this.count("businessRules", await storeBusinessRules(tx, version, this.businessRules));
    const names = this.issuerNames();
    const issuers = [...names].map(([key, name]) => ({ issuerId: key.slice(0, 5), stateCode: key.slice(5), name }));
    this.count("issuers", await storeIssuers(tx, version, issuers));
    const plans = [...this.plans.values()].map((plan) => ({
      ...plan,
      issuerName: names.get(plan.issuerId + plan.stateCode)!,
      serviceAreaKey: this.serviceAreas.keyOf(plan),
    }));
    this.count("plans", await storePlans(tx, version, plans));
    this.count("offerablePlans", plans.filter((plan) => plan.offerable).length);
  }

  private issuerNames(): Map<string, string> {
    const names = new Map<string, string>();
    for (const { issuerId, stateCode, issuerName } of this.plans.values()) {
      const key = issuerId + stateCode;
      const known = names.get(key);
      if (known === undefined || known === issuerId) names.set(key, issuerName || issuerId);
    }
    return names;
  }

  /** What only shows once every file was read: filings that do not fit together. */
  compareFiles(findings: ImportFindings, kinds: ReadonlySet<string>): void {
    const warn = (code: string, params: Record<string, string>) =>
      findings.warnOfFolder(this.businessYear, code, params);
    const offerable = [...this.plans.values()].filter((plan) => plan.offerable);
    const issuers = [...new Set(offerable.map((plan) => plan.issuerId))].sort();
    if (!kinds.has("service-area")) warn("catalog-service-areas-missing", {});
    else {
      const homeless = offerable.filter((plan) => this.serviceAreas.keyOf(plan) === null);
      for (const { variantId } of homeless) warn("catalog-plan-without-service-area", { planId: variantId });
    }
    for (const { issuerId, serviceAreaId } of this.serviceAreas.contradictions) {
      warn("catalog-service-area-contradiction", { issuerId, serviceAreaId });
    }
    if (!kinds.has("benefits")) warn("catalog-benefits-missing", {});
    else {
      const silent = issuers.filter((issuerId) => !this.benefitIssuers.has(issuerId));
      for (const issuerId of silent) warn("catalog-issuer-without-benefits", { issuerId });
    }
    if (kinds.has("rate")) this.compareRates(warn, offerable);
    else warn("catalog-rates-missing", {});
  }

  private compareRates(
    warn: (code: string, params: Record<string, string>) => void,
    offerable: readonly PlanAttributesRow[],
  ): void {
    const rated = this.rates.planIds;
    const ratedIssuers = new Set([...rated].map((planId) => planId.slice(0, 5)));
    const unratedIssuers = new Set(offerable.map((plan) => plan.issuerId).filter((id) => !ratedIssuers.has(id)));
    for (const issuerId of unratedIssuers) warn("catalog-issuer-without-rates", { issuerId });
    const unrated = offerable.filter((plan) => !rated.has(plan.planId));
    for (const { variantId } of unrated) warn("catalog-plan-without-rates", { planId: variantId });
    const sources = new Set(offerable.map((plan) => plan.sourceName).filter((source) => source !== ""));
    for (const source of sources) if (!this.rateSources.has(source)) warn("catalog-source-without-rates", { source });
  }
}
