import { existsSync, readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { baseNamespaces, locales } from "../i18n/languages";

const largestKilobytes = 170;
const client = "build/client";

type Part = { module: string; imports?: string[] };
type Manifest = { entry: Part; routes: Record<string, Part & { id: string; parentId?: string }> };

/** Compressed size of a file, as the server sends it to a browser of our day. */
function compressedBytes(path: string): number {
  return brotliCompressSync(readFileSync(path)).length;
}

function readManifest(): Manifest {
  const name = readdirSync(`${client}/assets`).find((file) => /^manifest-.*\.js$/.test(file));
  if (!name) throw new Error("There is no build to measure. Run the build first.");
  const text = readFileSync(`${client}/assets/${name}`, "utf8");
  return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)) as Manifest;
}

/** Scripts a page pulls in before it is live: the entry, the route and the routes around it. */
function scriptsOf(manifest: Manifest, routeId: string): Set<string> {
  const files = new Set([manifest.entry.module, ...(manifest.entry.imports ?? [])]);
  let route = manifest.routes[routeId];
  while (route) {
    for (const file of [route.module, ...(route.imports ?? [])]) files.add(file);
    route = route.parentId === undefined ? undefined : manifest.routes[route.parentId];
  }
  return files;
}

/** Catalogs that a route and the routes around it ask for, beside those of every page. */
function catalogsOf(manifest: Manifest, routeId: string): Set<string> {
  const names = new Set<string>(baseNamespaces);
  for (let id: string | undefined = routeId; id !== undefined; id = manifest.routes[id]?.parentId) {
    const source = [`app/${id}.tsx`, `app/${id}/route.tsx`, `app/${id}.ts`].find(existsSync);
    const asked = source ? /\bi18n: \[([^\]]*)\]/.exec(readFileSync(source, "utf8"))?.[1] : undefined;
    for (const name of asked?.matchAll(/"([a-z-]+)"/g) ?? []) names.add(name[1]!);
  }
  return names;
}

/** The larger language's sentences of a page. */
function catalogBytes(names: ReadonlySet<string>): number {
  const perLocale = locales.map((locale) =>
    [...names].reduce((sum, name) => sum + compressedBytes(`app/locales/${locale}/${name}.json`), 0),
  );
  return Math.max(...perLocale);
}

function main(): void {
  const manifest = readManifest();
  const measured = Object.keys(manifest.routes).map((id) => {
    const files = [...scriptsOf(manifest, id)];
    const bytes = files.reduce(
      (sum, file) => sum + compressedBytes(`${client}${file}`),
      catalogBytes(catalogsOf(manifest, id)),
    );
    return { id, kilobytes: bytes / 1000 };
  });
  measured.sort((a, b) => b.kilobytes - a.kilobytes);
  for (const { id, kilobytes } of measured.slice(0, 10)) console.log(`${kilobytes.toFixed(1).padStart(7)} kB  ${id}`);
  const over = measured.filter(({ kilobytes }) => kilobytes > largestKilobytes);
  if (over.length === 0) return;
  console.error(
    `${over.length} of ${measured.length} routes send more than ${largestKilobytes} kB of compressed script.`,
  );
  process.exitCode = 1;
}

main();
