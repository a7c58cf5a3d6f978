// Who is an employee of the business. A sole proprietor, a partner and the spouse of either are not; nor is the owner of
// a corporation that belongs wholly to one person or couple. For the size count a shareholder of more than 2 % of an
// S corporation is left out as well. Independent contractors never count. A group needs one employee who is none of
// these. 29 CFR 2510.3-3(b)-(c); 26 CFR 54.4980H-1(a)(15). Shares of ownership in basis points.
import { invariant } from "../invariant";
import type { EntityKind, OwnerConnection } from "../household/employment";
import type { BasisPoints } from "../money/cents";
import { allowed, refused, type Ruling } from "../problem";

export const citation = "29 CFR 2510.3-3(b)-(c)";
export const sizeCountCitation = "26 CFR 54.4980H-1(a)(15)";

export const workerKinds = ["employee", "independent-contractor"] as const;
export type WorkerKind = (typeof workerKinds)[number];

export type Worker = {
  readonly workerKind: WorkerKind;
  /** An owner's spouse carries the owner's share. */
  readonly ownerConnection: OwnerConnection;
  readonly ownershipBasisPoints: BasisPoints;
};

export type Business = {
  readonly entityKind: EntityKind;
  /** Everything belongs to one person, or to one person and the spouse. */
  readonly whollyOwnedByOneCouple: boolean;
};

/** Owners of these are the business itself. The others are corporations, or have no owners. */
const ownedInPerson: readonly EntityKind[] = [
  "sole-proprietorship",
  "partnership",
  "limited-liability-company",
  "limited-liability-partnership",
  "household-employer",
];

/** From above this share an S corporation's shareholder is treated as a partner, 26 U.S.C. 1372(b). */
export const sCorporationShareLimit = 200;

/** Whether somebody is an employee of the group plan, one who makes it a plan at all. */
export function isCommonLawEmployee(worker: Worker, business: Business): boolean {
  invariant(worker.ownershipBasisPoints <= 10_000, "nobody owns more than the whole");
  if (worker.workerKind === "independent-contractor") return false;
  if (worker.ownerConnection === "not-owner") return true;
  return !ownedInPerson.includes(business.entityKind) && !business.whollyOwnedByOneCouple;
}

/** Whether somebody's hours belong in the size count of section 4980H. */
export function countsForSize(worker: Worker, business: Business): boolean {
  if (worker.workerKind === "independent-contractor") return false;
  if (worker.ownerConnection === "not-owner") return true;
  if (ownedInPerson.includes(business.entityKind)) return false;
  return business.entityKind !== "s-corporation" || worker.ownershipBasisPoints <= sCorporationShareLimit;
}

/** A business of owners and their spouses only is no group. Problem: `no-employee-beside-owners`. */
export function groupHasEmployeeRuling(workers: readonly Worker[], business: Business): Ruling {
  if (workers.some((worker) => isCommonLawEmployee(worker, business))) return allowed;
  return refused({ code: "no-employee-beside-owners", citation });
}
