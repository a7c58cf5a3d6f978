import { withDoor } from "~db/client.server";
import { findLatestDetermination } from "~db/repositories/employers/eligibility-determination.server";
import { readDetermination, type StoredDetermination } from "./stored-determination.server";

/** The newest answer; undefined before the first. One statement. */
export async function latestDetermination(who: {
  employerId: string;
  userId: string;
}): Promise<StoredDetermination | undefined> {
  const row = await withDoor({ kind: "employer", ...who }, (tx) => findLatestDetermination(tx, who.employerId), {
    readOnly: true,
  });
  return row && readDetermination(row);
}
