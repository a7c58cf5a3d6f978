import { z } from "zod";
import { coverageLines } from "~/domain/coverage-line";
import { planTypes } from "~/domain/plan-catalog/plan";

export const coverageLevels = ["bronze", "silver", "gold", "platinum", "high", "low"] as const;
export const planSorts = ["cost", "name", "deductible"] as const;

const listOf = <S extends z.ZodType>(item: S) =>
  z.array(z.unknown()).transform((values) =>
    values.flatMap((value) => {
      const parsed = item.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    }),
  );

const searchSchema = z.object({
  line: z.enum(coverageLines).catch("medical"),
  sort: z.enum(planSorts).catch("cost"),
  issuer: listOf(z.string().regex(/^\d{5}$/)),
  level: listOf(z.enum(coverageLevels)),
  type: listOf(z.enum(planTypes)),
  hsa: z.literal("yes").optional().catch(undefined),
});

export type PlanSearch = z.output<typeof searchSchema>;
export const planFilters = ["issuer", "level", "type", "hsa"] as const;
export type PlanFilter = (typeof planFilters)[number];

/** The list's state from the address; what it does not understand counts as not said. */
export function readPlanSearch(params: URLSearchParams): PlanSearch {
  return searchSchema.parse({
    line: params.get("line"),
    sort: params.get("sort"),
    issuer: params.getAll("issuer"),
    level: params.getAll("level"),
    type: params.getAll("type"),
    hsa: params.get("hsa") ?? undefined,
  });
}

/** The address of the same list without one filter, or without any. */
export function withoutFilter(search: PlanSearch, filter: PlanFilter | "all"): string {
  const params = new URLSearchParams({ line: search.line, sort: search.sort });
  for (const name of ["issuer", "level", "type"] as const) {
    if (filter !== name && filter !== "all") for (const value of search[name]) params.append(name, value);
  }
  if (search.hsa && filter !== "hsa" && filter !== "all") params.set("hsa", search.hsa);
  return `?${params}`;
}

export function isFiltered(search: PlanSearch, filter: PlanFilter): boolean {
  return filter === "hsa" ? search.hsa !== undefined : search[filter].length > 0;
}
