import { failed, done, type Outcome } from "~/domain/problem";
import { smallBusinessCredit } from "~/domain/tax-credit/small-business-credit.rule";
import { writeAudit } from "~/platform/audit.server";
import { withDoor } from "~db/client.server";
import { saveTaxCreditAnswers } from "~db/repositories/employers/tax-credit-answers.server";
import { creditOfAnswers } from "./credit-of-answers.server";
import type { SaveTaxCredit } from "./tax-credit.schema";

/**
 * Keeps what was typed for the estimate, if the tax year has figures. Problems: those of the count and the credit,
 * `stale` when somebody else has answered since.
 */
export async function saveTaxCredit(act: {
  readonly employerId: string;
  readonly userId: string;
  readonly actorName: string;
  readonly state: string;
  readonly input: SaveTaxCredit;
  /** As posted, to fill the form again. */
  readonly typed: Readonly<Record<string, string>>;
}): Promise<Outcome<undefined>> {
  const { employerId, userId, actorName, state, input, typed } = act;
  const answered = creditOfAnswers(input, { state });
  if (!answered.ok) return answered;
  const worksheet = smallBusinessCredit(answered.value.input);
  if (!worksheet.ok) {
    return failed(...worksheet.problems.map((problem) => ({ ...problem, field: "taxYear" })));
  }
  const { version, ...rest } = typed;
  const answers = Object.fromEntries(Object.entries(rest).filter(([, value]) => value.trim() !== ""));
  return withDoor({ kind: "employer", employerId, userId }, async (tx) => {
    const saved = await saveTaxCreditAnswers(tx, employerId, { version: Number(version), answers, answeredBy: userId });
    if (!saved) return failed({ code: "stale" });
    await writeAudit(tx, {
      ...{ employerId, actorUserId: userId, actorName, action: "tax-credit-estimated" },
      details: { taxYear: input.taxYear, creditCents: worksheet.value.creditCents },
    });
    return done(undefined);
  });
}
