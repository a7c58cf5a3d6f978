import { coverageLines, type CoverageLine } from "~/domain/coverage-line";
import { soldAtZip, type ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import type { Tx } from "~db/client.server";
import type { ShoppingPlace, ShoppingRecord } from "~db/repositories/benefit-application-shopping.server";
import { rateShelf } from "~db/repositories/rate-shelf.server";

/** The plans sold at the business's address in one line; none where no catalog or rating area is loaded. */
export async function plansOfLine(
  tx: Tx,
  { shopping, place, line }: { shopping: ShoppingRecord; place: ShoppingPlace; line: CoverageLine },
): Promise<readonly ShelfPlan[]> {
  const { catalogVersionId, ratingArea, startOn } = shopping;
  if (catalogVersionId === null || ratingArea === null) return [];
  const { state, countyFips, zip } = place;
  return soldAtZip(await rateShelf(tx, { catalogVersionId, ratingArea, startOn, state, countyFips, line }), zip);
}

/** As above for each line that is offered; the others are empty. */
export async function plansOfOfferedLines(
  tx: Tx,
  { shopping, place }: { shopping: ShoppingRecord; place: ShoppingPlace },
): Promise<Readonly<Record<CoverageLine, readonly ShelfPlan[]>>> {
  const found: Record<CoverageLine, readonly ShelfPlan[]> = { medical: [], dental: [] };
  for (const line of coverageLines) {
    if (shopping.offers.some((offer) => offer.line === line))
      found[line] = await plansOfLine(tx, { shopping, place, line });
  }
  return found;
}
