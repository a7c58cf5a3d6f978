import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "../../client.server";
import { taxCreditAnswers } from "../../schema/employers";

/** What was typed, by the form's field names. */
export type TaxCreditRecord = { readonly answers: Readonly<Record<string, string>>; readonly version: number };

/** Everything at once, for another statement of one business: `select ... ${taxCreditJson(employerId)} as "taxCredit"`. */
export function taxCreditJson(employerId: string) {
  return sql`(select json_build_object('answers', answers, 'version', version)
    from tax_credit_answers where employer_id = ${employerId})`;
}

/**
 * Keeps the answers if they are still those of `version`, 0 for the first; false when somebody else's are there by now.
 * Employer door.
 */
export async function saveTaxCreditAnswers(
  tx: Tx,
  employerId: string,
  { version, ...row }: { version: number; answers: Record<string, string>; answeredBy: string },
): Promise<boolean> {
  const saved =
    version === 0
      ? await tx
          .insert(taxCreditAnswers)
          .values({ employerId, ...row })
          .onConflictDoNothing()
          .returning({ version: taxCreditAnswers.version })
      : await tx
          .update(taxCreditAnswers)
          .set({ ...row, version: version + 1, answeredAt: sql`now()` })
          .where(and(eq(taxCreditAnswers.employerId, employerId), eq(taxCreditAnswers.version, version)))
          .returning({ version: taxCreditAnswers.version });
  return saved.length > 0;
}
