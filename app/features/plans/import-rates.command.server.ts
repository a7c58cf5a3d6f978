import { oldestRateAge } from "~/domain/plan-catalog/values/cms-age";
import type { RateRow } from "~/domain/plan-catalog/rows/rate-row";
import type { StoredRateSheet } from "~db/repositories/plan-catalog/catalog-loading.server";

type Growing = {
  readonly planId: string;
  readonly ratingArea: number;
  readonly effectiveOn: string;
  readonly expiresOn: string;
  /** 0 stands for an age without a price; a real price is never 0. */
  readonly cents: Int32Array;
  readonly tobaccoCents: Int32Array;
  readonly bandStarts: Set<number>;
  tierCents: Extract<RateRow, { kind: "family-option" }>["tierCents"] | null;
};
type Added = "added" | "repeated" | "conflicting";
const size = oldestRateAge + 1;

/** Puts the rows of a rate file, in any order, together to one sheet for each plan, area and period. */
export class RateSheetBuilder {
  private readonly sheets = new Map<string, Growing>();

  add(row: RateRow): Added {
    const key = `${row.planId}|${row.ratingArea}|${row.effectiveOn}`;
    const sheet = this.sheets.get(key) ?? emptySheet(row);
    if (sheet.expiresOn !== row.expiresOn) return "conflicting";
    const added = row.kind === "ages" ? addAges(sheet, row) : addTiers(sheet, row);
    if (added === "added") this.sheets.set(key, sheet);
    return added;
  }

  get planIds(): ReadonlySet<string> {
    return new Set([...this.sheets.values()].map((sheet) => sheet.planId));
  }

  *stored(): Generator<StoredRateSheet> {
    for (const sheet of this.sheets.values()) {
      const { planId, ratingArea, effectiveOn, expiresOn, tierCents } = sheet;
      const byAge = tierCents === null;
      yield {
        planId,
        ratingArea,
        effectiveOn,
        expiresOn,
        tierCents,
        bandStarts: byAge ? [...sheet.bandStarts].sort((a, b) => a - b) : null,
        centsByAge: byAge ? [...sheet.cents] : null,
        tobaccoCentsByAge: byAge && sheet.tobaccoCents.some((price) => price > 0) ? [...sheet.tobaccoCents] : null,
      };
    }
  }
}

function emptySheet({ planId, ratingArea, effectiveOn, expiresOn }: RateRow): Growing {
  const prices = { cents: new Int32Array(size), tobaccoCents: new Int32Array(size) };
  return { planId, ratingArea, effectiveOn, expiresOn, ...prices, bandStarts: new Set(), tierCents: null };
}

function addAges(sheet: Growing, row: Extract<RateRow, { kind: "ages" }>): Added {
  if (sheet.tierCents) return "conflicting";
  const tobacco = row.tobaccoCents ?? 0;
  const filed = sheet.cents.subarray(row.fromAge, row.toAge + 1);
  if (filed.some((price) => price > 0)) {
    const same =
      sheet.bandStarts.has(row.fromAge) &&
      filed.every((price) => price === row.rateCents) &&
      sheet.tobaccoCents.subarray(row.fromAge, row.toAge + 1).every((price) => price === tobacco);
    return same ? "repeated" : "conflicting";
  }
  filed.fill(row.rateCents);
  sheet.tobaccoCents.fill(tobacco, row.fromAge, row.toAge + 1);
  sheet.bandStarts.add(row.fromAge);
  return "added";
}

function addTiers(sheet: Growing, row: Extract<RateRow, { kind: "family-option" }>): Added {
  if (sheet.tierCents)
    return JSON.stringify(sheet.tierCents) === JSON.stringify(row.tierCents) ? "repeated" : "conflicting";
  if (sheet.bandStarts.size > 0) return "conflicting";
  sheet.tierCents = row.tierCents;
  return "added";
}
