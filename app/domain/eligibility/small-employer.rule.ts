// A small employer has from 1 to 50 full-time equivalents, 100 where the state has chosen so; both ends are included.
// An employer that is already in SHOP and grows out of the limit stays eligible until it fails another test or leaves.
// 42 U.S.C. 18024(b); 45 CFR 155.20 and 155.710(d). Whole full-time equivalents.
import { invariant } from "../invariant";
import { allowed, refused, type Ruling } from "../problem";

export const citation = "42 U.S.C. 18024(b); 45 CFR 155.20";
export const growthCitation = "45 CFR 155.710(d)";

/** Problems: `employer-below-one-fte` {fte}, `employer-too-large` {fte, sizeLimitFte}. */
export function smallEmployerRuling({
  fte,
  sizeLimitFte,
  alreadyInShop,
}: {
  fte: number;
  sizeLimitFte: number;
  alreadyInShop: boolean;
}): Ruling {
  invariant(Number.isSafeInteger(fte) && fte >= 0, `full-time equivalents are whole, from 0, got ${fte}`);
  if (fte < 1) return refused({ code: "employer-below-one-fte", field: "fte", params: { fte }, citation });
  if (fte <= sizeLimitFte || alreadyInShop) return allowed;
  return refused({ code: "employer-too-large", field: "fte", params: { fte, sizeLimitFte }, citation });
}
