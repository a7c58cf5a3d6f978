const anyOrigin = "http://shopfront.invalid";
// Browsers read a backslash as a slash and drop control characters, so either could hide another host.
const forbidden = /[\\\p{Cc}\p{Cf}\s]/u;

/**
 * A path on this site to return to, made from text that anybody may have typed into a URL.
 * Whatever is not plainly a path of ours becomes `fallback`.
 */
export function safeReturnTo(text: string | null | undefined, fallback = "/"): string {
  if (!text || text.length > 2_000 || !text.startsWith("/") || text.startsWith("//") || forbidden.test(text)) {
    return fallback;
  }
  const url = URL.canParse(text, anyOrigin) ? new URL(text, anyOrigin) : undefined;
  if (!url || url.origin !== anyOrigin || url.username !== "" || url.pathname.startsWith("//")) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Where somebody who has signed in goes on: the page they came for, else their start page. */
export function afterSignIn(text: string | null | undefined): string {
  const path = safeReturnTo(text);
  return path === "/" ? "/start" : path;
}

/**
 * Where to come back to after sign-in: the page that was asked for, or for a form the page it was posted from.
 * The Referer is only ever read as a path of ours.
 */
export function returnPathOf(request: Request): string {
  const isPage = request.method === "GET" || request.method === "HEAD";
  const text = isPage ? request.url : (request.headers.get("Referer") ?? "");
  if (!URL.canParse(text)) return "/";
  const url = new URL(text);
  url.searchParams.delete("_data");
  return safeReturnTo(`${url.pathname}${url.search}`);
}
