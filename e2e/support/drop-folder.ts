import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Where the product under test puts the insurers' files. */
const outbound = path.resolve(process.env["JOURNEYS_DATA"] ?? "test-results/journeys-data", "outbound");

/** The segments of each 834 transaction set that names the group, over all insurers' files. */
export function transactionSetsOf(groupName: string): string[][] {
  const wanted = groupName.toUpperCase();
  return filesUnder(outbound)
    .flatMap((file) =>
      readFileSync(file, "utf8")
        .split(/(?=ST\*834\*)/)
        .slice(1),
    )
    .map((set) => set.split("~").map((segment) => segment.trim()))
    .filter((segments) => segments.some((segment) => segment.toUpperCase().includes(wanted)));
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
