import { z } from "zod";

const text = z.preprocess((value) => (typeof value === "string" ? value.trim() : ""), z.string().max(2_000));

const familyRow = z.object({ age: text, tobacco: text, spouse: text, children: text });

/** Typed ages: employees on their own in one line, and a row for each employee with a family. */
export const censusAgesSchema = z.object({
  ages: text,
  families: z.preprocess((value) => (Array.isArray(value) ? value : []), z.array(familyRow).max(200)),
});
export type CensusAges = z.output<typeof censusAgesSchema>;

/** Rows that stand on the page at first, and that a press of the button adds. */
export const familyRowsAtFirst = 3;
export const familyRowsMore = 5;

/** How the people are told. */
export const censusWays = ["ages", "list"] as const;
export type CensusWay = (typeof censusWays)[number];

/** More than 200 rows of a usual list. */
export const censusFileLargestBytes = 100_000;
