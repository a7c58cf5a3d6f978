import type { RequestHandler } from "express";
import { sendPlainPage } from "./plain-page.server";

export type OriginSettings = {
  readonly publicOrigin: string;
  readonly publicOriginIsDefault: boolean;
  readonly port: number;
};

const safeMethods = ["GET", "HEAD"];
const methods = [...safeMethods, "POST"];

/** Forms need GET and POST; every other method is a door that nobody uses. */
export const onlyFormMethods: RequestHandler = (request, response, next) => {
  if (methods.includes(request.method)) return next();
  response.set("Allow", methods.join(", "));
  sendPlainPage(response, { status: 405, title: "Method not allowed", text: "This address takes GET, HEAD and POST." });
};

/** The framework's single fetch and lazy route discovery are off; their addresses do not exist here. */
export const closedDoors: RequestHandler = (request, response, next) => {
  const path = request.path.toLowerCase();
  if (path !== "/__manifest" && !path.endsWith(".data")) return next();
  sendPlainPage(response, { status: 404, title: "Page not found", text: "There is nothing at this address." });
};

/**
 * A form is accepted from our own pages only. Without an Origin header the browser must say that the form is ours.
 * An accepted Origin is then written as the public one, so that everything behind sees one origin.
 */
export function ownFormsOnly(settings: OriginSettings): RequestHandler {
  const accepted = acceptedOrigins(settings);
  return (request, response, next) => {
    if (safeMethods.includes(request.method)) return next();
    const origin = request.headers.origin;
    const isOurs =
      origin === undefined ? request.headers["sec-fetch-site"] === "same-origin" : accepted.includes(origin);
    if (isOurs) {
      if (origin !== undefined) request.headers.origin = settings.publicOrigin;
      return next();
    }
    const text =
      `This form did not come from ${settings.publicOrigin}, so nothing was done. Open the page there and try again. ` +
      "(Whoever runs this server sets its address with PUBLIC_ORIGIN.)";
    sendPlainPage(response, { status: 403, title: "This form was not accepted", text });
  };
}

function acceptedOrigins({ publicOrigin, publicOriginIsDefault, port }: OriginSettings): string[] {
  if (!publicOriginIsDefault) return [publicOrigin];
  return [publicOrigin, `http://localhost:${port}`, `http://127.0.0.1:${port}`];
}

/** Whatever Host or forwarding headers say, pages and links are for the public origin. */
export function fixedHost({ publicOrigin }: { publicOrigin: string }): RequestHandler {
  const { host, protocol } = new URL(publicOrigin);
  return (request, _response, next) => {
    request.headers.host = host;
    for (const name of ["x-forwarded-host", "x-forwarded-port", "forwarded"]) delete request.headers[name];
    Object.defineProperty(request, "protocol", { value: protocol.slice(0, -1) });
    Object.defineProperty(request, "hostname", { value: host.replace(/:\d+$/, "") });
    next();
  };
}
