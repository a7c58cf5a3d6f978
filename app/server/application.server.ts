import path from "node:path";
import compression from "compression";
import compressedStatic from "express-static-gzip";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { log } from "../platform/log.server";
import { inRequest } from "../platform/request/request-memory.server";
import { limitedBody } from "./body-limit.server";
import { sendPlainPage } from "./plain-page.server";
import { closedDoors, fixedHost, onlyFormMethods, type OriginSettings, ownFormsOnly } from "./request-guards.server";
import { protectiveHeaders } from "./security-headers.server";

export type ApplicationSettings = OriginSettings & {
  readonly trustedProxyCount: number;
  /** Folder with the built browser files. */
  readonly clientFolder: string;
  /** Answers every request that is not for a file. */
  readonly pages: RequestHandler;
  /** Answers instead of the pages what is too large to be read. */
  readonly tooLargePage?: RequestHandler;
  /** Rejects when the server cannot do its work. */
  readonly checkHealth: () => Promise<void>;
};

/** Everything between the socket and the pages. */
export function createApplication(settings: ApplicationSettings): Express {
  const application = express();
  application.disable("x-powered-by");
  application.set("trust proxy", settings.trustedProxyCount === 0 ? false : settings.trustedProxyCount);
  application.use(protectiveHeaders(settings), requestLog, onlyFormMethods);
  application.get("/healthz", healthPage(settings.checkHealth));
  application.use(closedDoors, ownFormsOnly(settings), fixedHost(settings), compression());
  const assets = path.join(settings.clientFolder, "assets");
  application.use("/assets", builtFiles(assets), missingFile);
  application.use(express.static(settings.clientFolder, { maxAge: "1h", index: false }));
  application.use(notKept, limitedBody({ page: settings.tooLargePage && remembering(settings.tooLargePage) }));
  application.use(remembering(settings.pages));
  application.use(lastResort);
  return application;
}

/** What one request has asked for is asked once. */
function remembering(pages: RequestHandler): RequestHandler {
  return (request, response, next) => {
    const clientAddress = request.ip ?? "unknown";
    inRequest({ clientAddress }, () => pages(request, response, next));
  };
}

/** Files whose name changes with their content, in the smallest form that the browser takes. */
function builtFiles(folder: string): RequestHandler {
  const serveStatic = { immutable: true, maxAge: "1y" };
  return compressedStatic(folder, { enableBrotli: true, orderPreference: ["br", "gz"], index: false, serveStatic });
}

/** A page is about somebody, or its address is a link of theirs: no browser or proxy keeps a copy. */
const notKept: RequestHandler = (_request, response, next) => {
  response.set("Cache-Control", "no-store");
  next();
};

const missingFile: RequestHandler = (_request, response) => {
  sendPlainPage(response, { status: 404, title: "File not found", text: "There is nothing at this address." });
};

function healthPage(checkHealth: () => Promise<void>): RequestHandler {
  return (_request, response, next) => {
    response.set("Cache-Control", "no-store").type("text");
    checkHealth()
      .then(
        () => response.send("ok\n"),
        (error: unknown) => {
          log().warn({ err: error }, "health check failed");
          response.status(503).send("unavailable\n");
        },
      )
      .catch(next);
  };
}

/** Path only: search parameters may carry names or tokens. */
const requestLog: RequestHandler = (request, response, next) => {
  const startedAt = performance.now();
  const { method, path: address } = request;
  response.once("finish", () => {
    const durationMs = Math.round(performance.now() - startedAt);
    const requestId: unknown = response.locals["requestId"];
    log().info(
      { requestId, method, path: withoutSecrets(address), status: response.statusCode, durationMs },
      "request",
    );
  });
  next();
};

/** A long piece of an address is an invitation or confirmation token. */
function withoutSecrets(address: string): string {
  return address.replace(/[A-Za-z0-9_-]{40,}/g, "[token]");
}

const lastResort: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  log().error({ err: error, requestId: response.locals["requestId"] as unknown }, "request failed");
  const text = "Something went wrong on our side. Nothing was lost that was saved before. Try again in a moment.";
  sendPlainPage(response, { status: 500, title: "Something went wrong", text });
};
