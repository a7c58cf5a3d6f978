import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach } from "vitest";
import { referenceOf } from "../../app/domain/x12/reading/enrollment-model";
import { readEnvelopes } from "../../app/domain/x12/reading/envelope-reader";
import { hasErrors } from "../../app/domain/x12/reading/finding";
import { read834 } from "../../app/domain/x12/reading/read-834";
import { dropFolder } from "../../app/integrations/insurer-delivery/drop-folder.server";

export type InsurerFolder = {
  readonly path: (name: string) => string;
  readonly delivery: () => ReturnType<typeof dropFolder>;
  readonly names: () => Promise<string[]>;
  readonly texts: () => Promise<string[]>;
  /** Policy numbers of all transaction sets that have arrived, by our own reader. */
  readonly policies: () => Promise<string[]>;
};

/** An empty drop folder for each test of the file. */
export function useInsurerFolder(): InsurerFolder {
  const made: string[] = [];
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "insurer-"));
    made.push(folder);
  });
  afterAll(async () => {
    for (const old of made) await rm(old, { recursive: true, force: true });
  });
  const names = async () => (await readdir(folder)).sort();
  const texts = async () => Promise.all((await names()).map((name) => readFile(path.join(folder, name), "latin1")));
  return {
    path: (name) => path.join(folder, name),
    delivery: () => dropFolder(folder),
    names,
    texts,
    policies: async () => (await texts()).flatMap(policiesOf),
  };
}

function policiesOf(text: string): string[] {
  const { interchanges, findings } = readEnvelopes(text);
  if (hasErrors(findings)) throw new Error("a file does not read");
  const sets = interchanges.flatMap((one) => one.groups.flatMap((group) => group.transactions));
  return sets.map((set) => referenceOf(read834(set).model?.members[0]?.references ?? [], "1L") ?? "");
}
