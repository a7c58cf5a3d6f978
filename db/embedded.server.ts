import { existsSync } from "node:fs";
import path from "node:path";
import { ensureRunning, stop } from "./embedded/cluster.server";
import type { Durability } from "./embedded/create.server";
import { withFileLock } from "./embedded/file-lock.server";
import { choosePlace, type Place } from "./embedded/place.server";
import { findPostmaster } from "./embedded/postmaster.server";
import { dataFolderOf, urlFor } from "./embedded/record.server";
import { addUser, livingUsers, removeUser } from "./embedded/users.server";

export type EmbeddedOptions = {
  readonly dataFolder: string;
  /** Folder name inside the data folder. */
  readonly name?: string;
  readonly durability?: Durability;
  /** Process that uses the server; it counts as gone when this process is. Ours unless told. */
  readonly userPid?: number;
};

export type EmbeddedDatabase = {
  readonly home: string;
  readonly applicationUrl: string;
  readonly ownerUrl: string;
  /** Superuser, on the database `postgres`. */
  readonly adminUrl: string;
  /** Starts the server again when it died, if need be at another address. */
  revive(): Promise<{ readonly revived: boolean; readonly applicationUrl: string }>;
  /** Leaves the server; the last one to leave stops it. */
  release(): Promise<void>;
};

/**
 * The embedded PostgreSQL: adopts the one that runs, mends what a killed process left, or starts a new one.
 * Throws `StartProblem` with the reason.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { name = "postgres", durability = "durable", userPid = process.pid } = options;
  const place = await choosePlace({ dataFolder: options.dataFolder, name });
  const enter = () =>
    withFileLock(lockFileOf(place), async () => {
      const record = await ensureRunning(place, durability);
      livingUsers(usersFolderOf(place));
      addUser(usersFolderOf(place), userPid);
      return record;
    });
  let record = await enter();
  return {
    home: place.home,
    applicationUrl: urlFor(record, { role: "application" }),
    ownerUrl: urlFor(record, { role: "owner" }),
    adminUrl: urlFor(record, { role: "admin", database: "postgres" }),
    revive: async () => {
      const dead = (await findPostmaster(dataFolderOf(place))) === undefined;
      if (dead) record = await enter();
      return { revived: dead, applicationUrl: urlFor(record, { role: "application" }) };
    },
    release: () => leave(place, userPid),
  };
}

/** Leaves a server that another part of the program may have opened for this process; does nothing where there is none. */
export async function releaseEmbedded({
  dataFolder,
  name = "postgres",
  userPid = process.pid,
}: EmbeddedOptions): Promise<void> {
  if (!existsSync(path.join(dataFolder, name))) return;
  await leave(await choosePlace({ dataFolder, name }), userPid);
}

function leave(place: Place, userPid: number): Promise<void> {
  return withFileLock(lockFileOf(place), async () => {
    removeUser(usersFolderOf(place), userPid);
    if (livingUsers(usersFolderOf(place)).length === 0) await stop(place);
  });
}

function lockFileOf(place: Place): string {
  return path.join(place.home, "lock");
}

function usersFolderOf(place: Place): string {
  return path.join(place.home, "users");
}
