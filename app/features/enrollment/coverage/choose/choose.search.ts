import { z } from "zod";
import { parsePlanKey } from "~/domain/plan-catalog/plan";

export const choiceSorts = ["cost", "yearly", "deductible", "name"] as const;
/** How many plans an employee sees side by side. */
export const comparedByEmployee = 3;
const mostNamed = 20;

const planId = z.string().refine((text) => parsePlanKey(text) !== undefined);
const planIds = z
  .array(z.string())
  .transform((ids) => [...new Set(ids.filter((id) => planId.safeParse(id).success))].slice(0, mostNamed));

const searchSchema = z.object({
  sort: z.enum(choiceSorts).catch("cost"),
  level: z.array(z.string().max(20)).catch([]),
  issuer: z.array(z.string().max(20)).catch([]),
  /** Null while nobody has said who is to be covered. */
  covered: z.array(z.uuid()).nullable().catch(null),
  /** The plans picked to be compared, in the order picked, and one more that is wanted while there is no room. */
  plan: planIds,
  swap: planId.optional().catch(undefined),
  only: z.literal("differences").optional().catch(undefined),
});
export type ChooseSearch = z.output<typeof searchSchema>;

/** `who` is posted with the boxes, so that none ticked is told from nothing said. */
export function chooseSearch(asked: URLSearchParams): ChooseSearch {
  return searchSchema.parse({
    sort: asked.get("sort"),
    level: asked.getAll("level"),
    issuer: asked.getAll("issuer"),
    covered: asked.has("who") ? asked.getAll("covered") : null,
    plan: asked.getAll("plan"),
    swap: asked.get("swap") ?? undefined,
    only: asked.get("only") ?? undefined,
  });
}

/** The same state as an address; what is not said is left out. */
export function chooseAddress(search: ChooseSearch, changes: Partial<ChooseSearch> = {}): string {
  const { sort, level, issuer, covered, plan, swap, only } = { ...search, ...changes };
  const params = new URLSearchParams();
  if (covered) params.set("who", "1");
  for (const id of covered ?? []) params.append("covered", id);
  if (sort !== "cost") params.set("sort", sort);
  for (const value of level) params.append("level", value);
  for (const value of issuer) params.append("issuer", value);
  for (const id of plan) params.append("plan", id);
  if (swap) params.set("swap", swap);
  if (only) params.set("only", only);
  return `?${params}`;
}
