// Every household of a prepared group priced in one plan, to the cent as the household premium rule prices it: tests hold
// the two against each other. Whole cents a month; `noPrice` for a household that the plan cannot price, never zero.

import type { PlanKey } from "../../plan-catalog/plan";
import type { ChildCapTerms } from "../charged-children.rule";
import type { RateSheet } from "../rate-sheet";
import { cellsWithCap, type PreparedGroup } from "./prepared-group";
import { noPrice, priceTableOf, type PriceTable } from "./price-table";

export type PricedPlan = Pick<ChildCapTerms, "childCap" | "issuerCapsDentalChildren"> & {
  readonly planId: PlanKey;
  /** Null: no prices are loaded. */
  readonly sheet: RateSheet | null;
};

export type GroupPremiums = {
  readonly method: "per-member" | "family-tier";
  /** By member; where the price is one amount for the household, the employee carries it. */
  readonly memberCents: Float64Array;
  /** By household: all of it, and what the employee alone costs. */
  readonly householdCents: Float64Array;
  readonly employeeOnlyCents: Float64Array;
  /** The whole group; `noPrice` when one household has no price. */
  readonly totalCents: number;
};

export function groupPremiums(group: PreparedGroup, plan: PricedPlan): GroupPremiums {
  const table = plan.sheet && priceTableOf({ sheet: plan.sheet, line: group.line, startOn: group.startOn });
  if (!table) return withoutPrices(group);
  return table.kind === "per-age" ? pricedByAge(group, cellsWithCap(group, plan), table) : pricedByTier(group, table);
}

function emptyPremiums({ memberCount, householdCount }: PreparedGroup) {
  return {
    memberCents: new Float64Array(memberCount),
    householdCents: new Float64Array(householdCount),
    employeeOnlyCents: new Float64Array(householdCount),
  };
}

function withoutPrices(group: PreparedGroup): GroupPremiums {
  const none = emptyPremiums(group);
  none.householdCents.fill(noPrice);
  return { method: "per-member", ...none, totalCents: group.householdCount === 0 ? 0 : noPrice };
}

function pricedByAge(group: PreparedGroup, cells: Uint8Array, { cents }: PriceTable): GroupPremiums {
  const priced = emptyPremiums(group);
  const { memberCents, householdCents, employeeOnlyCents } = priced;
  const { firstMember, isSelf, unborn, householdCount } = group;
  let totalCents = 0;
  let missing = false;
  for (let at = 0; at < householdCount; at += 1) {
    let household = 0;
    let own = 0;
    let known = unborn[at] === 0;
    for (let member = firstMember[at]!; member < firstMember[at + 1]!; member += 1) {
      const price = cents[cells[member]!]!;
      if (price < 0) known = false;
      memberCents[member] = price;
      household += price;
      if (isSelf[member] === 1) own += price;
    }
    householdCents[at] = known ? household : noPrice;
    employeeOnlyCents[at] = own;
    totalCents += household;
    if (!known) missing = true;
  }
  return { method: "per-member", ...priced, totalCents: missing ? noPrice : totalCents };
}

function pricedByTier(group: PreparedGroup, { cents }: PriceTable): GroupPremiums {
  const priced = emptyPremiums(group);
  const { firstMember, isSelf, unborn, tierCell, householdCount } = group;
  let totalCents = 0;
  let missing = false;
  for (let at = 0; at < householdCount; at += 1) {
    const tier = tierCell[at]!;
    const price = tier < 0 || unborn[at] === 1 ? noPrice : cents[tier]!;
    priced.householdCents[at] = price;
    priced.employeeOnlyCents[at] = cents[0]!;
    for (let member = firstMember[at]!; member < firstMember[at + 1]!; member += 1) {
      if (isSelf[member] === 1) priced.memberCents[member] = price;
    }
    totalCents += price;
    if (price < 0) missing = true;
  }
  return { method: "family-tier", ...priced, totalCents: missing ? noPrice : totalCents };
}
