// A group put into rows of numbers once, so that it can be priced in many plans: everybody's age on the day that counts,
// tobacco, and the place among the children of the household. Households and members keep the order given; no order
// changes a price. No amounts.

import type { CalendarDate } from "../../calendar/calendar-date";
import type { CoverageLine } from "../../coverage-line";
import { invariant } from "../../invariant";
import { isSpouseOrPartner } from "../../household/relationship";
import { chargedChildCounts, childrenOldestFirst, isCouple, type ChildCapTerms } from "../charged-children.rule";
import { familyTierOf } from "../family-tier-premium.rule";
import { agedMembers, type AgedMember, type HouseholdRatingProfile, type RatedMember } from "../rated-household";
import { ageCell, familyTiers, noPrice, unchargedCell } from "./price-table";

export type GroupTerms = {
  /** First day of the plan year. */
  readonly startOn: CalendarDate;
  readonly line: CoverageLine;
  readonly profile: HouseholdRatingProfile;
};

export type PreparedGroup = GroupTerms & {
  readonly householdCount: number;
  readonly memberCount: number;
  /** Where each household's members begin, and at the end the number of members. */
  readonly firstMember: Int32Array;
  readonly members: readonly AgedMember[];
  /** 1 for the employee. */
  readonly isSelf: Uint8Array;
  /** The member's cell of a price table when charged, and the same without tobacco. */
  readonly cell: Uint16Array;
  readonly plainCell: Uint16Array;
  /** How many children of the household are charged before this one; 255 for whoever takes no child's place. */
  readonly childRank: Uint8Array;
  /** By household: 1 for a couple; the cell of its make-up, `noPrice` where it has none; 1 when somebody is not born yet. */
  readonly couple: Uint8Array;
  readonly tierCell: Int8Array;
  readonly unborn: Uint8Array;
  /** The members' cells by how many children are charged. */
  readonly cellsByCap: Map<number, Uint16Array>;
};

const noChildPlace = 255;

/** Every household has at least one member, and the ids in it are distinct. */
export function prepareGroup(
  households: readonly { readonly members: readonly RatedMember[] }[],
  terms: GroupTerms,
): PreparedGroup {
  const memberCount = households.reduce((count, { members }) => count + members.length, 0);
  const group: PreparedGroup & { members: AgedMember[] } = {
    ...{ startOn: terms.startOn, line: terms.line, profile: terms.profile },
    householdCount: households.length,
    memberCount,
    firstMember: new Int32Array(households.length + 1),
    members: [],
    isSelf: new Uint8Array(memberCount),
    cell: new Uint16Array(memberCount),
    plainCell: new Uint16Array(memberCount),
    childRank: new Uint8Array(memberCount).fill(noChildPlace),
    couple: new Uint8Array(households.length),
    tierCell: new Int8Array(households.length).fill(noPrice),
    unborn: new Uint8Array(households.length),
    cellsByCap: new Map(),
  };
  households.forEach(({ members }, at) => {
    invariant(members.length > 0, "a household has at least one covered member");
    invariant(
      members.length === 1 || new Set(members.map((m) => m.memberId)).size === members.length,
      "member ids are distinct",
    );
    placeHousehold(group, at, agedMembers({ ...terms, members }));
  });
  return group;
}

function placeHousehold(
  group: PreparedGroup & { members: AgedMember[] },
  at: number,
  members: readonly AgedMember[],
): void {
  const first = group.members.length;
  group.couple[at] = isCouple(members) ? 1 : 0;
  group.tierCell[at] = tierCellOf(members);
  for (const member of members) {
    const place = group.members.length;
    group.members.push(member);
    if (member.ageYears < 0) group.unborn[at] = 1;
    const { relationship, usesTobacco } = member;
    const ageYears = Math.max(0, member.ageYears);
    group.isSelf[place] = relationship === "self" ? 1 : 0;
    group.plainCell[place] = ageCell({ ageYears, usesTobacco: false });
    group.cell[place] = ageCell({ ageYears, usesTobacco });
  }
  group.firstMember[at + 1] = group.members.length;
  if (members.length === 1) return;
  childrenOldestFirst(members, group.profile).forEach((child, rank) => {
    group.childRank[first + members.indexOf(child)] = Math.min(rank, noChildPlace - 1);
  });
}

/** A household with no employee or two, or with two spouses, has no price by its make-up. */
function tierCellOf(members: readonly AgedMember[]): number {
  let subscribers = 0;
  let spouses = 0;
  for (const { relationship } of members) {
    if (relationship === "self") subscribers += 1;
    else if (isSpouseOrPartner(relationship)) spouses += 1;
  }
  if (subscribers !== 1 || spouses > 1) return noPrice;
  return familyTiers.indexOf(familyTierOf({ hasSpouse: spouses === 1, dependents: members.length - 1 - spouses }));
}

/** The cell that each member pays in a plan with these limits on charged children. */
export function cellsWithCap(
  group: PreparedGroup,
  { childCap, issuerCapsDentalChildren }: Pick<ChildCapTerms, "childCap" | "issuerCapsDentalChildren">,
): Uint16Array {
  const counts = chargedChildCounts({ line: group.line, profile: group.profile, childCap, issuerCapsDentalChildren });
  if (counts === null) return group.cell;
  const name = 10 * counts.couple + counts.oneAdult;
  const kept = group.cellsByCap.get(name);
  if (kept) return kept;
  const cells = group.cell.slice();
  for (let at = 0; at < group.householdCount; at += 1) {
    const charged = group.couple[at] ? counts.couple : counts.oneAdult;
    for (let member = group.firstMember[at]!; member < group.firstMember[at + 1]!; member += 1) {
      const rank = group.childRank[member]!;
      if (rank !== noChildPlace && rank >= charged) cells[member] = unchargedCell;
    }
  }
  group.cellsByCap.set(name, cells);
  return cells;
}
