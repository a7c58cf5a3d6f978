// Of many designs, those that no other beats: a design beats another when it is at least as good in every measure and is
// better in one, or when all measures are equal and the tie-break puts it first.

export type Measures = {
  /** Less is better. */
  readonly employerMonthlyCents: number;
  readonly employeesMonthlyCents: number;
  /** More is better; null, for a plan that states none, comes after every stated value. */
  readonly actuarialValueBasisPoints: number | null;
};

/** `tieBreak` orders designs with equal measures, the one to keep first. By the employer's cost, smallest first. */
export function unbeaten<Design extends Measures>(
  designs: readonly Design[],
  tieBreak: (a: Design, b: Design) => number,
): readonly Design[] {
  const value = (design: Design) => design.actuarialValueBasisPoints ?? -1;
  const ordered = [...designs].sort(
    (a, b) =>
      a.employerMonthlyCents - b.employerMonthlyCents ||
      a.employeesMonthlyCents - b.employeesMonthlyCents ||
      value(b) - value(a) ||
      tieBreak(a, b),
  );
  // Whatever comes earlier costs the employer no more: it beats unless it costs employees more or is worth less.
  const ranks = new Map([...new Set(ordered.map(value))].sort((a, b) => b - a).map((worth, rank) => [worth, rank]));
  const cheapest = new Float64Array(ranks.size).fill(Infinity);
  return ordered.filter((design) => {
    const rank = ranks.get(value(design)) ?? 0;
    if (cheapest[rank]! <= design.employeesMonthlyCents) return false;
    for (let worse = rank; worse < cheapest.length; worse += 1) {
      if (cheapest[worse]! > design.employeesMonthlyCents) cheapest[worse] = design.employeesMonthlyCents;
    }
    return true;
  });
}
