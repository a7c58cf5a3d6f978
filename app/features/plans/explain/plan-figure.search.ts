import { z } from "zod";
import { coverageLines } from "~/domain/coverage-line";

const planSchema = z.object({ line: z.enum(coverageLines), plan: z.string().min(1).max(20) });

const figureSchema = z.discriminatedUnion("figure", [
  planSchema.extend({ figure: z.literal("plan-price") }),
  planSchema.extend({ figure: z.literal("household-price"), employee: z.uuid() }),
]);

export type PlanFigure = z.output<typeof figureSchema>;

/** Which of the plan pages' figures an address asks about; undefined when it is none of them. */
export function readPlanFigure(params: URLSearchParams): PlanFigure | undefined {
  const parsed = figureSchema.safeParse(Object.fromEntries(params));
  return parsed.success ? parsed.data : undefined;
}
