import { useTranslation } from "react-i18next";
import { fallbackLocale, isLocale, type Locale } from "../../platform/i18n/languages";

/** The language of the page being shown. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return isLocale(i18n.language) ? i18n.language : fallbackLocale;
}
