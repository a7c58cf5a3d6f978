import { createServer, type Server } from "node:http";
import path from "node:path";
import { sql } from "drizzle-orm";
import { requireSafeApplicationRole } from "~db/application-role.server";
import { listenForCatalogs } from "~db/catalog-news.server";
import { closePool, withDoor } from "~db/client.server";
import { env } from "../platform/env.server";
import { StartProblem } from "../platform/start-problem";
import { createApplication } from "./application.server";
import { loadBuild, pagesOf, tooLargePagesOf } from "./pages.server";
import { refuseToStart, stopWithSupervisor, tellSupervisor } from "./supervised.server";

const drainMs = 10_000;

async function startWeb(): Promise<void> {
  const { port, host, publicOrigin, publicOriginIsDefault, trustedProxyCount, projectFolder, databaseUrl } = env();
  if (!databaseUrl) throw new StartProblem("DATABASE_URL is not set. npm start brings a database of its own.");
  await requireSafeApplicationRole(databaseUrl);
  const catalogNews = await listenForCatalogs(databaseUrl);
  const buildFolder = path.join(projectFolder, "build");
  const build = await loadBuild(path.join(buildFolder, "server", "index.js"));
  const [answer, refuseTooLarge] = [pagesOf(build), tooLargePagesOf(build)];
  const application = createApplication({
    port,
    publicOrigin,
    publicOriginIsDefault,
    trustedProxyCount,
    clientFolder: path.join(buildFolder, "client"),
    pages: (request, response, next) => void answer(request, response, next),
    tooLargePage: (request, response, next) => void refuseTooLarge(request, response, next),
    checkHealth: async () => {
      await withDoor({ kind: "public" }, (tx) => tx.execute(sql`select 1`));
    },
  });
  const server = createServer(
    { headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 75_000 },
    application,
  );
  await listen(server, { port, host });
  tellSupervisor({ kind: "ready", address: publicOrigin });
  stopWithSupervisor(async () => {
    await drain(server);
    await catalogNews.stop();
    await closePool();
  });
}

function listen(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new StartProblem(
              `Port ${port} on ${host} is taken by another program. Stop it, or choose another with PORT.`,
            )
          : new StartProblem(`The server cannot listen on ${host}, port ${port}: ${error.message}`),
      ),
    );
    server.listen({ port, host }, () => resolve());
  });
}

/** Lets the requests under way finish; takes no new ones. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}

startWeb().catch(refuseToStart);
