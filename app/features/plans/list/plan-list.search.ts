import { z } from "zod";
import { coverageLines } from "~/domain/coverage-line";
import { parsePlanKey, planTypes } from "~/domain/plan-catalog/plan";

export const coverageLevels = ["bronze", "silver", "gold", "platinum", "high", "low"] as const;
export const planSorts = ["cost", "yearly", "deductible", "maximum", "name"] as const;
/** A deductible of one person: nothing, then whole dollars from and through. */
export const deductibleBands = ["none", "1-999", "1000-2999", "3000-4999", "5000-up"] as const;
/** In the order of the form. */
export const planFilters = ["level", "type", "issuer", "price", "deductible", "national", "hsa"] as const;
export type PlanFilter = (typeof planFilters)[number];

/** How many plans an employer sees side by side. */
export const comparedByEmployer = 3;
/** Names of plans in an address; what goes beyond is not read. */
const mostNamed = 20;

const listOf = <S extends z.ZodType>(item: S) =>
  z.array(z.unknown()).transform((values) => [
    ...new Set(
      values.flatMap((value) => {
        const parsed = item.safeParse(value);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
  ]);
const planId = z.string().refine((text) => parsePlanKey(text) !== undefined);

const searchSchema = z.object({
  line: z.enum(coverageLines).catch("medical"),
  sort: z.enum(planSorts).catch("cost"),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
  issuer: listOf(z.string().regex(/^\d{5}$/)),
  level: listOf(z.enum(coverageLevels)),
  type: listOf(z.enum(planTypes)),
  /** Whole dollars a month, `400-600`: from 400, below 600. */
  price: listOf(z.string().regex(/^\d{1,7}-\d{1,7}$/)),
  deductible: listOf(z.enum(deductibleBands)),
  national: listOf(z.literal("yes")),
  hsa: listOf(z.literal("yes")),
  /** The plans picked to be compared, in the order picked. */
  plan: listOf(planId).transform((ids) => ids.slice(0, mostNamed)),
  /** One more that is wanted while the comparison is full. */
  swap: planId.optional().catch(undefined),
  only: z.literal("differences").optional().catch(undefined),
});

export type PlanSearch = z.output<typeof searchSchema>;

/** The list's and the comparison's state from the address; what it does not understand counts as not said. */
export function readPlanSearch(params: URLSearchParams): PlanSearch {
  return searchSchema.parse({
    line: params.get("line"),
    sort: params.get("sort"),
    page: params.get("page") ?? 1,
    ...Object.fromEntries(planFilters.map((filter) => [filter, params.getAll(filter)])),
    plan: params.getAll("plan"),
    swap: params.get("swap") ?? undefined,
    only: params.get("only") ?? undefined,
  });
}

/** The same state as an address; what is not said is left out. */
export function planAddress(search: PlanSearch): string {
  const params = new URLSearchParams({ line: search.line });
  if (search.sort !== "cost") params.set("sort", search.sort);
  for (const filter of planFilters) for (const value of search[filter]) params.append(filter, value);
  if (search.page > 1) params.set("page", String(search.page));
  for (const id of search.plan) params.append("plan", id);
  if (search.swap) params.set("swap", search.swap);
  if (search.only) params.set("only", search.only);
  return `?${params}`;
}

/** The address of the same list without one filter, or without any. */
export function withoutFilter(search: PlanSearch, filter: PlanFilter | "all"): string {
  const dropped = filter === "all" ? planFilters : [filter];
  const none = Object.fromEntries(dropped.map((name) => [name, []]));
  return planAddress({ ...search, ...none, page: 1 });
}

export function isFiltered(search: PlanSearch, filter: PlanFilter): boolean {
  return search[filter].length > 0;
}

export function withPlan(search: PlanSearch, id: string): string {
  return planAddress({ ...search, plan: [...search.plan, id], swap: undefined });
}

export function withoutPlan(search: PlanSearch, id: string): string {
  return planAddress({ ...search, plan: search.plan.filter((other) => other !== id), swap: undefined });
}

/** `wanted` in the place of `given`. */
export function swapped(search: PlanSearch, { given, wanted }: { given: string; wanted: string }): string {
  return planAddress({ ...search, plan: search.plan.map((id) => (id === given ? wanted : id)), swap: undefined });
}
