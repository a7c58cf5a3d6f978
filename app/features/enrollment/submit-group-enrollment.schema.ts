import { z } from "zod";

/** What the owner signs with. Browsers send text; the key is made with the page and sent again by a second click. */
export const submitGroupEnrollmentSchema = z.object({
  applicationId: z.uuid({ error: "form-expired" }),
  signedName: z.string().trim().min(1, { error: "signature-required" }).max(120, { error: "text-too-long" }),
  /** How many have not answered, as the page showed it when the owner ticked the box; 0 without the box. */
  undecidedStated: z.coerce.number().int().min(0).max(10_000).default(0),
  attested: z.literal("yes", { error: "attestation-required" }),
  idempotencyKey: z.string().regex(/^[A-Za-z0-9-]{16,64}$/, { error: "form-expired" }),
});
