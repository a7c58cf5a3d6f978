import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { StartProblem } from "../../app/platform/start-problem";
import type { Place } from "./place.server";
import { runProgram } from "./programs.server";
import { dataFolderOf, newRecord, readRecord, roles, writeRecord } from "./record.server";

/** `durable` keeps every committed row through a crash; `disposable` is for test databases. */
export type Durability = "durable" | "disposable";

const majorVersion = "18";

/** Makes the data folder when there is none. A folder that was left half made is thrown away first. Call under the lock. */
export async function createWhenMissing(place: Place, durability: Durability): Promise<void> {
  const dataFolder = dataFolderOf(place);
  removeDrafts(place);
  if (existsSync(dataFolder)) return requireUsable(place);
  const draft = `${dataFolder}.new`;
  mkdirSync(draft, { mode: 0o700 });
  if (place.runAs) chownSync(draft, place.runAs.uid, place.runAs.gid);
  const record = newRecord();
  await initialise(place, { draft, password: record.adminPassword, durability });
  appendFileSync(path.join(draft, "postgresql.conf"), configuration(durability));
  writeRecord(place, record);
  renameSync(draft, dataFolder);
}

async function initialise(
  place: Place,
  { draft, password, durability }: { draft: string; password: string; durability: Durability },
): Promise<void> {
  const passwordFile = path.join(place.home, "data.new-password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.runAs) chownSync(passwordFile, place.runAs.uid, place.runAs.gid);
  const locale =
    process.platform === "linux"
      ? ["--locale=C.UTF-8"]
      : ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const result = await runProgram(place, "initdb", [
    `--pgdata=${draft}`,
    "--encoding=UTF8",
    ...locale,
    "--data-checksums",
    `--username=${roles.admin}`,
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    ...(durability === "disposable" ? ["--no-sync"] : []),
  ]);
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) {
    throw new StartProblem(`The embedded database could not be created in ${place.home}:\n${result.output.trim()}`);
  }
}

function configuration(durability: Durability): string {
  const lines = [
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    `max_connections = ${durability === "durable" ? 60 : 200}`,
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    "log_statement = 'none'",
    "log_parameter_max_length_on_error = 0",
    ...(durability === "disposable" ? ["fsync = off", "synchronous_commit = off", "full_page_writes = off"] : []),
  ];
  return `\n${lines.join("\n")}\n`;
}

function removeDrafts(place: Place): void {
  for (const name of readdirSync(place.home)) {
    if (name.startsWith("data.new")) rmSync(path.join(place.home, name), { recursive: true, force: true });
  }
}

function requireUsable(place: Place): void {
  const versionFile = path.join(dataFolderOf(place), "PG_VERSION");
  const version = existsSync(versionFile) ? readFileSync(versionFile, "utf8").trim() : "none";
  if (version !== majorVersion) {
    throw new StartProblem(
      `The database in ${place.home} was made by PostgreSQL ${version}, and this program brings ${majorVersion}. ` +
        "Move that folder away to begin with an empty database.",
    );
  }
  if (!readRecord(place)) {
    throw new StartProblem(
      `${path.join(place.home, "cluster.json")} is missing, so the passwords of the database beside it are lost. ` +
        "Restore it, or move that folder away to begin with an empty database.",
    );
  }
}
