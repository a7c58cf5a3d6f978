import { existsSync, readFileSync, renameSync, statSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { StartProblem } from "../../app/platform/start-problem";
import { createWhenMissing, type Durability } from "./create.server";
import type { Place } from "./place.server";
import { findPostmaster, type Postmaster } from "./postmaster.server";
import { runProgram } from "./programs.server";
import {
  type ClusterRecord,
  dataFolderOf,
  databaseName,
  readRecord,
  roles,
  urlFor,
  writeRecord,
} from "./record.server";

const readyWithinMs = 60_000;
const startAttempts = 20;
const logLimitBytes = 10_000_000;

/** A server that answers on this place's data: the one that runs already, or a new one. Call under the lock. */
export async function ensureRunning(place: Place, durability: Durability): Promise<ClusterRecord> {
  await createWhenMissing(place, durability);
  const running = await findPostmaster(dataFolderOf(place));
  const adopted = running && (await adopt(place, running));
  const record = adopted ?? (await start(place));
  await ensureDatabase(record);
  return record;
}

/** Stops the server of this place when one runs. Call under the lock. */
export async function stop(place: Place): Promise<void> {
  const dataFolder = dataFolderOf(place);
  if (!(await findPostmaster(dataFolder))) return;
  for (const mode of ["fast", "immediate"]) {
    const result = await runProgram(place, "pg_ctl", ["stop", "-D", dataFolder, "-m", mode, "-w", "-t", "30"]);
    if (result.status === 0 || !(await findPostmaster(dataFolder))) return;
  }
  throw new StartProblem(`The database server in ${place.home} does not stop. See ${logFile(place)}.`);
}

async function adopt(place: Place, running: Postmaster): Promise<ClusterRecord | undefined> {
  const record = currentRecord(place);
  const deadline = performance.now() + readyWithinMs;
  for (;;) {
    const postmaster = await findPostmaster(dataFolderOf(place));
    if (!postmaster) return undefined;
    const found = { ...record, port: postmaster.port };
    if (postmaster.port > 0 && (await answers(found))) {
      if (found.port !== record.port) writeRecord(place, found);
      return found;
    }
    if (performance.now() > deadline) break;
    await sleep(200);
  }
  await stop(place);
  if (await findPostmaster(dataFolderOf(place))) {
    throw new StartProblem(`The database server with process number ${running.pid} neither answers nor stops.`);
  }
  return undefined;
}

async function answers(record: ClusterRecord): Promise<boolean> {
  const sql = adminConnection(record);
  try {
    await sql`select 1`;
    return true;
  } catch {
    // Not up yet, or going down: the caller looks again.
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function start(place: Place): Promise<ClusterRecord> {
  const dataFolder = dataFolderOf(place);
  let record = currentRecord(place);
  keepLogShort(place);
  for (let attempt = 1; attempt <= startAttempts; attempt += 1) {
    if (record.port === 0 || !(await isFree(record.port))) {
      record = { ...record, port: await freePort() };
    }
    writeRecord(place, record);
    const logStart = logSize(place);
    const args = ["start", "-D", dataFolder, "-l", logFile(place), "-w", "-t", "60", "-o", `-p ${record.port}`];
    const result = await runProgram(place, "pg_ctl", args);
    if (result.status === 0) return record;
    const said = logSince(place, logStart);
    if (/could not bind|Address already in use/i.test(said)) record = { ...record, port: 0 };
    else if (/shared memory block|lock file .* already exists|is in use/i.test(said)) await sleep(500);
    else throw new StartProblem(`The embedded database did not start: ${reasonIn(said || result.output)}`);
  }
  throw new StartProblem(`The embedded database did not start in ${startAttempts} attempts. See ${logFile(place)}.`);
}

/** Roles are cluster-wide and made once; the owner may make roles but is no superuser. */
async function ensureDatabase(record: ClusterRecord): Promise<void> {
  const sql = adminConnection(record);
  try {
    const known = await sql<{ name: string }[]>`
      select rolname as name from pg_roles union all select datname from pg_database`;
    const has = (name: string) => known.some((row) => row.name === name);
    if (!has(roles.owner)) {
      await sql.unsafe(`create role ${roles.owner} login nosuperuser createrole password '${record.ownerPassword}'`);
    }
    if (!has(roles.application)) {
      const attributes = "login nosuperuser nocreaterole nobypassrls noinherit";
      await sql.unsafe(`create role ${roles.application} ${attributes} password '${record.applicationPassword}'`);
    }
    if (!has(databaseName)) await sql.unsafe(`create database ${databaseName} owner ${roles.owner}`);
  } finally {
    await sql.end();
  }
}

function adminConnection(record: ClusterRecord): postgres.Sql {
  return postgres(urlFor(record, { role: "admin", database: "postgres" }), {
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => undefined,
  });
}

function currentRecord(place: Place): ClusterRecord {
  const record = readRecord(place);
  if (!record) throw new StartProblem(`${place.home} holds no embedded database.`);
  return record;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1" }, () => probe.close(() => resolve(true)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host: "127.0.0.1" }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function logFile(place: Place): string {
  return path.join(place.home, "server.log");
}

function logSize(place: Place): number {
  return existsSync(logFile(place)) ? statSync(logFile(place)).size : 0;
}

function logSince(place: Place, offset: number): string {
  return existsSync(logFile(place)) ? readFileSync(logFile(place)).subarray(offset).toString("utf8") : "";
}

function keepLogShort(place: Place): void {
  if (logSize(place) > logLimitBytes) renameSync(logFile(place), `${logFile(place)}.1`);
}

function reasonIn(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  return (lines.filter((line) => /FATAL|PANIC|ERROR/.test(line)).at(-1) ?? lines.at(-1) ?? "it said nothing").trim();
}
