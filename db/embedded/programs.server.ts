import { spawn } from "node:child_process";
import path from "node:path";
import type { Place } from "./place.server";

export type ProgramResult = { readonly status: number | null; readonly output: string };

/** Runs one of PostgreSQL's programs as the server's user, without any of our own PG... settings. */
export function runProgram(place: Place, name: "initdb" | "pg_ctl", args: readonly string[]): Promise<ProgramResult> {
  const locale = process.platform === "linux" ? "C.UTF-8" : "C";
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(place.binaries, "bin", name), args, {
      ...place.runAs,
      cwd: place.home,
      env: surroundings(locale),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk: Buffer) => (output += chunk.toString("utf8"));
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("exit", (status) => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ status, output });
    });
  });
}

/** Nothing of ours but what programs need; Windows programs do not start without SystemRoot. */
function surroundings(locale: string): NodeJS.ProcessEnv {
  const basics = { NODE_ENV: "production", PATH: "/usr/bin:/bin", LC_ALL: locale, TZ: "UTC" } as const;
  return process.platform === "win32" ? { ...basics, SystemRoot: "C:\\Windows" } : basics;
}
