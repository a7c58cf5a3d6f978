// The least that the same cents can cost: bare loops over typed arrays that know nothing of households without a price,
// plans by family tier or the order of members. It prices this one made-up group and nothing else.

import type { GroupPremiums } from "../app/domain/rating/group-pricer/group-premiums";
import type { PromisedPeople } from "../app/domain/contribution/group-shares/promised-people";

export type BareInput = {
  readonly people: PromisedPeople;
  readonly cells: Uint16Array;
  readonly tables: readonly Float64Array[];
  readonly reference: GroupPremiums;
  readonly averaged: GroupPremiums;
  readonly shares: Float64Array;
  readonly amounts: Float64Array;
};

/** For each plan the group's premium, then the employer's share under each of the five schemes. */
export function bareQuote(input: BareInput): Float64Array {
  const { tables, people } = input;
  const answer = new Float64Array(tables.length * 6);
  const members = people.group.memberCount;
  const ofReference = new Float64Array(members);
  const ofAverages = new Float64Array(members);
  for (let member = 0; member < members; member += 1) {
    const share = input.shares[people.shareCell[member]!]!;
    ofReference[member] = roundedShare(priceOf(input.reference, member), share);
    ofAverages[member] = roundedShare(priceOf(input.averaged, member), share);
  }
  for (let plan = 0; plan < tables.length; plan += 1) {
    quoteInto(answer, plan * 6, { ...input, table: tables[plan]!, ofReference, ofAverages });
  }
  return answer;
}

function priceOf({ prices, cells }: GroupPremiums, member: number): number {
  return prices[cells[member]!]!;
}

function roundedShare(amount: number, share: number): number {
  return Math.floor((amount * share + 5_000) / 10_000);
}

type OnePlan = BareInput & {
  readonly table: Float64Array;
  readonly ofReference: Float64Array;
  readonly ofAverages: Float64Array;
};

function quoteInto(answer: Float64Array, at: number, one: OnePlan): void {
  const { table, cells, shares, amounts, ofReference, ofAverages } = one;
  const { shareCell, amountCell, group } = one.people;
  let [premium, byReference, byAverages, byChosen, capped, dollars] = [0, 0, 0, 0, 0, 0];
  for (let household = 0; household < group.householdCount; household += 1) {
    let total = 0;
    let whole = 0;
    const end = group.firstMember[household + 1]!;
    for (let member = group.firstMember[household]!; member < end; member += 1) {
      const price = table[cells[member]!]!;
      total += price;
      byReference += Math.min(price, ofReference[member]!);
      byAverages += Math.min(price, ofAverages[member]!);
      whole += Math.min(price, roundedShare(price, shares[shareCell[member]!]!));
    }
    const amount = amounts[amountCell[household]!]!;
    premium += total;
    byChosen += whole;
    capped += Math.min(whole, amount);
    dollars += Math.min(total, amount);
  }
  answer.set([premium, byReference, byAverages, byChosen, capped, dollars], at);
}
