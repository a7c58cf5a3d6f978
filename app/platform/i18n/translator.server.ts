import { createInstance, type i18n, type TFunction } from "i18next";
import { catalogs } from "./catalogs.server";
import type { Locale, Namespace } from "./languages";
import { localeOf } from "./locale.server";
import { i18nOptions } from "./options";

/** A fresh instance: nothing about one request's language can reach another request. */
export function createRequestI18n(locale: Locale): i18n {
  const instance = createInstance();
  void instance.init({
    ...i18nOptions(locale),
    resources: catalogs,
    ns: Object.keys(catalogs[locale]),
    initImmediate: false,
  });
  return instance;
}

/** Sentences in a known language: mail, documents, command line. Values are not HTML-escaped. */
export function translator(locale: Locale, namespace: Namespace = "shared"): TFunction {
  return createRequestI18n(locale).getFixedT(locale, namespace);
}

/** Sentences in the reader's language, for loaders and actions. */
export async function getT(request: Request, namespace: Namespace = "shared"): Promise<TFunction> {
  return translator(await localeOf(request), namespace);
}
