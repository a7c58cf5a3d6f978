import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import { json, type ServerBuild } from "@remix-run/node";
import type { NextFunction, Request, Response } from "express";
import type { Problem } from "../domain/problem";
import { StartProblem } from "../platform/start-problem";
import { bodyLimitMegabytes } from "./body-limit.server";

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

/** The built routes, each of which only says that too much was sent to it, in the frame of all pages. */
export function tooLargePagesOf(build: ServerBuild): Pages {
  const refuse = (): never => {
    const problems: readonly Problem[] = [{ code: "content-too-large", params: { megabytes: bodyLimitMegabytes } }];
    throw json({ problems }, { status: 413 });
  };
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const isAround = !route || route.id === "root";
    return [id, isAround ? route : { ...route, module: { ...route.module, loader: refuse } }] as const;
  });
  return pagesOf({ ...build, routes: Object.fromEntries(routes) });
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
