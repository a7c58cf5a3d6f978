import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { StartProblem } from "../../app/platform/start-problem";
import type { Place } from "./place.server";

const recordSchema = z.object({
  port: z.number().int(),
  adminPassword: z.string(),
  ownerPassword: z.string(),
  applicationPassword: z.string(),
});

/** What we keep about an embedded server beside its data: the port it used last and its passwords. */
export type ClusterRecord = z.infer<typeof recordSchema>;

export const roles = { admin: "shopfront_admin", owner: "shopfront_owner", application: "shopfront_app" } as const;
export const databaseName = "shopfront";

export function dataFolderOf(place: Place): string {
  return path.join(place.home, "data");
}

function recordFile(place: Place): string {
  return path.join(place.home, "cluster.json");
}

export function newRecord(): ClusterRecord {
  const password = () => randomBytes(24).toString("hex");
  return { port: 0, adminPassword: password(), ownerPassword: password(), applicationPassword: password() };
}

export function readRecord(place: Place): ClusterRecord | undefined {
  const file = recordFile(place);
  if (!existsSync(file)) return undefined;
  try {
    return recordSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new StartProblem(`${file} is damaged. Restore it, or remove ${place.home} to begin with an empty database.`, {
      cause: error,
    });
  }
}

/** It belongs to whoever owns the data, so that an ordinary user's database stays usable after root started it once. */
export function writeRecord(place: Place, record: ClusterRecord): void {
  const draft = `${recordFile(place)}.new`;
  writeFileSync(draft, JSON.stringify(record), { mode: 0o600 });
  if (place.runAs) chownSync(draft, place.runAs.uid, place.runAs.gid);
  renameSync(draft, recordFile(place));
}

export function urlFor(
  record: ClusterRecord,
  { role, database = databaseName }: { role: keyof typeof roles; database?: string },
): string {
  return `postgres://${roles[role]}:${record[`${role}Password`]}@127.0.0.1:${record.port}/${database}`;
}
