import { z } from "zod";
import { choiceField, textField } from "~/platform/forms/fields";

export const revealReasons = ["check-typing", "insurer-asks", "tax-form", "something-else"] as const;

/** Whose number, and why somebody has to see all of it. */
export const revealSsnSchema = z.object({
  memberId: z.uuid(),
  reason: choiceField(revealReasons),
  explanation: textField(200),
});
export type RevealSsnInput = z.output<typeof revealSsnSchema>;
