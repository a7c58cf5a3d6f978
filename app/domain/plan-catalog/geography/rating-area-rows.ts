// Rating areas are unions of counties; Alaska, Idaho, Massachusetts, Nebraska and Los Angeles County use 3-digit ZIPs.
// Law: 45 CFR 147.102(b)(3). A ZIP-level table is stored as few rows as say the same: one for a county of a single
// area, one for each 3-digit ZIP inside a divided county, and full ZIPs only where even those are divided.

export const citation = "45 CFR 147.102(b)(3)";

export type RatingAreaRow = {
  readonly state: string;
  /** Null: every county of the state. */
  readonly countyFips: string | null;
  /** Leading digits of the ZIP; null: the whole county. */
  readonly zipPrefix: string | null;
  readonly ratingArea: number;
};

/** Where a table by county is only an approximation: a state, or one county of it. */
const ratedByZip3: Readonly<Record<string, string | null>> = { AK: null, ID: null, MA: null, NE: null, CA: "06037" };

export function isRatedByZip3({ state, countyFips }: { state: string; countyFips: string }): boolean {
  const within = ratedByZip3[state];
  return within === null || within === countyFips;
}

/** The county that a 3-digit ZIP's area is confined to; null: the whole state. */
export function countyOfZip3Rating(state: string): string | null {
  return ratedByZip3[state] ?? null;
}

export type ZipArea = {
  readonly state: string;
  readonly countyFips: string;
  readonly zip: string;
  readonly ratingArea: number;
};

export function compactRatingAreas(rows: readonly ZipArea[]): readonly RatingAreaRow[] {
  return groups(rows, (row) => row.countyFips).flatMap((county) => {
    const whole = narrowed(county, null);
    if (whole) return [whole];
    return groups(county, (row) => row.zip.slice(0, 3)).flatMap((zip3) => {
      const part = narrowed(zip3, zip3[0].zip.slice(0, 3));
      return part ? [part] : zip3.flatMap((row) => narrowed([row], row.zip) ?? []);
    });
  });
}

type NonEmpty<T> = [T, ...T[]];

function groups<T>(rows: readonly T[], keyOf: (row: T) => string): NonEmpty<T>[] {
  const byKey = new Map<string, NonEmpty<T>>();
  for (const row of rows) {
    const group = byKey.get(keyOf(row));
    if (group) group.push(row);
    else byKey.set(keyOf(row), [row]);
  }
  return [...byKey.values()];
}

function narrowed(rows: NonEmpty<ZipArea>, zipPrefix: string | null): RatingAreaRow | undefined {
  const [{ state, countyFips, ratingArea }] = rows;
  return rows.every((row) => row.ratingArea === ratingArea) ? { state, countyFips, zipPrefix, ratingArea } : undefined;
}
