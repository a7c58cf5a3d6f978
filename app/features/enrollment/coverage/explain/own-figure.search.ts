import { z } from "zod";
import { coverageLines } from "~/domain/coverage-line";

const figureSchema = z.discriminatedUnion("figure", [
  z.object({
    figure: z.literal("own-price"),
    line: z.enum(coverageLines),
    /** Without a plan: the one that the person has picked. */
    plan: z.string().max(20).optional(),
    /** Whom else the price is for, by comma; without it those of the person's answer. */
    covered: z
      .string()
      .max(2_000)
      .transform((text) => text.split(",").filter(Boolean))
      .optional(),
  }),
  z.object({ figure: z.literal("own-start") }),
]);
export type OwnFigure = z.output<typeof figureSchema>;

/** Which of an employee's own figures an address asks about. */
export function readOwnFigure(params: URLSearchParams): OwnFigure | undefined {
  const parsed = figureSchema.safeParse(Object.fromEntries(params));
  return parsed.success ? parsed.data : undefined;
}
