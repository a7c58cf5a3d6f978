import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request as sendRequest } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { text } from "node:stream/consumers";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, vi } from "vitest";
import { countStatements } from "~db/client.server";
import { withFileLock } from "~db/embedded/file-lock.server";
import { createApplication } from "../../../server/application.server";
import { ensureBuild } from "../../../server/build.server";
import { loadBuild, pagesOf, tooLargePagesOf } from "../../../server/pages.server";
import { env } from "../../env.server";

const projectFolder = process.cwd();

/** The pages as they are delivered, built first where a source is newer. On the given day, and with a mail server. */
export async function deliveredBuild({ today }: { today: string }): Promise<ServerBuild> {
  const dataFolder = path.join(projectFolder, ".data");
  mkdirSync(dataFolder, { recursive: true });
  // The build's own configuration leaves the pages out while it is read for tests.
  vi.stubEnv("VITEST", "");
  await withFileLock(path.join(dataFolder, "build.lock"), () =>
    ensureBuild(projectFolder, { say: (line) => console.log(line) }),
  );
  vi.unstubAllEnvs();
  vi.stubEnv("SHOPFRONT_TODAY", today);
  vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:2525");
  return loadBuild(path.join(projectFolder, "build", "server", "index.js"));
}

export type Sent = {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE" | undefined;
  /** Where a form comes from: our own pages unless said; null for a browser that says nothing. */
  readonly origin?: string | null;
  /** The session cookie as the browser sends it back. */
  readonly cookie?: string | undefined;
  readonly body?: Body | undefined;
};

export type Body = { readonly type: string; readonly bytes: Buffer };

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Data statements that the answer took. */
  readonly statements: number;
};

export type BuiltApplication = {
  readonly send: (address: string, sent?: Sent) => Promise<Answer>;
  readonly port: () => number;
};

/** Serves the built pages over HTTP as the web process does. The test file opens the database. */
export function useBuiltApplication(build: ServerBuild): BuiltApplication {
  const [answer, refuseTooLarge] = [pagesOf(build), tooLargePagesOf(build)];
  const counts = new Map<string, Promise<{ statements: number }>>();
  const { publicOrigin, publicOriginIsDefault, port: publicPort } = env();
  const server = createServer(
    createApplication({
      port: publicPort,
      publicOrigin,
      publicOriginIsDefault,
      trustedProxyCount: 0,
      clientFolder: path.join(projectFolder, "build", "client"),
      pages: (request, response, next) => {
        const counted = countStatements(() => answer(request, response, next));
        counts.set(String(response.locals["requestId"]), counted);
      },
      tooLargePage: (request, response, next) => void refuseTooLarge(request, response, next),
      checkHealth: () => Promise.resolve(),
    }),
  );
  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    vi.unstubAllEnvs();
  });
  const port = (): number => (server.address() as AddressInfo).port;
  const send = async (address: string, sent: Sent = {}): Promise<Answer> => {
    const { method = "GET", cookie, body, origin = publicOrigin } = sent;
    const headers = {
      ...(method === "GET" || origin === null ? {} : { origin }),
      ...(cookie ? { cookie } : {}),
      ...(body ? { "content-type": body.type, "content-length": String(body.bytes.length) } : {}),
    };
    const request = sendRequest({ port: port(), path: address, method, headers });
    request.end(body?.bytes);
    const [response] = (await once(request, "response")) as [IncomingMessage];
    const received = await text(response);
    const { statements = 0 } = (await counts.get(String(response.headers["x-request-id"]))) ?? {};
    counts.clear();
    return { status: response.statusCode ?? 0, headers: response.headers, body: received, statements };
  };
  return { send, port };
}
