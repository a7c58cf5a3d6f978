import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmbeddedDatabase, openEmbedded } from "./embedded.server";
import { withFileLock } from "./embedded/file-lock.server";
import { isAlive } from "./embedded/process-identity.server";

let dataFolder: string;
beforeAll(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), "shopfront-embedded-"));
  chmodSync(dataFolder, 0o755);
});
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

const open = (): Promise<EmbeddedDatabase> => openEmbedded({ dataFolder, durability: "disposable" });
const lockFileOf = (database: EmbeddedDatabase) => path.join(database.home, "data", "postmaster.pid");
const pidOf = (database: EmbeddedDatabase) => Number(readFileSync(lockFileOf(database), "utf8").split("\n")[0]);

async function ask(url: string, question: string): Promise<unknown> {
  const sql = postgres(url, { max: 1 });
  try {
    const [row] = await sql.unsafe(question);
    return row?.["answer"];
  } finally {
    await sql.end();
  }
}

/** Another process of ours that opens the same database and then waits. */
async function otherUser(): Promise<ChildProcess> {
  const script = `
    import("./db/embedded.server.ts").then(async ({ openEmbedded }) => {
      await openEmbedded({ dataFolder: ${JSON.stringify(dataFolder)}, durability: "disposable" });
      console.log("open");
      setInterval(() => undefined, 1000);
    });`;
  const child = spawn(process.execPath, ["--import", "tsx", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

describe("the embedded database", () => {
  it("is UTF-8 with checksums, and its application role is neither superuser nor exempt from row security", async () => {
    const database = await open();
    expect(await ask(database.applicationUrl, "select current_setting('server_encoding') as answer")).toBe("UTF8");
    expect(await ask(database.applicationUrl, "select current_setting('data_checksums') as answer")).toBe("on");
    const powers =
      "select (rolsuper or rolbypassrls or rolcreaterole) as answer from pg_roles where rolname = current_user";
    expect(await ask(database.applicationUrl, powers)).toBe(false);
    expect(await ask(database.ownerUrl, "select rolsuper as answer from pg_roles where rolname = current_user")).toBe(
      false,
    );
    await database.release();
    expect(existsSync(lockFileOf(database))).toBe(false);
  });

  it("keeps its rows from one start to the next", async () => {
    const first = await open();
    await ask(first.ownerUrl, "create table kept as select 42 as answer");
    await first.release();
    const second = await open();
    expect(await ask(second.ownerUrl, "select answer from kept")).toBe(42);
    await second.release();
  });

  it("is shared by a process that comes while it runs, and stays up until the last one leaves", async () => {
    const child = await otherUser();
    const database = await open();
    const pid = pidOf(database);
    await database.release();
    expect(isAlive(pid)).toBe(true);
    const again = await open();
    expect(pidOf(again)).toBe(pid);
    await kill(child);
    await again.release();
    expect(isAlive(pid)).toBe(false);
  });

  it("is adopted after its starter was killed, and then stopped by the adopter", async () => {
    const child = await otherUser();
    await kill(child);
    const database = await open();
    const pid = pidOf(database);
    expect(await ask(database.applicationUrl, "select 1 as answer")).toBe(1);
    await database.release();
    expect(isAlive(pid)).toBe(false);
  });

  it("comes up again after the server itself was killed", async () => {
    const database = await open();
    process.kill(pidOf(database), "SIGKILL");
    await expect.poll(async () => (await database.revive()).revived).toBe(true);
    const { revived, applicationUrl } = await database.revive();
    expect(revived).toBe(false);
    expect(await ask(applicationUrl, "select 1 as answer")).toBe(1);
    await database.release();
  });

  it.each([
    ["is empty", () => ""],
    ["is half written", () => "12"],
    [
      "names a process that belongs to another program",
      () => `${process.pid}\n${dataFolder}\n1\n1\n\n127.0.0.1\n\nready\n`,
    ],
    ["names a process that is gone", () => `999999\n${dataFolder}\n1\n1\n\n127.0.0.1\n\nready\n`],
  ])("starts when the server's lock file %s", async (_what, content) => {
    const before = await open();
    await before.release();
    writeFileSync(lockFileOf(before), content());
    const database = await open();
    expect(await ask(database.applicationUrl, "select 1 as answer")).toBe(1);
    await database.release();
  });

  it("starts when our own lock and a list entry were left by a killed process", async () => {
    const before = await open();
    await before.release();
    writeFileSync(path.join(before.home, "lock"), JSON.stringify({ pid: 999_999, startMark: "1" }));
    writeFileSync(path.join(before.home, "users", "999999.json"), "{");
    const database = await open();
    const pid = pidOf(database);
    await database.release();
    expect(isAlive(pid)).toBe(false);
  });

  it("takes another port when its own is taken by somebody else", async () => {
    const before = await open();
    const port = Number(new URL(before.applicationUrl).port);
    await before.release();
    const squatter = net.createServer().listen(port, "127.0.0.1");
    await once(squatter, "listening");
    const database = await open();
    expect(new URL(database.applicationUrl).port).not.toBe(String(port));
    expect(await ask(database.applicationUrl, "select 1 as answer")).toBe(1);
    await database.release();
    squatter.close();
  });

  it("throws away a data folder that was left half made", async () => {
    const before = await open();
    await before.release();
    rmSync(path.join(before.home, "data"), { recursive: true });
    writeFileSync(path.join(before.home, "data.new-password"), "left over");
    const database = await open();
    expect(await ask(database.applicationUrl, "select 1 as answer")).toBe(1);
    await database.release();
  });
});

describe("a data folder that only its owner may enter", () => {
  it("serves an ordinary user from inside, and root from a folder that the database's user can reach", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "shopfront-private-"));
    const database = await openEmbedded({ dataFolder: folder, durability: "disposable" });
    expect(await ask(database.applicationUrl, "select 1 as answer")).toBe(1);
    expect(database.home.startsWith(folder)).toBe(process.getuid?.() !== 0);
    await database.release();
    rmSync(folder, { recursive: true });
    if (!database.home.startsWith(folder)) rmSync(path.dirname(database.home), { recursive: true });
  });
});

describe("the lock file", () => {
  it("lets one holder in at a time", async () => {
    const file = path.join(dataFolder, "race.lock");
    let inside = 0;
    let most = 0;
    const enter = () =>
      withFileLock(file, async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 10 }, enter));
    expect(most).toBe(1);
    expect(existsSync(file)).toBe(false);
  });
});
