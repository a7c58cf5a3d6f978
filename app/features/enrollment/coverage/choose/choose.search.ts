import { z } from "zod";

export const choiceSorts = ["cost", "deductible", "name"] as const;

const searchSchema = z.object({
  sort: z.enum(choiceSorts).catch("cost"),
  level: z.array(z.string().max(20)).catch([]),
  issuer: z.array(z.string().max(20)).catch([]),
  /** Null while nobody has said who is to be covered. */
  covered: z.array(z.uuid()).nullable().catch(null),
});
export type ChooseSearch = z.output<typeof searchSchema>;

/** `who` is posted with the boxes, so that none ticked is told from nothing said. */
export function chooseSearch(asked: URLSearchParams): ChooseSearch {
  return searchSchema.parse({
    sort: asked.get("sort"),
    level: asked.getAll("level"),
    issuer: asked.getAll("issuer"),
    covered: asked.has("who") ? asked.getAll("covered") : null,
  });
}
