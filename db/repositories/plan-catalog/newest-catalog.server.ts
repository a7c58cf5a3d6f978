import type { Tx } from "../../client.server";
import { KeptAnswers } from "../rate-shelf-memory.server";
import { latestCatalogVersion, type CatalogVersion } from "./catalog-version.server";
import type { Db } from "./copy-rows.server";

export const catalogChannel = "catalog_ready";

type Memory = { readonly answers: KeptAnswers<CatalogVersion | undefined>; isTold: boolean };
const slot = Symbol.for("shopfront.newest-catalogs");
// The server and the built pages are two module graphs of one process: the one listens, the other asks.
const holder = globalThis as { [slot]?: Memory };
const memory = (holder[slot] ??= { answers: new KeptAnswers(200), isTold: false });

/**
 * The newest catalog of a state and year. A process that is told of imports remembers it until the next one; any other asks
 * each time. What is fixed with an offer keeps its own version and never comes here.
 */
export function newestCatalog(tx: Tx, at: { year: number; state: string }): Promise<CatalogVersion | undefined> {
  const ask = () => latestCatalogVersion(tx, at);
  return memory.isTold ? memory.answers.get(`${at.year}|${at.state}`, ask) : ask();
}

/** Also after a lost connection is back: what was said in between was missed. */
export function forgetNewestCatalogs(): void {
  memory.answers.clear();
}

export function rememberNewestCatalogs(isTold: boolean): void {
  memory.isTold = isTold;
  memory.answers.clear();
}

/** Heard by every web process once the import's transaction is committed, and by none when it fails. */
export async function tellOfCatalogs(tx: Db): Promise<void> {
  await tx`select pg_notify(${catalogChannel}, '')`;
}
