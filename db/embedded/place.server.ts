import { spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StartProblem } from "../../app/platform/start-problem";
import { copyBinaries, installedBinaries } from "./binaries.server";

/** The user that the server runs as when we are root; PostgreSQL refuses to run as root. */
export type RunAs = { readonly uid: number; readonly gid: number };

export type Place = {
  /** Everything of one embedded server: its data, its log, its lock, who uses it. */
  readonly home: string;
  /** Folder with bin, lib and share. */
  readonly binaries: string;
  readonly runAs: RunAs | undefined;
};

/**
 * Where the embedded server called `name` lives. Normally inside the data folder. Root's server runs as another user:
 * when that user cannot reach the data folder or the binaries, they are kept in a folder of this checkout's own
 * under /var/lib.
 */
export async function choosePlace({ dataFolder, name }: { dataFolder: string; name: string }): Promise<Place> {
  makeFolder(dataFolder);
  const installed = await installedBinaries();
  const nearHome = path.join(dataFolder, name);
  if (process.getuid?.() !== 0) {
    makeFolder(nearHome);
    return { home: nearHome, binaries: installed.folder, runAs: undefined };
  }
  const runAs = ownerOf(path.join(nearHome, "data")) ?? databaseUser();
  const farFolder = folderOutside(dataFolder);
  const home = canWork({ folder: makeFolder(nearHome, runAs), runAs }) ? nearHome : path.join(farFolder, name);
  if (home !== nearHome && !canWork({ folder: makeFolder(home, runAs), runAs })) {
    throw new StartProblem(`The database's user (uid ${runAs.uid}) can use neither ${nearHome} nor ${home}.`);
  }
  const binaries = canRun({ folder: installed.folder, runAs })
    ? installed.folder
    : copyBinaries({ from: installed.folder, to: path.join(farFolder, `binaries-${installed.version}`) });
  return { home, binaries, runAs };
}

function makeFolder(folder: string, owner?: RunAs): string {
  try {
    mkdirSync(folder, { recursive: true });
    if (owner && statSync(folder).uid !== owner.uid) chownSync(folder, owner.uid, owner.gid);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartProblem(`The folder ${folder} cannot be made or used: ${reason}. Set DATA_FOLDER to one that can.`);
  }
  return folder;
}

/** The ordinary user that already owns the data, so that root continues what that user began. */
function ownerOf(folder: string): RunAs | undefined {
  if (!existsSync(folder)) return undefined;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { uid, gid };
}

function databaseUser(): RunAs {
  const known = lookUp("postgres");
  if (known) return known;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  const made = lookUp("postgres");
  if (made) return made;
  throw new StartProblem(
    "PostgreSQL does not run as root, and no user named postgres could be made. " +
      "Start as an ordinary user, create the user postgres, or set DATABASE_URL and DATABASE_OWNER_URL.",
  );
}

function lookUp(user: string): RunAs | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, user], { encoding: "utf8" }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** One folder for each checkout: the mark inside the data folder keeps a later clone at the same path apart. */
function folderOutside(dataFolder: string): string {
  const markFile = path.join(dataFolder, "instance-id");
  if (!existsSync(markFile)) writeFileSync(markFile, randomUUID(), { flag: "wx" });
  const hash = createHash("sha256")
    .update(`${dataFolder}\n${readFileSync(markFile, "utf8")}`)
    .digest("hex");
  return path.join("/var/lib", `shopfront-${hash.slice(0, 12)}`);
}

function canWork({ folder, runAs }: { folder: string; runAs: RunAs }): boolean {
  const probe = spawnSync("sh", ["-c", 'cd "$1" && test -w .', "probe", folder], { ...runAs, cwd: "/" });
  return probe.status === 0;
}

function canRun({ folder, runAs }: { folder: string; runAs: RunAs }): boolean {
  const version = spawnSync(path.join(folder, "bin", "postgres"), ["--version"], { ...runAs, cwd: "/" });
  const script = 'test -r "$1/share/postgresql/postgres.bki" || test -r "$1/share/postgres.bki"';
  const share = spawnSync("sh", ["-c", script, "probe", folder], { ...runAs, cwd: "/" });
  return version.status === 0 && share.status === 0;
}
