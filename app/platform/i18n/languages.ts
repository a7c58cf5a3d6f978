import { languages } from "../../domain/household/language";

export const locales = languages;
/** The languages every screen, mail and document exists in. */
export type Locale = (typeof locales)[number];
export const fallbackLocale: Locale = "en";

/** One catalog file per namespace and language, `app/locales/<locale>/<namespace>.json`. */
export const namespaces = [
  "shared",
  "problems",
  "file-problems",
  "rule-problems",
  "glossary",
  "landing",
  "account",
  "employer",
  "roster",
  "plans",
  "contribution",
  "plan-compare",
  "plan-cost",
  "quote",
  "offer-design",
  "enrollment",
  "invitation",
  "coverage",
  "submission",
  "explain",
  "explanations",
  "tax-credit",
  "operations",
  "notices",
] as const;
export type Namespace = (typeof namespaces)[number];

/** Loaded on every page: the frame, refusals and the words a help drawer explains. */
export const baseNamespaces = ["shared", "problems", "glossary"] as const satisfies readonly Namespace[];

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
