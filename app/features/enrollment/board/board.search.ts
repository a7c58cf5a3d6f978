import { z } from "zod";

export const boardSorts = ["name", "step", "sent"] as const;
/** How far somebody has come, from nothing to an answer for each line that is offered. */
export const boardSteps = [
  "not-invited",
  "link-dead",
  "invited",
  "opened",
  "joined",
  "started",
  "chosen",
  "waived",
] as const;
export type BoardStep = (typeof boardSteps)[number];
/** Everybody who has not answered yet, or one step. */
export const boardFilters = ["undecided", ...boardSteps] as const;
export const boardPageRows = 25;

const searchSchema = z.object({
  q: z.string().trim().max(100).catch(""),
  step: z.enum(boardFilters).optional().catch(undefined),
  sort: z.enum(boardSorts).catch("name"),
  order: z.enum(["asc", "desc"]).catch("asc"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type BoardSearch = z.output<typeof searchSchema>;

/** The list's state from the address; what it does not understand counts as not said. */
export function readBoardSearch(params: URLSearchParams): BoardSearch {
  const said = Object.fromEntries([...params].filter(([, value]) => value !== ""));
  return searchSchema.parse({ q: "", ...said });
}

/** The address of the same list with something changed; any change but of the page goes back to the first page. */
export function boardHref(search: BoardSearch, changes: Partial<BoardSearch> = {}): string {
  const next = { ...search, page: 1, ...changes };
  const params = new URLSearchParams();
  if (next.q) params.set("q", next.q);
  if (next.step) params.set("step", next.step);
  if (next.sort !== "name" || next.order !== "asc") params.set("sort", next.sort);
  if (next.order !== "asc") params.set("order", next.order);
  if (next.page > 1) params.set("page", String(next.page));
  return `?${params}`;
}

export function isBoardFiltered({ q, step }: BoardSearch): boolean {
  return Boolean(q || step);
}
