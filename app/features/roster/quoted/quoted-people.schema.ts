import { z } from "zod";
import { censusMostPeople } from "~/domain/household/census";

const cell = z.preprocess(
  (value) => (typeof value === "string" ? value.trim().replaceAll(/\s+/g, " ") : ""),
  z.string().max(200),
);

/** People on their way from a quote to the roster, as they stand in the form. Read by the roster's own upload. */
const quotedPersonSchema = z.object({
  /** Which household, as the quote counts them. */
  family: cell,
  relationship: cell,
  firstName: cell,
  lastName: cell,
  bornOn: cell,
  hiredOn: cell,
  usesTobacco: cell,
  /** What was said instead of a birth date. */
  ageYears: cell,
});
export type QuotedPerson = z.output<typeof quotedPersonSchema>;

export const quotedPeopleSchema = z.object({
  people: z.preprocess(
    (value) => (Array.isArray(value) ? value : []),
    z.array(quotedPersonSchema).min(1).max(censusMostPeople),
  ),
});
