import { createRequire } from "node:module";
import path from "node:path";

const scripts = path.dirname(createRequire(import.meta.url).resolve("@uswds/uswds"));
const fileOf = (weight: string) => path.join(scripts, "..", "fonts", "public-sans", `PublicSans-${weight}.ttf`);

/**
 * Public Sans, which documents carry inside them. Named by file and nothing else: a font that is handed over as bytes is
 * read again for each cell of a table.
 */
export const documentFonts = { regular: fileOf("Regular"), bold: fileOf("Bold") } as const;
