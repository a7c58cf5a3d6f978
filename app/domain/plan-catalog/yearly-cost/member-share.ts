// What a member pays for one service, out of the two cells under which it is filed. The words of the filing templates:
// `$20` is a copay to which the deductible does not apply; `after deductible` is paid once the deductible is met, and the
// full price until then; `before deductible` is a copay paid first, the rest of the price then counts to the deductible.
// Both cells can charge: then the copay comes first and the percentage is of what is left.

import { parseDollars, type BasisPoints, type Cents } from "../../money/cents";
import type { CareCost } from "../shelf-plan";
import { readCostShare, type CostShare } from "../values/cost-share";

export type MemberShare = {
  readonly copayCents: Cents;
  /** A copay for each day of a stay, not one for the whole. */
  readonly copayPerDay: boolean;
  /** The copay is paid before the deductible is looked at. */
  readonly copayFirst: boolean;
  readonly deductibleApplies: boolean;
  readonly coinsuranceBasisPoints: BasisPoints;
};

/** Null where the cells do not say it: empty, not covered, both not applicable, or an amount in the wrong cell. */
export function memberShareOf(cost: CareCost | undefined): MemberShare | null {
  if (!cost || cost.covered !== true) return null;
  const copay = readCostShare(cost.copay ?? "");
  const coinsurance = readCostShare(cost.coinsurance ?? "");
  if (!isCopayCell(copay) || !isCoinsuranceCell(coinsurance)) return null;
  if (copay.kind === "not-applicable" && coinsurance.kind === "not-applicable") return null;
  const copayCents = copay.kind === "copay" ? parseDollars(copay.dollars) : (0 as Cents);
  const share = coinsurance.kind === "coinsurance" ? basisPointsOf(coinsurance.percent) : (0 as BasisPoints);
  if (copayCents === undefined || share === undefined) return null;
  return {
    copayCents,
    copayPerDay: copay.kind === "copay" && copay.per === "day",
    copayFirst: copay.kind === "copay" && copay.deductible !== "after",
    deductibleApplies: [copay, coinsurance].some((cell) => "deductible" in cell && cell.deductible !== null),
    coinsuranceBasisPoints: share,
  };
}

type Cell<Kind extends CostShare["kind"]> = Extract<CostShare, { kind: Kind }>;
type Silent = { readonly kind: "not-applicable" };

function isCopayCell(share: CostShare): share is Cell<"copay" | "no-charge"> | Silent {
  return share.kind === "copay" || share.kind === "no-charge" || share.kind === "not-applicable";
}

function isCoinsuranceCell(share: CostShare): share is Cell<"coinsurance" | "no-charge"> | Silent {
  return share.kind === "coinsurance" || share.kind === "no-charge" || share.kind === "not-applicable";
}

/** `12.5` is 1,250; undefined above 100 % and for more than two decimals, which are not guessed at. */
function basisPointsOf(percent: string): BasisPoints | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,2})0*)?$/.exec(percent);
  if (!match) return undefined;
  const value = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return value <= 10_000 ? (value as BasisPoints) : undefined;
}
