import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isIdentity } from "./file-lock.server";
import { identityOf, isSameProcess } from "./process-identity.server";

/** Who uses the embedded server: one file a process. The last one to leave stops it. Call under the lock. */
export function addUser(folder: string, pid: number): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${pid}.json`), JSON.stringify(identityOf(pid)));
}

export function removeUser(folder: string, pid: number): void {
  rmSync(path.join(folder, `${pid}.json`), { force: true });
}

/** Numbers of the processes that still use the server; forgets those that died without saying so. */
export function livingUsers(folder: string): number[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    const identity = readIdentity(file);
    if (identity && isSameProcess(identity)) return [identity.pid];
    rmSync(file, { force: true });
    return [];
  });
}

function readIdentity(file: string) {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isIdentity(value) ? value : undefined;
  } catch {
    // Half written when its process was killed: nobody uses it.
    return undefined;
  }
}
