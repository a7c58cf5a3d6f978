import { z } from "zod";
import { sizeCountCitation, workerKinds } from "~/domain/eligibility/common-law-employee.rule";
import { entityKinds, ownerConnections } from "~/domain/household/employment";
import { basisPoints } from "~/domain/money/cents";
import { shareInBasisPoints, wholeNumber } from "~/platform/forms/json/json-fields";

export const typedFte = wholeNumber({
  what: "Full-time equivalents, a whole number",
  ...{ minimum: 0, maximum: 1_000_000, source: "26 U.S.C. 4980H(c)(2)(E)" },
});

export const alreadyInShop = z
  .boolean()
  .default(false)
  .describe("True for an employer whose coverage through the marketplace goes on without a gap");

export const business = z.strictObject({
  entityKind: z.enum(entityKinds),
  whollyOwnedByOneCouple: z.boolean().describe("All of it belongs to one person, or to one person and the spouse"),
});

export const worker = z.strictObject({
  workerKind: z.enum(workerKinds),
  ownerConnection: z.enum(ownerConnections).default("not-owner"),
  ownershipBasisPoints: shareInBasisPoints("Share of the business; a spouse carries the owner's", {
    source: sizeCountCitation,
  }).default(basisPoints(0)),
});
