import { oldestRateAge } from "~/domain/plan-catalog/values/cms-age";
import type { RateRow } from "~/domain/plan-catalog/rows/rate-row";
import type { StoredRateSheet } from "~db/repositories/plan-catalog/catalog-loading.server";

type AgesRow = Extract<RateRow, { kind: "ages" }>;
type TierCents = Extract<RateRow, { kind: "family-option" }>["tierCents"];
type Added = "added" | "repeated" | "conflicting";

const ages = oldestRateAge + 1;
const sheetsPerBlock = 1_024;

/** Numbers texts that come again and again, in the order in which they are first seen. */
class Numbered {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

/**
 * The prices of 1,024 sheets side by side, whole cents by age; 0 stands for an age without a price, a real price is never
 * 0. `bandStarts` marks the first age of each filed band. Tobacco users' prices take room only where some are filed.
 */
class PriceBlock {
  readonly cents = new Int32Array(sheetsPerBlock * ages);
  readonly bandStarts = new Uint8Array(sheetsPerBlock * ages);
  tobaccoCents: Int32Array | undefined;
}

/**
 * Puts the rows of a rate file, in any order, together to one sheet for each plan, area and period. A national year
 * has some fifty thousand sheets of about 600 bytes each, so they stay in memory until the file is read.
 */
export class RateSheetBuilder {
  private readonly plans = new Numbered();
  private readonly days = new Numbered();
  private readonly numbers = new Map<number, number>();
  /** Plan, area, first and last day of each sheet, four numbers one after the other. */
  private readonly keys: number[] = [];
  private readonly blocks: PriceBlock[] = [];
  private readonly tiers = new Map<number, TierCents>();
  private count = 0;

  add(row: RateRow): Added {
    const { number, expires } = this.find(row);
    if (number < this.count && this.keys[number * 4 + 3] !== expires) return "conflicting";
    return row.kind === "ages" ? this.addAges(number, row) : this.addTiers(number, row);
  }

  get planIds(): ReadonlySet<string> {
    return new Set(this.plans.texts);
  }

  *stored(): Generator<StoredRateSheet> {
    for (let number = 0; number < this.count; number += 1) {
      const [plan = 0, ratingArea = 0, effective = 0, expires = 0] = this.keys.slice(number * 4, number * 4 + 4);
      yield {
        planId: this.plans.texts[plan] ?? "",
        ratingArea,
        effectiveOn: this.days.texts[effective] ?? "",
        expiresOn: this.days.texts[expires] ?? "",
        ...(this.tiers.has(number) ? householdPrices(this.tiers.get(number)!) : this.agePrices(number)),
      };
    }
  }

  /** The sheet of the row, made where there was none. */
  private find({ planId, ratingArea, effectiveOn, expiresOn }: RateRow): { number: number; expires: number } {
    const plan = this.plans.numberOf(planId);
    const effective = this.days.numberOf(effectiveOn);
    const expires = this.days.numberOf(expiresOn);
    // Every part has room: areas are below a thousand, and two centuries have fewer days than 2 ** 17.
    const key = (plan * 1_000 + ratingArea) * 2 ** 17 + effective;
    const known = this.numbers.get(key);
    if (known !== undefined) return { number: known, expires };
    const number = this.count;
    this.count += 1;
    this.numbers.set(key, number);
    this.keys.push(plan, ratingArea, effective, expires);
    if (number % sheetsPerBlock === 0) this.blocks.push(new PriceBlock());
    return { number, expires };
  }

  private placeOf(number: number): { block: PriceBlock; start: number } {
    return { block: this.blocks[Math.floor(number / sheetsPerBlock)]!, start: (number % sheetsPerBlock) * ages };
  }

  private addAges(number: number, { fromAge, toAge, rateCents, tobaccoCents }: AgesRow): Added {
    if (this.tiers.has(number)) return "conflicting";
    const { block, start } = this.placeOf(number);
    const tobacco = tobaccoCents ?? 0;
    if (isFiled(block, start + fromAge, start + toAge)) {
      const same = block.bandStarts[start + fromAge] === 1;
      return same && holds(block, { from: start + fromAge, to: start + toAge, rateCents, tobacco })
        ? "repeated"
        : "conflicting";
    }
    for (let at = start + fromAge; at <= start + toAge; at += 1) block.cents[at] = rateCents;
    if (tobacco > 0) {
      block.tobaccoCents ??= new Int32Array(sheetsPerBlock * ages);
      block.tobaccoCents.fill(tobacco, start + fromAge, start + toAge + 1);
    }
    block.bandStarts[start + fromAge] = 1;
    return "added";
  }

  private addTiers(number: number, { tierCents }: Extract<RateRow, { kind: "family-option" }>): Added {
    const filed = this.tiers.get(number);
    if (filed) return JSON.stringify(filed) === JSON.stringify(tierCents) ? "repeated" : "conflicting";
    const { block, start } = this.placeOf(number);
    if (isFiled(block, start, start + oldestRateAge)) return "conflicting";
    this.tiers.set(number, tierCents);
    return "added";
  }

  private agePrices(number: number): Prices {
    const { block, start } = this.placeOf(number);
    const bandStarts: number[] = [];
    for (let age = 0; age < ages; age += 1) if (block.bandStarts[start + age] === 1) bandStarts.push(age);
    const tobacco = block.tobaccoCents?.subarray(start, start + ages);
    const hasTobacco = tobacco?.some((price) => price > 0) ?? false;
    return {
      bandStarts,
      centsByAge: block.cents.subarray(start, start + ages),
      tobaccoCentsByAge: hasTobacco && tobacco ? tobacco : null,
      tierCents: null,
    };
  }
}

type Prices = Pick<StoredRateSheet, "bandStarts" | "centsByAge" | "tobaccoCentsByAge" | "tierCents">;

function householdPrices(tierCents: TierCents): Prices {
  return { bandStarts: null, centsByAge: null, tobaccoCentsByAge: null, tierCents };
}

function isFiled({ cents }: PriceBlock, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) if (cents[at]! > 0) return true;
  return false;
}

function holds(
  { cents, tobaccoCents }: PriceBlock,
  filed: { from: number; to: number; rateCents: number; tobacco: number },
): boolean {
  for (let at = filed.from; at <= filed.to; at += 1) {
    if (cents[at] !== filed.rateCents || (tobaccoCents?.[at] ?? 0) !== filed.tobacco) return false;
  }
  return true;
}
