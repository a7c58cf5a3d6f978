import { z } from "zod";
import { choiceField } from "~/platform/forms/fields";

export const membershipDecisions = ["approve", "refuse", "close"] as const;
export type MembershipDecision = (typeof membershipDecisions)[number];

/** One button beside one person. */
export const decideMembershipSchema = z.object({
  userId: z.guid(),
  decision: choiceField(membershipDecisions),
});

export type DecideMembership = z.output<typeof decideMembershipSchema>;
