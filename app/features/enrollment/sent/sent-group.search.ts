import { z } from "zod";

const searchSchema = z.object({ released: z.coerce.number().int().min(0).max(10_000).nullable().catch(null) });

/** How many enrollments the last check let go; null when the page was merely opened. */
export function readReleased(params: URLSearchParams): number | null {
  const text = params.get("released");
  return text === null || text === "" ? null : searchSchema.parse({ released: text }).released;
}
