// A prepared group at averages of one plan, tobacco left out, as the composite averages rule has it: what a contribution
// may rest on. The averages are of the households that the plan can price, unless they were fixed before; where the group
// had nobody of an age, a person counts at their own price. Whole cents a month.

import { cents, type Cents } from "../../money/cents";
import { adultAverageAge, averagePremiumCents } from "../composite/composite-averages.rule";
import { groupPremiums, pricedByPerson, type GroupPremiums, type PricedPlan } from "./group-premiums";
import { cellsWithCap, type PreparedGroup } from "./prepared-group";
import { priceTableOf, unchargedCell } from "./price-table";

/** Null: the group had nobody of that age. */
export type FixedAverages = { readonly adultCents: Cents | null; readonly childCents: Cents | null };

/** Null where the plan has no price by person. */
export function compositePremiums(
  group: PreparedGroup,
  plan: PricedPlan,
  fixed?: FixedAverages | undefined,
): GroupPremiums | null {
  const table = plan.sheet && priceTableOf({ sheet: plan.sheet, line: group.line, startOn: group.startOn });
  if (!table || table.kind !== "per-age") return null;
  const priced = groupPremiums(group, plan);
  const cells = cellsWithCap(group, plan);
  const plainCents = Float64Array.from(group.plainCell, (cell, at) =>
    cells[at] === unchargedCell ? 0 : table.cents[cell]!,
  );
  const counted = chargedMembers(group, priced, cells);
  const averages = fixed ?? {
    adultCents: averageOf(plainCents, counted.filter(isAdultIn(group))),
    childCents: averageOf(plainCents, counted.filter(isMinorIn(group))),
  };
  const prices = plainCents.slice();
  for (const at of counted) {
    const average = isAdultIn(group)(at) ? averages.adultCents : averages.childCents;
    if (average !== null) prices[at] = average;
  }
  // Each member has a price of their own here, so that the cell of a member is the member's place.
  return pricedByPerson(group, { prices, cells: Uint16Array.from(prices, (_, at) => at) });
}

function isAdultIn({ members }: PreparedGroup) {
  return (at: number): boolean => members[at]!.ageYears >= adultAverageAge;
}

function isMinorIn(group: PreparedGroup) {
  return (at: number): boolean => !isAdultIn(group)(at);
}

function chargedMembers(group: PreparedGroup, { householdCents }: GroupPremiums, cells: Uint16Array): number[] {
  const charged: number[] = [];
  for (let at = 0; at < group.householdCount; at += 1) {
    for (let member = group.firstMember[at]!; member < group.firstMember[at + 1]!; member += 1) {
      if (householdCents[at]! >= 0 && cells[member] !== unchargedCell) charged.push(member);
    }
  }
  return charged;
}

function averageOf(plainCents: Float64Array, members: readonly number[]): Cents | null {
  const listBillCents = cents(members.reduce((sum, at) => sum + plainCents[at]!, 0));
  return averagePremiumCents({ listBillCents, chargedHeads: members.length });
}
