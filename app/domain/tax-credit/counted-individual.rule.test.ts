import { describe, expect, it } from "vitest";
import { entityKinds, type EntityKind } from "../household/employment";
import { basisPoints } from "../money/cents";
import { countedForCredit, ownerFamilyTies, type CreditIndividual } from "./counted-individual.rule";

const baker: CreditIndividual = {
  workerKind: "employee",
  isOwner: false,
  ownershipBasisPoints: basisPoints(0),
  familyTie: "none",
  seasonalDays: null,
};

function counts(change: Partial<CreditIndividual>, entityKind: EntityKind = "c-corporation"): string {
  const { counts: how, reason } = countedForCredit({ ...baker, ...change }, entityKind);
  return reason === null ? how : `${how}: ${reason}`;
}

it.each(entityKinds)("counts an employee of a %s who owns nothing", (entityKind) => {
  expect(counts({}, entityKind)).toBe("fully");
});

describe("an owner", () => {
  it.each([
    ["sole-proprietorship", 10_000, "not: owner"],
    ["partnership", 1, "not: owner"],
    ["limited-liability-company", 1, "not: owner"],
    ["limited-liability-partnership", 1, "not: owner"],
    ["household-employer", 0, "not: owner"],
    ["s-corporation", 200, "fully"],
    ["s-corporation", 201, "not: owner"],
    ["c-corporation", 500, "fully"],
    ["c-corporation", 501, "not: owner"],
    ["tax-exempt-organization", 0, "fully"],
    ["government", 0, "fully"],
  ] as const)("of a %s with %i basis points counts: %s", (entityKind, share, expected) => {
    expect(counts({ isOwner: true, ownershipBasisPoints: basisPoints(share) }, entityKind)).toBe(expected);
  });
});

it.each(ownerFamilyTies.filter((tie) => tie !== "none"))("leaves out an owner's %s", (familyTie) => {
  expect(counts({ familyTie })).toBe("not: owner-family");
});

it.each([
  [null, "fully"],
  [0, "premiums-only: seasonal"],
  [120, "premiums-only: seasonal"],
  [121, "fully"],
])("counts a worker of %s seasonal days %s", (seasonalDays, expected) => {
  expect(counts({ seasonalDays })).toBe(expected);
});

it.each([
  ["employee", "fully"],
  ["leased-employee", "fully"],
  ["independent-contractor", "not: contractor"],
] as const)("counts an %s: %s", (workerKind, expected) => {
  expect(counts({ workerKind })).toBe(expected);
});

it("leaves out the owner's family before it asks about the season", () => {
  expect(counts({ familyTie: "spouse", seasonalDays: 30 })).toBe("not: owner-family");
});
