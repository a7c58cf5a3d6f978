// A small employer has from 1 to 50 full-time equivalents, 100 where the state has chosen so; both ends are included.
// An employer that is already in SHOP and grows out of the limit stays eligible until it fails another test or leaves.
// 42 U.S.C. 18024(b); 45 CFR 155.20 and 155.710(d). Whole full-time equivalents.
import type { Explanation } from "../explanation";
import { invariant } from "../invariant";
import { allowed, refused, type Ruling } from "../problem";

export const citation = "42 U.S.C. 18024(b); 45 CFR 155.20";
export const growthCitation = "45 CFR 155.710(d)";

export type SizeAnswers = {
  readonly fte: number;
  readonly sizeLimitFte: number;
  /** See `continuingEligibility`. */
  readonly alreadyInShop: boolean;
};

/** Problems: `employer-below-one-fte` {fte}, `employer-too-large` {fte, sizeLimitFte}. */
export function smallEmployerRuling({ fte, sizeLimitFte, alreadyInShop }: SizeAnswers): Ruling {
  invariant(Number.isSafeInteger(fte) && fte >= 0, `full-time equivalents are whole, from 0, got ${fte}`);
  if (fte < 1) return refused({ code: "employer-below-one-fte", field: "fte", params: { fte }, citation });
  if (fte <= sizeLimitFte || alreadyInShop) return allowed;
  return refused({ code: "employer-too-large", field: "fte", params: { fte, sizeLimitFte }, citation });
}

export function explainSmallEmployer(answers: SizeAnswers): Explanation {
  const { fte, sizeLimitFte } = answers;
  const params = { fte, sizeLimitFte };
  if (!smallEmployerRuling(answers).allowed) {
    return { code: fte < 1 ? "explain-size-below-one" : "explain-size-over-limit", params, citation };
  }
  const grown = fte > sizeLimitFte;
  return grown
    ? { code: "explain-size-grown-out", params, citation: growthCitation }
    : { code: "explain-size-within-limit", params, citation };
}
