import { z } from "zod";

export const historyPageRows = 50;

const searchSchema = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });
export type HistorySearch = z.output<typeof searchSchema>;

export function readHistorySearch(params: URLSearchParams): HistorySearch {
  return searchSchema.parse({ page: params.get("page") ?? 1 });
}
