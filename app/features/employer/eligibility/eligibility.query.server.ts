import { desc, eq, getTableColumns } from "drizzle-orm";
import { withDoor } from "~db/client.server";
import type { TaxCreditRecord } from "~db/repositories/employers/tax-credit-answers.server";
import { eligibilityDeterminations, taxCreditAnswers } from "~db/schema/employers";
import { readDetermination, type StoredDetermination } from "./stored-determination.server";

type LatestDetermination = StoredDetermination & {
  /** What was answered about the tax credit; null before that. */
  readonly taxCredit: Pick<TaxCreditRecord, "answers"> | null;
};

/** The newest answer; undefined before the first. One statement. */
export async function latestDetermination(who: {
  employerId: string;
  userId: string;
}): Promise<LatestDetermination | undefined> {
  const { employerId } = who;
  const [row] = await withDoor(
    { kind: "employer", ...who },
    (tx) =>
      tx
        .select({ ...getTableColumns(eligibilityDeterminations), creditAnswers: taxCreditAnswers.answers })
        .from(eligibilityDeterminations)
        .leftJoin(taxCreditAnswers, eq(taxCreditAnswers.employerId, eligibilityDeterminations.employerId))
        .where(eq(eligibilityDeterminations.employerId, employerId))
        .orderBy(desc(eligibilityDeterminations.createdAt), desc(eligibilityDeterminations.determinationId))
        .limit(1),
    { readOnly: true },
  );
  if (!row) return undefined;
  return { ...readDetermination(row), taxCredit: row.creditAnswers && { answers: row.creditAnswers } };
}
