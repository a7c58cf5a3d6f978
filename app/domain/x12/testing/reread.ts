import type { InitialEnrollment, SsnByMember } from "../../enrollment/enrollment-event";
import { invariant } from "../../invariant";
import type { CharacterRules } from "../characters";
import { readEnvelopes } from "../reading/envelope-reader";
import type { TransactionSet } from "../reading/envelope";
import { writeInterchange, type TransactionText } from "../writing/interchange-writer";
import { render834 } from "../writing/render-834";
import { extendedUpper, familySsns, interchangeOf, stamp } from "./enrollment-fixture";

type Options = { readonly rules?: CharacterRules; readonly ssns?: SsnByMember };

/** The transaction of one enrollment, which must be renderable. */
export function rendered(
  event: InitialEnrollment,
  { rules = extendedUpper, ssns = familySsns }: Options = {},
): TransactionText {
  const outcome = render834(event, { rules, stamp, ssns });
  invariant(outcome.ok, outcome.ok ? "" : JSON.stringify(outcome.problems));
  return outcome.value;
}

/** The file of some transactions. */
export function fileAround(transactions: readonly TransactionText[], rules: CharacterRules = extendedUpper): string {
  const outcome = writeInterchange(interchangeOf(transactions), { rules });
  invariant(outcome.ok, outcome.ok ? "" : JSON.stringify(outcome.problems));
  return outcome.value;
}

/** The first transaction of a file. */
export function firstTransaction(text: string): TransactionSet {
  const reading = readEnvelopes(text);
  const transaction = reading.interchanges[0]?.groups[0]?.transactions[0] ?? reading.fragments[0];
  invariant(transaction, "the file holds a transaction");
  return transaction;
}
