import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartProblem } from "../../app/platform/start-problem";
import { identityOf, isSameProcess, type ProcessIdentity } from "./process-identity.server";

const waitMs = 120_000;
const pollMs = 50;
const notOurs = ["EACCES", "EPERM", "EROFS"];

/** Runs `work` while no other process holds the lock file. A lock whose holder died is taken over. */
export async function withFileLock<T>(
  file: string,
  work: () => Promise<T>,
  { busyWith = "starting or stopping the database" }: { busyWith?: string } = {},
): Promise<T> {
  const deadline = performance.now() + waitMs;
  while (!take(file)) {
    clearAbandoned(file);
    if (performance.now() > deadline) {
      throw new StartProblem(`Another process has been ${busyWith} for two minutes (${file}).`);
    }
    await sleep(pollMs + Math.random() * pollMs);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

let drafts = 0;

/** The lock appears with its content in one step, so nobody ever reads half of it. */
function take(file: string): boolean {
  drafts += 1;
  const draft = `${file}.${process.pid}.${drafts}`;
  writeDraft(draft);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeDraft(draft: string): void {
  try {
    writeFileSync(draft, JSON.stringify(identityOf(process.pid)));
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!notOurs.includes(code)) throw error;
    throw new StartProblem(
      `The folder ${path.dirname(draft)} cannot be written (${code}): it is read-only or belongs to another user. ` +
        "Start as the user who owns it, or set DATA_FOLDER when it is the data folder.",
      { cause: error },
    );
  }
}

function clearAbandoned(file: string): void {
  const seen = readHolder(file);
  if (seen === undefined || (seen !== "unreadable" && isSameProcess(seen))) return;
  const aside = `${file}.abandoned.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const moved = readHolder(aside);
  const movedALiveLock = moved !== undefined && moved !== "unreadable" && isSameProcess(moved);
  if (movedALiveLock && !existsSync(file)) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function readHolder(file: string): ProcessIdentity | "unreadable" | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isIdentity(value) ? value : "unreadable";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : "unreadable";
  }
}

export function isIdentity(value: unknown): value is ProcessIdentity {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof Reflect.get(value, "pid") === "number" &&
    typeof Reflect.get(value, "startMark") === "string"
  );
}
