import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

export type DocumentFonts = { readonly regular: Uint8Array; readonly bold: Uint8Array };

let fonts: Promise<DocumentFonts> | undefined;

/** Public Sans, as documents carry it inside them. Read once for the process. */
export function documentFonts(): Promise<DocumentFonts> {
  fonts ??= readFonts();
  return fonts;
}

async function readFonts(): Promise<DocumentFonts> {
  const scripts = path.dirname(createRequire(import.meta.url).resolve("@uswds/uswds"));
  const file = (weight: string) =>
    readFile(path.join(scripts, "..", "fonts", "public-sans", `PublicSans-${weight}.ttf`));
  const [regular, bold] = await Promise.all([file("Regular"), file("Bold")]);
  return { regular, bold };
}
