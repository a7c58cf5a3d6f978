import type { InitOptions } from "i18next";
import { baseNamespaces, fallbackLocale, locales, type Locale } from "./languages";

/** The i18next options that server and browser share, so that both print the same sentence. */
export function i18nOptions(locale: Locale): InitOptions {
  return {
    lng: locale,
    supportedLngs: [...locales],
    fallbackLng: fallbackLocale,
    defaultNS: "shared",
    fallbackNS: "shared",
    ns: [...baseNamespaces],
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: true },
  };
}
