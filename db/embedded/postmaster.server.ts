import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartProblem } from "../../app/platform/start-problem";
import { commandLineOf, isAlive } from "./process-identity.server";

export type Postmaster = { readonly pid: number; readonly port: number };

/**
 * The server that runs on this data folder, whoever started it. A lock file that names no server of ours
 * (damaged, or its number now belongs to another program) is removed, because PostgreSQL would refuse to start.
 * One whose server is simply dead stays: PostgreSQL clears it itself and makes sure that no orphan still writes.
 */
export async function findPostmaster(dataFolder: string): Promise<Postmaster | undefined> {
  const file = path.join(dataFolder, "postmaster.pid");
  const lines = readLines(file);
  if (lines === undefined) return undefined;
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  const readable = Number.isSafeInteger(pid) && pid > 0;
  if (readable && !isAlive(pid)) return undefined;
  if (readable && belongsTo(pid, dataFolder)) return { pid, port: Number.isSafeInteger(port) ? port : 0 };
  await orphansGone(dataFolder);
  rmSync(file, { force: true });
  return undefined;
}

function readLines(file: string): string[] | undefined {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** A server works inside its data folder, so the folder is known even after it was moved. */
function belongsTo(pid: number, dataFolder: string): boolean {
  const workingFolder = workingFolderOf(pid);
  if (workingFolder !== undefined) return workingFolder === realpathSync(dataFolder);
  const commandLine = commandLineOf(pid);
  return commandLine === "" || commandLine.includes("postgres");
}

function workingFolderOf(pid: number): string | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Another user's process, or one that just ended.
    return undefined;
  }
}

async function orphansGone(dataFolder: string): Promise<void> {
  if (process.platform !== "linux") return;
  const folder = realpathSync(dataFolder);
  // A server whose lock file was damaged under it notices within a minute and stops.
  const deadline = performance.now() + 75_000;
  const processes = () => readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  while (processes().some((pid) => workingFolderOf(Number(pid)) === folder)) {
    if (performance.now() > deadline) {
      throw new StartProblem(
        `Processes of an earlier database server still work in ${folder}. Stop them and try again.`,
      );
    }
    await sleep(100);
  }
}
