import { z } from "zod";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { eligibilityRemedies, eligibilityRules } from "~/domain/eligibility/employer-eligibility.rule";
import { fteStepCodes } from "~/domain/eligibility/fte-count.rule";

const findingSchema = z.object({
  rule: z.enum(eligibilityRules),
  met: z.boolean(),
  citation: z.string(),
  problem: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
    .optional(),
  whatCanBeDone: z.enum(eligibilityRemedies).optional(),
});

const answersSchema = z.object({
  /** As the form posts them, to fill it again. */
  typed: z.record(z.string(), z.string()),
  fte: z.number(),
  state: z.string(),
  sizeLimitFte: z.number(),
  alreadyInShop: z.boolean(),
  steps: z.array(z.object({ code: z.enum(fteStepCodes), params: z.record(z.string(), z.number()) })),
});

export type StoredAnswers = z.output<typeof answersSchema>;

/** What a page shows of one determination. */
export type StoredDetermination = {
  readonly determinedOn: CalendarDate;
  readonly eligible: boolean;
  readonly answers: StoredAnswers;
  readonly findings: readonly z.output<typeof findingSchema>[];
};

/** Reads back what `checkEligibility` stored. */
export function readDetermination(row: {
  readonly determinedOn: CalendarDate;
  readonly eligible: boolean;
  readonly answers: unknown;
  readonly findings: unknown;
}): StoredDetermination {
  return {
    determinedOn: row.determinedOn,
    eligible: row.eligible,
    answers: answersSchema.parse(row.answers),
    findings: z.array(findingSchema).parse(row.findings),
  };
}
