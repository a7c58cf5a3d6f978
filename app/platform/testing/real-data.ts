import { existsSync } from "node:fs";
import path from "node:path";
import { describe, it } from "vitest";
import { env } from "../env.server";

const folder = path.resolve(env().projectFolder, "../shared/data");

/** Folder with the public data sets, beside the project; null where it is not there. */
export function realDataFolder(): string | null {
  return existsSync(folder) ? folder : null;
}

/** Tests on the public data sets. Without them a notice is printed; where CI is set that is a failure. */
export function describeWithRealData(name: string, define: (folder: string) => void): void {
  const found = realDataFolder();
  if (found) {
    describe(name, () => define(found));
    return;
  }
  const notice = `${name}: left out, because ../shared/data is not there`;
  describe(name, () => {
    it("needs the public data sets in ../shared/data", ({ skip }) => {
      if (env().isCi) throw new Error(notice);
      process.stderr.write(`NOTICE ${notice}\n`);
      skip(notice);
    });
  });
}
