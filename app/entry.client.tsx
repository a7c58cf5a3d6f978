import { RemixBrowser } from "@remix-run/react";
import { createInstance } from "i18next";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { getInitialNamespaces } from "remix-i18next/client";
import { browserCatalogs } from "./platform/i18n/browser-catalogs";
import { baseNamespaces, fallbackLocale, isLocale } from "./platform/i18n/languages";
import { i18nOptions } from "./platform/i18n/options";
import { RequestContext, type RequestDetails } from "./ui/frame/request-context";

/** The error page prints the number the server gave the request. */
function requestDetails(): RequestDetails {
  const requestId = document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content;
  return requestId ? { requestId } : {};
}

async function hydrate(): Promise<void> {
  const language = document.documentElement.lang;
  const locale = isLocale(language) ? language : fallbackLocale;
  const instance = createInstance();
  await instance
    .use(initReactI18next)
    .use(browserCatalogs)
    .init({ ...i18nOptions(locale), fallbackLng: false, ns: [...baseNamespaces, ...getInitialNamespaces()] });
  startTransition(() => {
    hydrateRoot(
      document,
      <I18nextProvider i18n={instance}>
        <RequestContext.Provider value={requestDetails()}>
          <StrictMode>
            <RemixBrowser />
          </StrictMode>
        </RequestContext.Provider>
      </I18nextProvider>,
    );
  });
}

void hydrate();
