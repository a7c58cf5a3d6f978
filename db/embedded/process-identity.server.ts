import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process as a file can remember it: the start mark tells it from a later process that got the same number. */
export type ProcessIdentity = { readonly pid: number; readonly startMark: string };

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

export function identityOf(pid: number): ProcessIdentity {
  return { pid, startMark: startMarkOf(pid) };
}

export function isSameProcess(identity: ProcessIdentity): boolean {
  return isAlive(identity.pid) && startMarkOf(identity.pid) === identity.startMark;
}

/** The command line of a process; empty when it cannot be seen. */
export function commandLineOf(pid: number): string {
  const fromProc = readProc(pid, "cmdline");
  if (fromProc !== undefined) return fromProc.replaceAll("\0", " ");
  return fromPs(pid, "command=");
}

function isZombie(pid: number): boolean {
  return statFields(pid)?.[0] === "Z";
}

function startMarkOf(pid: number): string {
  return statFields(pid)?.[19] ?? fromPs(pid, "lstart=");
}

/** The fields of /proc/PID/stat after the command name, which may itself hold blanks and parentheses. */
function statFields(pid: number): string[] | undefined {
  const text = readProc(pid, "stat");
  return text?.slice(text.lastIndexOf(")") + 2).split(" ");
}

function readProc(pid: number, name: string): string | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    // The process ended between two looks.
    return undefined;
  }
}

function fromPs(pid: number, column: string): string {
  if (process.platform === "win32" || process.platform === "linux") return "";
  return spawnSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
}
