import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { insurerDeliveryContract, insurerFile } from "./delivery-contract";
import { dropFolder } from "./drop-folder.server";

const made: string[] = [];

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "drop-folder-"));
  made.push(folder);
  return folder;
}

afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

insurerDeliveryContract("a drop folder", async () => {
  const folder = await emptyFolder();
  return {
    delivery: dropFolder(folder),
    names: () => readdir(folder),
    read: (name) => readFile(path.join(folder, name)),
    place: (name, bytes) => writeFile(path.join(folder, name), bytes),
  };
});

describe("a drop folder on a disk", () => {
  it("makes its folder when it is not there yet", async () => {
    const folder = path.join(await emptyFolder(), "issuers", "drop");
    expect(await dropFolder(folder).deliver(insurerFile("a.edi", "one"))).toMatchObject({ delivered: true });
    expect(await readdir(folder)).toEqual(["a.edi"]);
  });

  it("is unreachable, without an exception, when a file stands where the folder should be", async () => {
    const place = path.join(await emptyFolder(), "taken");
    await writeFile(place, "not a folder");
    expect(await dropFolder(place).deliver(insurerFile("a.edi", "one"))).toMatchObject({
      delivered: false,
      failure: "unreachable",
    });
  });

  it("is written by each run under a name of its own, so that none publishes what another has half written", async () => {
    const folder = await emptyFolder();
    const file = insurerFile("a.edi", "x".repeat(20_000_000));
    const parts = new Set<string>();
    const look = async () => {
      for (const name of await readdir(folder)) if (name.endsWith(".part")) parts.add(name);
    };
    const slow = dropFolder(folder).deliver(file);
    while (parts.size === 0) await look();
    let isOver = false;
    const both = Promise.all([slow, dropFolder(folder).deliver(file)]).finally(() => (isOver = true));
    while (!isOver) await look();
    expect((await both)[1]).toMatchObject({ delivered: true });
    expect(parts.size).toBe(2);
    expect(await readdir(folder)).toEqual(["a.edi"]);
  });

  it("refuses a name that leads out of the folder", async () => {
    const outer = await emptyFolder();
    const folder = path.join(outer, "drop");
    await mkdir(folder);
    expect(await dropFolder(folder).deliver(insurerFile("../a.edi", "one"))).toMatchObject({ delivered: false });
    expect(await readdir(outer)).toEqual(["drop"]);
  });
});
