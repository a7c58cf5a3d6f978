import { randomBytes, randomUUID } from "node:crypto";
import type { RequestHandler } from "express";

/** Gives each request an id and a script nonce (in `response.locals`) and each answer its protective headers. */
export function protectiveHeaders({ publicOrigin }: { publicOrigin: string }): RequestHandler {
  const behindTls = publicOrigin.startsWith("https:");
  return (_request, response, next) => {
    const nonce = randomBytes(16).toString("base64");
    const requestId = randomUUID();
    response.locals["cspNonce"] = nonce;
    response.locals["requestId"] = requestId;
    response.set({
      "X-Request-Id": requestId,
      "Content-Security-Policy": contentPolicy(nonce),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
      "X-Frame-Options": "DENY",
      ...(behindTls ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
    });
    next();
  };
}

function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "manifest-src 'self'",
  ].join("; ");
}
