import type { Request, RequestHandler, Response } from "express";
import { sendPlainPage } from "./plain-page.server";

const bytesPerMegabyte = 1_048_576;
export const bodyLimitMegabytes = 6;

type BodyLimit = {
  readonly megabytes?: number;
  /** Says so in the frame of the pages; without it the answer is plain. */
  readonly page?: RequestHandler | undefined;
};

/**
 * Refuses a body above the limit: at once when its length is announced (the rest is then read and thrown away, so that the
 * browser gets to see the answer), else when the bytes that arrived pass it.
 */
export function limitedBody({ megabytes = bodyLimitMegabytes, page }: BodyLimit = {}): RequestHandler {
  const limit = megabytes * bytesPerMegabyte;
  return (request, response, next) => {
    if (Number(request.headers["content-length"] ?? 0) > limit) {
      if (!page) return refuse(response, megabytes);
      // Nothing is done, so nothing of the body is needed: only the page of this address is drawn around the refusal.
      request.method = "GET";
      return page(request, response, next);
    }
    if (request.headers["transfer-encoding"] !== undefined) countBody(request, response, { limit, megabytes });
    takeUnreadRest(request, response);
    next();
  };
}

/**
 * A page may answer before it has read the form, and most browsers send all of a form before they listen: what is still
 * on its way is then taken and thrown away.
 */
function takeUnreadRest(request: Request, response: Response): void {
  response.once("finish", () => {
    if (request.readableEnded || request.destroyed) return;
    request.removeAllListeners("data");
    request.resume();
  });
}

function countBody(
  request: Request,
  response: Response,
  { limit, megabytes }: { limit: number; megabytes: number },
): void {
  let received = 0;
  // Paused first, so that listening does not start the flow before the pages read it.
  request.pause();
  request.on("data", (chunk: Buffer) => {
    received += chunk.length;
    if (received <= limit || response.headersSent) return;
    // Without an announced length there is no end to wait for.
    response.set("Connection", "close");
    refuse(response, megabytes);
    response.once("finish", () => request.destroy());
  });
}

function refuse(response: Response, megabytes: number): void {
  const text = `What was sent is larger than ${megabytes} MB, the most this server accepts. Send a smaller file.`;
  sendPlainPage(response, { status: 413, title: "Too much was sent", text });
}
