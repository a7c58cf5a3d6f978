import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { withFileLock } from "~db/embedded/file-lock.server";
import { childEnvironment } from "../platform/env.server";
import { StartProblem } from "../platform/start-problem";

const sources = ["app", "db", "public", "package-lock.json", "remix.config.js", "tsconfig.json", "vite.config.ts"];
const notInTheBuild = [
  "app/cli",
  "app/jobs",
  "app/server",
  "app/platform/testing",
  "db/embedded",
  "db/migrations",
  "db/testing",
];

/** Builds the pages when there is no build, or when a source is newer than it. */
export async function ensureBuild(
  projectFolder: string,
  { say, signal }: { say: (line: string) => void; signal?: AbortSignal },
): Promise<void> {
  if (isBuilt(projectFolder)) return;
  const builder = path.join(projectFolder, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  if (!existsSync(builder)) {
    throw new StartProblem("The pages are not built and the build tools are not installed. Run: npm ci --include=dev");
  }
  const build = async () => {
    if (isBuilt(projectFolder)) return;
    say("Building the pages. This takes a moment.");
    const { status, output } = await run(builder, { projectFolder, signal });
    if (status !== 0) throw new StartProblem(`The pages could not be built:\n${output.trim()}`);
  };
  // Not in the build folder, which a build empties.
  const cacheFolder = path.join(projectFolder, ".cache");
  mkdirSync(cacheFolder, { recursive: true });
  await withFileLock(path.join(cacheFolder, "build.lock"), build, { busyWith: "building the pages" });
}

function isBuilt(projectFolder: string): boolean {
  // The last file that a build writes.
  const result = path.join(projectFolder, "build", "server", "index.js");
  return existsSync(result) && statSync(result).mtimeMs >= newestSource(projectFolder);
}

function run(
  builder: string,
  { projectFolder, signal }: { projectFolder: string; signal: AbortSignal | undefined },
): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [builder, "vite:build"], {
      cwd: projectFolder,
      env: childEnvironment({ NODE_ENV: "production" }),
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    let output = "";
    const collect = (chunk: Buffer) => (output += chunk.toString("utf8"));
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, output }));
  });
}

function newestSource(projectFolder: string): number {
  const left = notInTheBuild.map((name) => path.join(projectFolder, name));
  return Math.max(...sources.map((name) => newestIn(path.join(projectFolder, name), left)));
}

/** Milliseconds of the latest change below a path; a folder's own time tells of removed files. */
function newestIn(file: string, left: readonly string[]): number {
  if (!existsSync(file) || left.includes(file) || /\.test\.tsx?$/.test(file)) return 0;
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(file).map((name) => newestIn(path.join(file, name), left)));
}
