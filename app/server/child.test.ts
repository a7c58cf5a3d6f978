import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { SupervisedChild } from "./child.server";

const folder = mkdtempSync(path.join(tmpdir(), "shopfront-child-"));
afterAll(() => rmSync(folder, { recursive: true }));

const shell = pathToFileURL(path.resolve("app/server/supervised.server.ts")).href;

function childThat(name: string, body: string, said: string[] = []): SupervisedChild {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(
    file,
    `import { refuseToStart, stopWithSupervisor, tellSupervisor } from ${JSON.stringify(shell)};\n${body}`,
  );
  return new SupervisedChild({
    name,
    module: pathToFileURL(file),
    settings: {},
    say: (line) => said.push(line),
    firstDelayMs: 10,
  });
}

const works = `
  tellSupervisor({ kind: "ready" });
  stopWithSupervisor(async () => undefined);
  setInterval(() => undefined, 1000);`;

describe("a supervised process", () => {
  it("is started again after it was killed, and stays down after it was stopped", async () => {
    const said: string[] = [];
    const child = childThat("works", works, said);
    await child.start();
    const first = child.pid ?? 0;
    process.kill(first, "SIGKILL");
    await expect.poll(() => child.pid !== first && said.length, { timeout: 10_000 }).toBe(1);
    expect(said[0]).toContain("SIGKILL");
    await child.stop();
    expect(() => process.kill(child.pid ?? 0, 0)).toThrow("ESRCH");
  });

  it("passes on why it refuses to start", async () => {
    const child = childThat("refuses", `refuseToStart(new Error("Port 1 is taken."));`);
    await expect(child.start()).rejects.toThrow("Port 1 is taken.");
  });

  it("is given up when it ends three times before it was ready", async () => {
    const child = childThat("crashes", "process.exit(7);");
    await expect(child.start()).rejects.toThrow("ended 3 times");
  });
});
