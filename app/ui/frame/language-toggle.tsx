import { useFetcher, useLocation } from "@remix-run/react";
import { useEffect, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { isLocale, locales } from "../../platform/i18n/languages";
import { useLocale } from "../format/use-locale";

/**
 * Switches the language and comes back to the same page; a plain post without scripts. With scripts only the words
 * change, and half-filled forms stay as they are.
 */
export function LanguageToggle() {
  const { t, i18n } = useTranslation("shared");
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const fetcher = useFetcher();
  const other = locales.find((candidate) => candidate !== locale) ?? locale;
  const answer = fetcher.data as { locale?: unknown } | undefined;
  useEffect(() => {
    if (isLocale(answer?.locale)) void i18n.changeLanguage(answer.locale);
  }, [answer, i18n]);
  const stay = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    fetcher.submit({ language: other, stay: "yes" }, { method: "post", action: "/language" });
  };
  return (
    <form method="post" action="/language" className="sf-language" onSubmit={stay}>
      <input type="hidden" name="returnTo" value={`${pathname}${search}`} />
      <button type="submit" name="language" value={other} lang={other} className="usa-button usa-button--unstyled">
        {t(`language.${other}`)}
      </button>
    </form>
  );
}
