import type { CoverageLine } from "../../coverage-line";
import { parseFiveDigits, parseZipList } from "../values/cms-place";
import { parseYesNo, RowReader, type CmsRow, type RowReading } from "./cms-row";
import { parseMarket, type Market } from "./market";

/** One line of an issuer's service area: the whole state, a county, or some ZIPs of a county. */
export type ServiceAreaRow = {
  readonly businessYear: number;
  readonly state: string;
  readonly issuerId: string;
  readonly serviceAreaId: string;
  readonly name: string;
  /** Null where the file does not say: the row then serves every market, or both lines. */
  readonly market: Market | null;
  readonly line: CoverageLine | null;
  readonly cover:
    | { readonly kind: "state" }
    | { readonly kind: "county"; readonly countyFips: string }
    | { readonly kind: "zips"; readonly countyFips: string; readonly zips: readonly string[] };
};

export function readServiceAreaRow(cell: CmsRow): RowReading<ServiceAreaRow> {
  const reader = new RowReader(cell);
  const businessYear = reader.businessYear();
  const issuerId = reader.issuerId();
  const state = reader.required("StateCode");
  const serviceAreaId = reader.required("ServiceAreaId");
  const market = reader.optional("MarketCoverage", parseMarket, "catalog-market-unknown");
  const dental = reader.yesNo("DentalOnlyPlan");
  const cover = readCover(reader);
  const line = dental === null ? null : dental ? "dental" : "medical";
  const name = cell("ServiceAreaName");
  return reader.done(() => ({ businessYear, state, issuerId, serviceAreaId, name, market, line, cover: cover! }));
}

function readCover(reader: RowReader): ServiceAreaRow["cover"] | undefined {
  if (parseYesNo(reader.cell("CoverEntireState")) === true) return { kind: "state" };
  const countyFips = parseFiveDigits(reader.cell("County"));
  if (countyFips === undefined) return reader.refuse("County", "catalog-county-unreadable");
  if (parseYesNo(reader.cell("PartialCounty")) !== true) return { kind: "county", countyFips };
  const zips = parseZipList(reader.cell("ZipCodes"));
  if (zips === undefined) return reader.refuse("ZipCodes", "catalog-zip-list-unreadable");
  if (zips.length === 0) return reader.refuse("ZipCodes", "catalog-partial-county-without-zips");
  return { kind: "zips", countyFips, zips };
}
