import { parseCmsLink } from "../values/cms-link";
import { RowReader, type CmsRow, type RowReading } from "./cms-row";
import { parseMarket, type Market } from "./market";

export type NetworkRow = {
  readonly businessYear: number;
  readonly state: string;
  readonly issuerId: string;
  readonly networkId: string;
  readonly name: string;
  readonly url: string | null;
  readonly market: Market | null;
};

export function readNetworkRow(cell: CmsRow): RowReading<NetworkRow> {
  const reader = new RowReader(cell);
  const businessYear = reader.businessYear();
  const issuerId = reader.issuerId();
  const state = reader.required("StateCode");
  const networkId = reader.required("NetworkId");
  const name = reader.required("NetworkName");
  const url = reader.optional("NetworkURL", parseCmsLink, "catalog-link-unusable");
  const market = reader.optional("MarketCoverage", parseMarket, "catalog-market-unknown");
  return reader.done(() => ({ businessYear, state, issuerId, networkId, name, url, market }));
}
