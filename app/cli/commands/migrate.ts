import { makeReady, openDatabase } from "~db/open.server";
import { StartProblem } from "../../platform/start-problem";
import type { Command } from "../command";

export const command: Command = {
  name: "migrate",
  summary: "Brings the database to the newest version and renews the application role's rights.",
  usage: "migrate",
  async run(_args, io) {
    const database = await openDatabase();
    try {
      if (!database.ownerUrl) {
        throw new StartProblem("DATABASE_OWNER_URL is not set: it names the role that may change tables.");
      }
      await makeReady(database, { migrate: "always" });
      io.out("The database is up to date.");
      return 0;
    } finally {
      await database.close();
    }
  },
};
