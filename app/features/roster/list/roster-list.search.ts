import { z } from "zod";
import { employmentTypes, rosterStandings } from "~/domain/household/employment";

export const rosterSorts = ["name", "age", "hired", "zip", "dependents"] as const;
/** How far somebody has come, the newest step counts. */
export const rosterStatuses = ["not-invited", "invited", "opened", "joined", "chosen", "waived"] as const;
export type RosterStatus = (typeof rosterStatuses)[number];
export const rosterPageRows = 25;

const optionalChoice = <const T extends readonly [string, ...string[]]>(choices: T) =>
  z.enum(choices).optional().catch(undefined);

const searchSchema = z.object({
  q: z.string().trim().max(100).catch(""),
  basis: optionalChoice(employmentTypes),
  owner: optionalChoice(["yes", "no"]),
  status: optionalChoice(rosterStatuses),
  standing: z.enum(rosterStandings).catch("active"),
  sort: z.enum(rosterSorts).catch("name"),
  order: z.enum(["asc", "desc"]).catch("asc"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type RosterSearch = z.output<typeof searchSchema>;

/** The list's state from the address; what it does not understand counts as not said. */
export function readRosterSearch(params: URLSearchParams): RosterSearch {
  const said = Object.fromEntries([...params].filter(([, value]) => value !== ""));
  return searchSchema.parse({ q: "", ...said });
}

/** The address of the same list with something changed; any change but of the page goes back to the first page. */
export function rosterHref(search: RosterSearch, changes: Partial<RosterSearch> = {}): string {
  const next = { ...search, page: 1, ...changes };
  const params = new URLSearchParams();
  for (const name of ["q", "basis", "owner", "status"] as const) {
    const value = next[name];
    if (value) params.set(name, value);
  }
  if (next.standing === "removed") params.set("standing", next.standing);
  if (next.sort !== "name" || next.order !== "asc") params.set("sort", next.sort);
  if (next.order !== "asc") params.set("order", next.order);
  if (next.page > 1) params.set("page", String(next.page));
  return `?${params}`;
}

export function isRosterFiltered({ q, basis, owner, status, standing }: RosterSearch): boolean {
  return Boolean(q || basis || owner || status || standing === "removed");
}
