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
  /** By person the price of a member is `prices[cells[member]]`; by tier `prices[0]` is that of an employee alone. */
  readonly prices: Float64Array;
  readonly cells: Uint16Array;
  readonly householdCents: Float64Array;
  /** The whole group; `noPrice` when one household has no price. */
  readonly totalCents: number;
};

export function groupPremiums(group: PreparedGroup, plan: PricedPlan): GroupPremiums {
  const table = plan.sheet && priceTableOf({ sheet: plan.sheet, line: group.line, startOn: group.startOn });
  if (!table) return withoutPrices(group);
  return table.kind === "per-age"
    ? pricedByPerson(group, { prices: table.cents, cells: cellsWithCap(group, plan) })
    : pricedByTier(group, table);
}

function withoutPrices(group: PreparedGroup): GroupPremiums {
  const householdCents = new Float64Array(group.householdCount).fill(noPrice);
  const totalCents = group.householdCount === 0 ? 0 : noPrice;
  return { method: "per-member", prices: new Float64Array(0), cells: group.cell, householdCents, totalCents };
}

/** A household is the sum of its members; one member without a price leaves it without one. */
export function pricedByPerson(
  group: PreparedGroup,
  { prices, cells }: Pick<GroupPremiums, "prices" | "cells">,
): GroupPremiums {
  const { firstMember, unborn, householdCount } = group;
  const householdCents = new Float64Array(householdCount);
  let totalCents = 0;
  let missing = false;
  for (let at = 0; at < householdCount; at += 1) {
    let household = 0;
    let known = unborn[at] === 0;
    const end = firstMember[at + 1]!;
    for (let member = firstMember[at]!; member < end; member += 1) {
      const price = prices[cells[member]!]!;
      if (price < 0) known = false;
      household += price;
    }
    householdCents[at] = known ? household : noPrice;
    totalCents += household;
    if (!known) missing = true;
  }
  return { method: "per-member", prices, cells, householdCents, totalCents: missing ? noPrice : totalCents };
}

function pricedByTier(group: PreparedGroup, { cents }: PriceTable): GroupPremiums {
  const { unborn, tierCell, householdCount } = group;
  const householdCents = new Float64Array(householdCount);
  let totalCents = 0;
  let missing = false;
  for (let at = 0; at < householdCount; at += 1) {
    const tier = tierCell[at]!;
    const price = tier < 0 || unborn[at] === 1 ? noPrice : cents[tier]!;
    householdCents[at] = price;
    totalCents += price;
    if (price < 0) missing = true;
  }
  const total = missing ? noPrice : totalCents;
  return { method: "family-tier", prices: cents, cells: group.cell, householdCents, totalCents: total };
}

/** What a member costs; where the price is one amount for the household, the employee carries it. */
export function memberPremium(
  group: PreparedGroup,
  { method, prices, cells, householdCents }: GroupPremiums,
  { at, member }: { at: number; member: number },
): number {
  if (method === "per-member") return prices[cells[member]!]!;
  return group.isSelf[member] === 1 ? householdCents[at]! : 0;
}

/** What covering the employee of a household alone costs. */
export function employeeOnlyPremium(group: PreparedGroup, premiums: GroupPremiums, at: number): number {
  if (premiums.method === "family-tier") return premiums.prices[0]!;
  let own = 0;
  for (let member = group.firstMember[at]!; member < group.firstMember[at + 1]!; member += 1) {
    if (group.isSelf[member] === 1) own += premiums.prices[premiums.cells[member]!]!;
  }
  return own;
}
