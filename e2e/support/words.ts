import { readFileSync } from "node:fs";

export type Language = "en" | "es";
type Catalog = { readonly [key: string]: string | Catalog };

/** The product's own sentences, to find things by the name that a person reads. Key: `namespace:a.b.c`. */
export function say(language: Language, key: string, params: Readonly<Record<string, string>> = {}): string {
  const [namespace = "", path = ""] = key.split(":");
  const catalog = JSON.parse(readFileSync(`app/locales/${language}/${namespace}.json`, "utf8")) as Catalog;
  let found: string | Catalog | undefined = catalog;
  for (const part of path.split(".")) found = typeof found === "object" ? found[part] : undefined;
  if (typeof found !== "string") throw new Error(`There is no sentence ${key} in ${language}.`);
  return Object.entries(params).reduce((text, [name, value]) => text.replaceAll(`{{${name}}}`, value), found);
}

/** The same up to its first blank that is filled in, as a pattern. */
export function beginningOf(language: Language, key: string): RegExp {
  const [beginning = ""] = say(language, key).split("{{");
  return new RegExp(`^${beginning.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
}
