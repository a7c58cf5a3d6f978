import type { TFunction } from "i18next";
import type { CoverageLine } from "../../domain/coverage-line";
import { parseDollars, type Cents } from "../../domain/money/cents";
import type { HouseholdLimit, MetalLevel, PlanLimit, StatedCents } from "../../domain/plan-catalog/plan";
import type { CareCost, PlanFacts } from "../../domain/plan-catalog/shelf-plan";
import { readCostShare, type CostShare } from "../../domain/plan-catalog/values/cost-share";
import type { Locale } from "../../platform/i18n/languages";
import { formatCents, formatNumber, formatWholeDollars } from "../format/money";
import type { BadgeLevel } from "./metal-badge";
import type { PlanFact } from "./plan-card";

// The words for a plan's facts, the same on every screen. Pages that use them load the `plans` catalog.
export type Words = { readonly t: TFunction; readonly locale: Locale };

export function badgeLevelOf(metalLevel: MetalLevel): BadgeLevel {
  if (metalLevel === "expanded-bronze") return "bronze";
  return metalLevel === "high" || metalLevel === "low" ? `dental-${metalLevel}` : metalLevel;
}

/** `$1,500.00`, "Does not apply" or "Not stated": never blank. */
export function statedAmount({ t, locale }: Words, amount: StatedCents): string {
  if (typeof amount === "number") return formatCents(locale, amount);
  return t(amount === "unknown" ? "plans:cost.notStated" : "plans:cost.notApplicable");
}

/** A deductible or maximum for one person, or for a family, with the drugs' own where they are apart. */
export function limitText(words: Words, limit: PlanLimit, size: keyof HouseholdLimit): string {
  const main = statedAmount(words, limit.main[size]);
  if (limit.drug === "included" || limit.drug[size] === "unknown") return main;
  return words.t("plans:cost.withDrugs", { main, drugs: statedAmount(words, limit.drug[size]) });
}

/** What one kind of care costs: copay, coinsurance or both. Cells in words of their own are shown as filed. */
export function careCostText(words: Words, cost: CareCost | null | undefined): string {
  const { t } = words;
  if (!cost) return t("plans:cost.notStated");
  if (cost.covered === false) return t("plans:cost.notCovered");
  const cells = [cost.copay, cost.coinsurance].map((cell) => ({ cell: cell ?? "", share: readCostShare(cell ?? "") }));
  const said = cells.filter(({ share }) => share.kind !== "unknown" && share.kind !== "not-applicable");
  const charged = said.filter(({ share }) => share.kind !== "no-charge");
  const parts = (charged.length > 0 ? charged : said.slice(0, 1)).map(({ cell, share }) =>
    shareText(words, share, cell),
  );
  if (parts.length === 0)
    return t(
      cells.some(({ share }) => share.kind === "not-applicable") ? "plans:cost.notApplicable" : "plans:cost.notStated",
    );
  return parts.length === 1 ? parts[0]! : t("plans:cost.both", { first: parts[0], second: parts[1] });
}

function shareText(words: Words, share: CostShare, cell: string): string {
  const { t, locale } = words;
  switch (share.kind) {
    case "no-charge":
      return withDeductible(t, t("plans:cost.noCharge"), share.deductible);
    case "copay": {
      const amount = parseDollars(share.dollars);
      const dollars = amount === undefined ? `$${share.dollars}` : formatCents(locale, amount);
      const said = share.per ? t(`plans:cost.per-${share.per}`, { amount: dollars }) : dollars;
      return withDeductible(t, said, share.deductible);
    }
    case "coinsurance":
      return withDeductible(
        t,
        t("plans:cost.coinsurance", { percent: formatNumber(locale, Number(share.percent)) }),
        share.deductible,
      );
    default:
      return cell;
  }
}

function withDeductible(t: TFunction, cost: string, deductible: "before" | "after" | null): string {
  return deductible ? t(`plans:cost.${deductible}-deductible`, { cost }) : cost;
}

/**
 * The same facts in the same order on every card; insurer, name and price stand above them. `yearCents`: the estimated
 * year, null where there is none; pages that give it load the `plan-cost` catalog. Dental is not estimated.
 */
export function cardFacts(words: Words, plan: PlanFacts, yearCents?: Cents | null): PlanFact[] {
  const { t } = words;
  const year = yearCents === undefined || plan.line === "dental" ? [] : [yearFact(words, yearCents)];
  const label = (fact: string, line: CoverageLine = plan.line) => t(`plans:fact.${line}.${fact}`);
  return [
    ...year,
    { key: "deductible", label: label("deductible"), value: limitText(words, plan.deductible, "individual") },
    { key: "maximum", label: label("maximum"), value: limitText(words, plan.outOfPocketMaximum, "individual") },
    { key: "visit", label: label("visit"), value: careCostText(words, plan.visitCost) },
    { key: "second", label: label("second"), value: careCostText(words, plan.secondCost) },
    { key: "network", label: label("network"), value: networkText(words, plan) },
  ];
}

function yearFact({ t, locale }: Words, yearCents: Cents | null): PlanFact {
  const value = yearCents === null ? t("plan-cost:cannot") : formatWholeDollars(locale, yearCents);
  return { key: "year", label: t("plan-cost:card"), value };
}

/** `PPO, River Network`. */
export function networkText({ t }: Words, plan: Pick<PlanFacts, "planType" | "networkName">): string {
  const type = t(`plans:type.${plan.planType}`);
  return plan.networkName ? `${type}, ${plan.networkName}` : type;
}

export function yesNoText({ t }: Words, value: boolean | null): string {
  return t(value === null ? "plans:cost.notStated" : value ? "plans:yes" : "plans:no");
}
