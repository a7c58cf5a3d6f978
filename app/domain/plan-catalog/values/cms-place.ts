/**
 * Five digits of a county FIPS code or a ZIP. Spreadsheets lose leading zeros and add `.0`: `1001` is `01001`,
 * `29027.0` is `29027`. Undefined when it is longer, shorter than four digits or not digits.
 */
export function parseFiveDigits(text: string): string | undefined {
  const match = /^(\d{4,5})(?:\.0)?$/.exec(text.trim());
  return match ? match[1]!.padStart(5, "0") : undefined;
}

/** `Rating Area 7`, `R-MA007`, `7` is 7; undefined for anything else. */
export function parseRatingArea(text: string): number | undefined {
  const match = /^(?:rating area |r-[a-z]{2})?(\d{1,3})$/i.exec(text.trim());
  const area = match ? Number(match[1]) : 0;
  return area > 0 ? area : undefined;
}

/** The ZIPs of a partial county, parted by commas and blanks; undefined when one of them is no ZIP. */
export function parseZipList(text: string): readonly string[] | undefined {
  const zips = text
    .split(/[,\s]+/)
    .filter((part) => part !== "")
    .map(parseFiveDigits);
  return zips.every((zip) => zip !== undefined) ? [...new Set(zips)] : undefined;
}
