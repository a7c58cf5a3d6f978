import { z } from "zod";
import { contributionBuckets } from "~/domain/contribution/schemes/contribution-bucket";
import { employmentTypes } from "~/domain/household/employment";
import { amountInCents, centsOut, shareInBasisPoints } from "~/platform/forms/json/json-fields";

const source = "45 CFR 155.705(b)(11)(ii)";

export const employeeBasisPoints = shareInBasisPoints("Share of the employee's premium", { source });
export const dependentsBasisPoints = shareInBasisPoints("Share of each dependent's premium", { source });

const share = (whom: string) => shareInBasisPoints(`Share for ${whom}`, { source });
const [employee, spouse, partner, child, disabledChild] = contributionBuckets;

const bucketShares = z.strictObject({
  [employee]: share("the employee"),
  [spouse]: share("a spouse"),
  [partner]: share("a domestic partner"),
  [child]: share("each child under 26"),
  [disabledChild]: share("each disabled child of 26 or older"),
});

const amount = (household: string) =>
  amountInCents(`Dollars a month for ${household}`, { source: "the employer's offer" });

const tierAmounts = z.strictObject({
  "employee-only": amount("an employee alone"),
  "employee-and-spouse": amount("an employee with spouse or partner"),
  "employee-and-children": amount("an employee with children"),
  family: amount("an employee with spouse or partner and children"),
});

const [fullTime, partTime] = employmentTypes;

function byEmployment<T extends z.ZodType>(terms: T) {
  return z.strictObject({ [fullTime]: terms, [partTime]: terms });
}

/** The five ways in which an employer may promise to pay. */
export const contributionScheme = z.discriminatedUnion("method", [
  z.strictObject({
    method: z.enum(["reference-plan-percent", "composite-reference-percent"]),
    shares: byEmployment(bucketShares),
  }),
  z.strictObject({ method: z.literal("chosen-plan-percent"), shares: byEmployment(bucketShares) }),
  z.strictObject({
    method: z.literal("capped-percent"),
    shares: byEmployment(bucketShares),
    limits: byEmployment(tierAmounts),
  }),
  z.strictObject({ method: z.literal("fixed-dollars"), amounts: byEmployment(tierAmounts) }),
]);

export const employment = z.enum(employmentTypes).default("full-time");

export const contributionOut = z.strictObject({
  premiumCents: centsOut("Monthly premium of the household"),
  employerShareCents: centsOut("What the employer pays of it"),
  employeeShareCents: centsOut("What the employee pays of it"),
  members: z.array(
    z.strictObject({
      memberId: z.string(),
      premiumCents: centsOut("Monthly premium of the person"),
      employerShareCents: centsOut("What the employer pays of it"),
      employeeShareCents: centsOut("What the employee pays of it"),
    }),
  ),
});

type People = { readonly members: readonly { readonly memberId: string }[] };

/** Whether two premiums are of the same people, in any order. */
export function areOfSamePeople(one: People, other: People): boolean {
  const ids = new Set(one.members.map(({ memberId }) => memberId));
  return ids.size === other.members.length && other.members.every(({ memberId }) => ids.has(memberId));
}
