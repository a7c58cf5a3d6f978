import type { Request, RequestHandler, Response } from "express";
import { sendPlainPage } from "./plain-page.server";

const bytesPerMegabyte = 1_048_576;
export const bodyLimitMegabytes = 6;

/**
 * Refuses a body above the limit: at once when its length is announced (the rest is then read and thrown away, so that the
 * browser gets to see the answer), else when the bytes that arrived pass it.
 */
export function limitedBody({ megabytes = bodyLimitMegabytes }: { megabytes?: number } = {}): RequestHandler {
  const limit = megabytes * bytesPerMegabyte;
  return (request, response, next) => {
    if (Number(request.headers["content-length"] ?? 0) > limit) return refuse(response, megabytes);
    if (request.headers["transfer-encoding"] !== undefined) countBody(request, response, { limit, megabytes });
    next();
  };
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
