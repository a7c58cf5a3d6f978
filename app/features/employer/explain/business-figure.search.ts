import { z } from "zod";
import { dateField } from "~/platform/forms/fields";
import { coverageLines } from "~/domain/coverage-line";

const line = z.enum(coverageLines);

const offerFigureSchema = z.discriminatedUnion("figure", [
  z.object({ figure: z.literal("employer-cost"), line }),
  z.object({ figure: z.literal("employee-cost"), line, plan: z.string().max(20), employee: z.uuid().optional() }),
  z.object({ figure: z.literal("offer-total") }),
]);
export type OfferFigure = z.output<typeof offerFigureSchema>;

/** Which figure of the offer an address asks about, whatever terms of the form stand beside it. */
export function readOfferFigure(params: URLSearchParams): OfferFigure | undefined {
  const parsed = offerFigureSchema.safeParse(Object.fromEntries(params));
  return parsed.success ? parsed.data : undefined;
}

const businessFigureSchema = z.discriminatedUnion("figure", [
  z.object({ figure: z.enum(["fte", "eligibility", "participation"]) }),
  z.object({ figure: z.literal("dates"), start: dateField() }),
]);
export type BusinessFigure = z.output<typeof businessFigureSchema>;

/** Which answer about the business itself an address asks about. */
export function readBusinessFigure(params: URLSearchParams): BusinessFigure | undefined {
  const parsed = businessFigureSchema.safeParse(Object.fromEntries(params));
  return parsed.success ? parsed.data : undefined;
}
