import { parseCalendarDate, type CalendarDate } from "../../domain/calendar/calendar-date";
import { basisPoints, type BasisPoints } from "../../domain/money/cents";
import { env } from "../env.server";
import { isSecureOrigin } from "./session-cookie.server";
import { isToken } from "./token.server";

/** How long a quote and its cookie last after it was saved. */
export const quoteDays = 30;

/** The first month and the shares that a quote was made with: not about anybody, so they may travel in the cookie. */
export type QuoteTerms = {
  readonly startOn: CalendarDate;
  readonly employeeBasisPoints: BasisPoints;
  readonly dependentsBasisPoints: BasisPoints;
};

type QuoteCookie = { readonly token: string; readonly terms: QuoteTerms };

function quoteCookieName(publicOrigin: string): string {
  return isSecureOrigin(publicOrigin) ? "__Host-shopfront-quote" : "shopfront-quote";
}

/** Kept for as long as the quote, through sign-up and the mail that confirms an address. */
export function quoteCookie({ token, terms }: QuoteCookie, publicOrigin = env().publicOrigin): string {
  const { startOn, employeeBasisPoints, dependentsBasisPoints } = terms;
  const value = [token, startOn, employeeBasisPoints, dependentsBasisPoints].join(".");
  const secure = isSecureOrigin(publicOrigin) ? ["Secure"] : [];
  const attributes = ["Path=/", "HttpOnly", "SameSite=Lax", ...secure, `Max-Age=${quoteDays * 86_400}`];
  return [`${quoteCookieName(publicOrigin)}=${value}`, ...attributes].join("; ");
}

/** The quote that the browser carries, when its cookie has the right shape. */
export function quoteCookieOf(request: Request, publicOrigin = env().publicOrigin): QuoteCookie | undefined {
  const prefix = `${quoteCookieName(publicOrigin)}=`;
  const cookies = (request.headers.get("Cookie") ?? "").split(/;\s*/);
  const value = cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length) ?? "";
  const [token, start = "", employee = "", dependents = "", ...more] = value.split(".");
  const startOn = parseCalendarDate(start);
  if (!isToken(token) || !startOn || !isShare(employee) || !isShare(dependents) || more.length > 0) return undefined;
  const terms = {
    startOn,
    employeeBasisPoints: basisPoints(Number(employee)),
    dependentsBasisPoints: basisPoints(Number(dependents)),
  };
  return { token, terms };
}

function isShare(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 10_000;
}
