import { createCookie } from "@remix-run/node";
import { LanguageDetector } from "remix-i18next/server";
import { loadUserLocale } from "../root-data.server";
import { fallbackLocale, isLocale, locales, type Locale } from "./languages";

const oneYearSeconds = 31_536_000;

const languageCookie = createCookie("lang", {
  path: "/",
  sameSite: "lax",
  httpOnly: true,
  maxAge: oneYearSeconds,
});

const detector = new LanguageDetector({
  supportedLanguages: [...locales],
  fallbackLanguage: fallbackLocale,
  cookie: languageCookie,
  order: ["cookie", "header"],
});

/** The person's own language, else the cookie's, else the browser's, else English. */
export async function localeOf(request: Request): Promise<Locale> {
  const preferred = await loadUserLocale(request);
  if (preferred) return preferred;
  const detected = await detector.detect(request);
  return isLocale(detected) ? detected : fallbackLocale;
}

/** `Set-Cookie` value that remembers the language on this device for a year. */
export function languageCookieHeader(locale: Locale): Promise<string> {
  return languageCookie.serialize(locale);
}
