import { describe, expect, it } from "vitest";
import { entityKinds, type EntityKind, type OwnerConnection } from "../household/employment";
import { basisPoints } from "../money/cents";
import {
  countsForSize,
  groupHasEmployeeRuling,
  isCommonLawEmployee,
  type Business,
  type Worker,
} from "./common-law-employee.rule";

function worker(ownerConnection: OwnerConnection, share = 0): Worker {
  return { workerKind: "employee", ownerConnection, ownershipBasisPoints: basisPoints(share) };
}
function business(entityKind: EntityKind, whollyOwnedByOneCouple = false): Business {
  return { entityKind, whollyOwnedByOneCouple };
}
const contractor: Worker = { ...worker("not-owner"), workerKind: "independent-contractor" };

describe.each(["owner-or-partner", "spouse-of-owner-or-partner"] as const)("an %s", (connection) => {
  it.each([
    ["sole-proprietorship", true, false],
    ["partnership", false, false],
    ["limited-liability-company", false, false],
    ["limited-liability-partnership", false, false],
    ["household-employer", false, false],
    ["c-corporation", false, true],
    ["c-corporation", true, false],
    ["s-corporation", false, true],
    ["s-corporation", true, false],
  ] as const)("of a %s, wholly one couple's %s, is an employee: %s", (entityKind, whollyOwned, expected) => {
    expect(isCommonLawEmployee(worker(connection, 5_000), business(entityKind, whollyOwned))).toBe(expected);
  });

  it.each([
    ["sole-proprietorship", 10_000, false],
    ["partnership", 1, false],
    ["s-corporation", 200, true],
    ["s-corporation", 201, false],
    ["c-corporation", 10_000, true],
  ] as const)("of a %s with %i basis points counts for size: %s", (entityKind, share, expected) => {
    expect(countsForSize(worker(connection, share), business(entityKind))).toBe(expected);
  });
});

it.each(entityKinds)("in a %s an employee without ownership counts, and a contractor does not", (entityKind) => {
  expect(isCommonLawEmployee(worker("not-owner"), business(entityKind))).toBe(true);
  expect(countsForSize(worker("not-owner"), business(entityKind))).toBe(true);
  expect(isCommonLawEmployee(contractor, business(entityKind))).toBe(false);
  expect(countsForSize(contractor, business(entityKind))).toBe(false);
});

describe("a group", () => {
  const owners = [worker("owner-or-partner", 10_000), worker("spouse-of-owner-or-partner", 10_000)];

  it("of an owner and the spouse is none, and one employee makes it one", () => {
    const bakery = business("sole-proprietorship", true);
    expect(groupHasEmployeeRuling(owners, bakery)).toMatchObject({
      allowed: false,
      problems: [{ code: "no-employee-beside-owners" }],
    });
    expect(groupHasEmployeeRuling([...owners, worker("not-owner")], bakery).allowed).toBe(true);
    expect(groupHasEmployeeRuling([...owners, contractor], bakery).allowed).toBe(false);
  });

  it("of nobody is none", () => {
    expect(groupHasEmployeeRuling([], business("c-corporation")).allowed).toBe(false);
  });
});
