import { env } from "../env.server";
import { isToken } from "./token.server";

/**
 * Browsers accept a `__Host-` cookie only with Secure, and send Secure cookies over https and to localhost. On plain
 * http to any other host the name goes without the prefix and the cookie without Secure, or nobody could sign in.
 */
export function isSecureOrigin(publicOrigin: string): boolean {
  const { protocol, hostname } = new URL(publicOrigin);
  return protocol === "https:" || hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
}

export function sessionCookieName(publicOrigin = env().publicOrigin): string {
  return isSecureOrigin(publicOrigin) ? "__Host-shopfront" : "shopfront";
}

/** No Max-Age: the browser forgets it when it closes, the server after 30 idle minutes. */
export function sessionCookie(token: string, publicOrigin = env().publicOrigin): string {
  return [`${sessionCookieName(publicOrigin)}=${token}`, ...attributes(publicOrigin)].join("; ");
}

export function clearedSessionCookie(publicOrigin = env().publicOrigin): string {
  return [`${sessionCookieName(publicOrigin)}=`, ...attributes(publicOrigin), "Max-Age=0"].join("; ");
}

function attributes(publicOrigin: string): string[] {
  return ["Path=/", "HttpOnly", "SameSite=Lax", ...(isSecureOrigin(publicOrigin) ? ["Secure"] : [])];
}

/** The session's token, when the request carries one of the right shape. */
export function sessionTokenOf(request: Request, publicOrigin = env().publicOrigin): string | undefined {
  const prefix = `${sessionCookieName(publicOrigin)}=`;
  const cookies = (request.headers.get("Cookie") ?? "").split(/;\s*/);
  const token = cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length);
  return isToken(token) ? token : undefined;
}
