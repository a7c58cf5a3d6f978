import { createHash } from "node:crypto";
import type { AnsweredLine } from "../coverage-price.server";

/** Changes when a choice, a covered person or an amount changes, so that nobody signs what they have not seen. */
export function fingerprintOf(lines: readonly AnsweredLine[]): string {
  const facts = lines.map(({ line, choice, price }) => [
    line,
    choice?.kind === "waive" ? choice.reason : (choice?.planId ?? null),
    (price?.people ?? []).map((person) => [
      ...[person.memberId, person.name, person.premiumCents, person.employerShareCents],
    ]),
  ]);
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}
