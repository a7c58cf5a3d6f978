import { describe, expect, it } from "vitest";
import { chargedChildCounts, childrenOldestFirst, unchargedChildren } from "./charged-children.rule";
import type { AgedMember } from "./rated-household";
import { householdOf, type Person } from "./testing/worked-group";
import { agedMembers } from "./rated-household";
import { testStartOn } from "./testing/default-curve-sheet";

const profile = { childCapAppliesToDental: true, under21SpouseUsesChildSlot: false, tobaccoAllowed: true };

function aged(...people: readonly Person[]): readonly AgedMember[] {
  return agedMembers({ members: householdOf("e", ...people), startOn: testStartOn, profile });
}

const ids = (members: readonly AgedMember[]) => members.map((member) => member.memberId);

describe("how many children are charged", () => {
  it.each([
    ["three, where nothing was filed", {}, { couple: 3, oneAdult: 3 }],
    ["as many as the issuer filed", { childCap: 1 as const }, { couple: 1, oneAdult: 1 }],
    [
      "as many as it filed for couples and for one parent",
      { childCap: { twoParent: 2 as const, singleParent: null } },
      { couple: 2, oneAdult: 3 },
    ],
  ])("is %s", (_what, filed, counts) => {
    expect(chargedChildCounts({ line: "medical", profile, ...filed })).toEqual(counts);
  });

  it.each([
    [true, null, { couple: 3, oneAdult: 3 }],
    [false, null, null],
    [false, true, { couple: 3, oneAdult: 3 }],
    [true, false, null],
  ])("is for dental the exchange's to say (%s) unless the issuer filed it (%s)", (ofExchange, ofIssuer, counts) => {
    const terms = { line: "dental" as const, profile: { childCapAppliesToDental: ofExchange } };
    expect(chargedChildCounts({ ...terms, issuerCapsDentalChildren: ofIssuer })).toEqual(counts);
  });
});

describe("which children are charged", () => {
  const family = aged([45, "self"], [8, "child"], [20, "child"], [21, "child"], [12, "child"], [3, "child"]);

  it("are those under 21, oldest first", () => {
    expect(ids(childrenOldestFirst(family, profile))).toEqual(["e-2", "e-4", "e-1", "e-5"]);
    expect([...unchargedChildren(family, { line: "medical", profile })]).toEqual(["e-5"]);
  });

  it("are of twins those with the lower id", () => {
    const twins = aged([45, "self"], [8, "child"], [8, "child"]);
    expect([...unchargedChildren([...twins].reverse(), { line: "medical", profile, childCap: 1 })]).toEqual(["e-2"]);
  });

  it("are followed by a spouse under 21 only where the exchange says so", () => {
    const young = aged([22, "self"], [20, "spouse"], [1, "child"]);
    expect(ids(childrenOldestFirst(young, profile))).toEqual(["e-2"]);
    expect(ids(childrenOldestFirst(young, { under21SpouseUsesChildSlot: true }))).toEqual(["e-1", "e-2"]);
  });
});
