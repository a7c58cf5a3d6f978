import "./node-version.server";
import net from "node:net";
import { makeReady, type OpenDatabase, openDatabase } from "~db/open.server";
import { env } from "../platform/env.server";
import { StartProblem } from "../platform/start-problem";
import { ensureBuild } from "./build.server";
import { SupervisedChild } from "./child.server";
import { prepareDemonstration } from "./demonstration.server";
import { whenParentIsGone } from "./parent-watch.server";

const watchEveryMs = 3_000;
const say = (line: string) => console.log(line);

/** What `npm start` runs: everything from an empty checkout to a product that answers, and its orderly end. */
async function startProduct(): Promise<void> {
  const end = new Ending();
  try {
    const { port, host, publicOrigin, projectFolder, startedByNpm } = env();
    if (startedByNpm) whenParentIsGone(() => void end.run(0));
    await requireFreePort({ port, host });
    await ensureBuild(projectFolder, { say, signal: end.signal });
    const opening = openDatabase();
    end.add(async () =>
      opening.then(
        (opened) => opened.close(),
        () => undefined,
      ),
    );
    const database = await opening;
    await makeReady(database, { migrate: "always" });
    const settings = childSettings(database);
    const signIns = await demonstration(database, { settings, signal: end.signal });
    const children = [
      new SupervisedChild({ name: "web", module: new URL("./web.server.ts", import.meta.url), settings, say }),
      new SupervisedChild({ name: "worker", module: new URL("./worker.server.ts", import.meta.url), settings, say }),
    ];
    for (const child of children) end.add(() => child.stop());
    await Promise.all(children.map((child) => child.start()));
    end.add(watchDatabase(database, children));
    say(`\nShopfront answers at ${publicOrigin}\n`);
    for (const line of signIns) say(line);
    say("\nCtrl-C stops it.");
  } catch (error) {
    if (end.hasBegun) return;
    console.error(sentenceOf(error));
    await end.run(1);
  }
}

/** The children use the database that is open, also when it is the embedded one; the owner's sign-in stays here. */
function childSettings({ applicationUrl }: OpenDatabase): Record<string, string | undefined> {
  return {
    NODE_ENV: "production",
    DATABASE_URL: applicationUrl,
    DATABASE_OWNER_URL: undefined,
    SHOPFRONT_KEY: env().keyEncryptionKey.toString("base64"),
    LOG_LEVEL: env().logLevel,
  };
}

/** Only the embedded database gets people who never existed. */
async function demonstration(
  { mode, ownerUrl }: OpenDatabase,
  { settings, signal }: { settings: Record<string, string | undefined>; signal: AbortSignal },
): Promise<string[]> {
  if (mode !== "embedded" || !ownerUrl) return [];
  const ownSettings = { ...settings, DATABASE_OWNER_URL: ownerUrl };
  return prepareDemonstration({ projectFolder: env().projectFolder, ownerUrl, settings: ownSettings, signal, say });
}

/** Starts the embedded database again when it died; answers how to stop watching. */
function watchDatabase(database: OpenDatabase, children: readonly SupervisedChild[]): () => Promise<void> {
  let url = database.applicationUrl;
  let look = Promise.resolve();
  const lookOnce = async () => {
    const { revived, applicationUrl } = await database.revive();
    if (revived) say("The database had stopped; it runs again.");
    if (applicationUrl === url) return;
    url = applicationUrl;
    await Promise.all(children.map((child) => child.restart({ DATABASE_URL: url })));
  };
  const timer = setInterval(() => {
    look = look.then(lookOnce).catch((error: unknown) => say(`The database: ${String(error)}`));
  }, watchEveryMs);
  return async () => {
    clearInterval(timer);
    await look;
  };
}

/** Stops in the reverse order of the start, once, on a signal or when the start failed. */
class Ending {
  readonly #steps: (() => Promise<void>)[] = [];
  readonly #abort = new AbortController();
  /** Ends the programs that the start waits for. */
  readonly signal = this.#abort.signal;
  hasBegun = false;

  constructor() {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void this.run(0));
  }

  add(step: () => Promise<void>): void {
    this.#steps.push(step);
  }

  async run(status: number): Promise<void> {
    if (this.hasBegun) return;
    this.hasBegun = true;
    this.#abort.abort();
    for (const step of this.#steps.reverse()) {
      await step().catch((error: unknown) => console.error(error));
    }
    process.exit(status);
  }
}

/** What to print: one sentence for what the surroundings cause, everything for an error of ours. */
function sentenceOf(error: unknown): unknown {
  if (error instanceof StartProblem) return error.message;
  const { code, path: file } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const isAboutFiles = file !== undefined && ["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT"].includes(code ?? "");
  return isAboutFiles
    ? `${file} cannot be used (${code}): look at its owner and rights, and at the free space.`
    : error;
}

function requireFreePort({ port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${error.message})`;
      reject(
        new StartProblem(`Port ${port} on ${host} ${taken}. Stop that program, or choose another port with PORT.`),
      );
    });
    probe.listen({ port, host }, () => probe.close(() => resolve()));
  });
}

await startProduct();
