import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

const skipped = new Set(["node_modules", "build", ".git", ".data", ".cache", "test-results", "playwright-report"]);

/** Paths under the given folders, with forward slashes, relative to the project. */
export function sourceFiles(folders: readonly string[], endings: readonly string[]): string[] {
  return folders.flatMap(filesBelow).filter((path) => endings.some((ending) => path.endsWith(ending)));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(path);
    return [path.split(sep).join("/")];
  });
}

export function textOf(path: string): string {
  return readFileSync(path, "utf8");
}
