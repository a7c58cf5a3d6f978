import postgres from "postgres";
import {
  catalogChannel,
  forgetNewestCatalogs,
  rememberNewestCatalogs,
} from "./repositories/plan-catalog/newest-catalog.server";

/**
 * Listens for finished imports on a connection of its own, so that pages see a new catalog without a restart. The library
 * connects again after a loss and calls back when it listens again: whatever was remembered is then forgotten. Needs a direct
 * connection: a pooler that lends it out by transaction would lose the listening.
 */
export async function listenForCatalogs(url: string): Promise<{ stop(): Promise<void> }> {
  const sql = postgres(url, {
    max: 1,
    onnotice: () => undefined,
    connection: { application_name: "shopfront-catalog-news" },
  });
  await sql.listen(catalogChannel, forgetNewestCatalogs, forgetNewestCatalogs);
  rememberNewestCatalogs(true);
  return {
    stop: async () => {
      rememberNewestCatalogs(false);
      await sql.end({ timeout: 5 });
    },
  };
}
