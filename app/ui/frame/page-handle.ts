import type { TFunction } from "i18next";
import type { Namespace } from "../../platform/i18n/languages";

/** `export const handle = { i18n: ["landing"], title: "landing:title" } satisfies PageHandle` in a route file. */
export type PageHandle = {
  /** Catalogs the page needs beside shared, problems and glossary. */
  readonly i18n?: readonly Namespace[];
  /** Catalog key of the browser title, or a function of the loader's data. */
  readonly title?: string | ((t: TFunction, data: unknown) => string);
  /** Leaves out header and footer, for the wall and print pages. */
  readonly frame?: "bare";
};

type HandledMatch = { readonly handle: unknown; readonly data: unknown };

export function handleOf(match: HandledMatch): PageHandle {
  return typeof match.handle === "object" && match.handle !== null ? (match.handle as PageHandle) : {};
}

/** Every catalog that the matched routes ask for. */
export function namespacesOf(matches: readonly HandledMatch[]): Namespace[] {
  return [...new Set(matches.flatMap((match) => handleOf(match).i18n ?? []))];
}

/** The deepest route's title, before the product's name. */
export function titleOf(matches: readonly HandledMatch[], t: TFunction): string {
  const product = t("shared:product.name");
  for (const match of [...matches].reverse()) {
    const { title } = handleOf(match);
    if (title === undefined) continue;
    return `${typeof title === "string" ? t(title) : title(t, match.data)} · ${product}`;
  }
  return product;
}
