import { redirect } from "@remix-run/node";
import type { Locale } from "~/platform/i18n/languages";
import { languageCookieHeader, localeOf } from "~/platform/i18n/locale.server";

const asked = "in";

/**
 * The same page in the invited person's own language, for a visitor who has not chosen one; undefined when it is in the
 * right language already. Asked once only, so that a browser without cookies is not sent in circles.
 */
export async function pageInOwnLanguage(request: Request, language: Locale): Promise<Response | undefined> {
  const { pathname, searchParams } = new URL(request.url);
  const hasChosen = /(^|;\s*)lang=/.test(request.headers.get("Cookie") ?? "");
  if (hasChosen || searchParams.has(asked) || (await localeOf(request)) === language) return undefined;
  const headers = { "Set-Cookie": await languageCookieHeader(language) };
  return redirect(`${pathname}?${asked}=${language}`, { headers });
}
