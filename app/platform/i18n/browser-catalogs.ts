import type { BackendModule, ReadCallback } from "i18next";

type CatalogLoader = () => Promise<Record<string, unknown>>;

const loaders = import.meta.glob<Record<string, unknown>>("../../locales/*/*.json", { import: "default" }) as Record<
  string,
  CatalogLoader
>;

/** Fetches one language's namespace as its own small script, the first time a page needs it. */
export const browserCatalogs: BackendModule = {
  type: "backend",
  init: () => undefined,
  read(language: string, namespace: string, callback: ReadCallback) {
    const load = loaders[`../../locales/${language}/${namespace}.json`];
    if (!load) {
      callback(new Error(`no catalog ${language}/${namespace}`), false);
      return;
    }
    load().then(
      (catalog) => callback(null, catalog as Parameters<ReadCallback>[1] & object),
      (reason: unknown) => callback(reason instanceof Error ? reason : new Error(String(reason)), true),
    );
  },
};
