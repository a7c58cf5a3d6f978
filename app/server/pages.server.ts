import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import type { NextFunction, Request, Response } from "express";
import { StartProblem } from "../platform/start-problem";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** Every inline script carries it. */
    readonly cspNonce: string;
    readonly requestId: string;
    readonly clientAddress: string;
  }
}

export type Pages = (request: Request, response: Response, next: NextFunction) => Promise<void>;

export async function loadBuild(file: string): Promise<ServerBuild> {
  if (!existsSync(file)) throw new StartProblem("The pages are not built. Run: npm run build");
  return (await import(pathToFileURL(file).href)) as ServerBuild;
}

/** Answers with the built routes; the promise ends with the answer. */
export function pagesOf(build: ServerBuild): Pages {
  return createRequestHandler({
    build,
    mode: "production",
    getLoadContext: (request, response) => ({
      cspNonce: String(response.locals["cspNonce"]),
      requestId: String(response.locals["requestId"]),
      clientAddress: request.ip ?? "unknown",
    }),
  });
}
