import { type ChildProcess, fork } from "node:child_process";
import { childEnvironment } from "../platform/env.server";
import { StartProblem } from "../platform/start-problem";
import type { ChildMessage } from "./supervised.server";

export type ChildOptions = {
  readonly name: string;
  readonly module: URL;
  readonly settings: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
  /** Before the child is ready it may fail this often, then the start has failed. */
  readonly startAttempts?: number;
  readonly firstDelayMs?: number;
};

const longestDelayMs = 10_000;
const steadyAfterMs = 60_000;
const stopWithinMs = 15_000;

/** A process of ours that is started again when it ends by itself, at growing intervals. */
export class SupervisedChild {
  #process: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;
  #failures = 0;
  #startedAt = 0;

  #settings: ChildOptions["settings"];

  constructor(readonly options: ChildOptions) {
    this.#settings = options.settings;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Resolves when the child is ready; rejects when it refuses to start or never becomes ready. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => this.#launch({ resolve, reject }));
  }

  /** Starts the child anew, with other settings. */
  async restart(settings: Readonly<Record<string, string | undefined>>): Promise<void> {
    await this.stop();
    this.#stopping = false;
    this.#settings = { ...this.#settings, ...settings };
    await this.start();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
      child.once("exit", () => {
        clearTimeout(force);
        resolve();
      });
      child.kill("SIGTERM");
    });
  }

  #launch(first?: { resolve: () => void; reject: (error: Error) => void }): void {
    const { name, module, say, startAttempts = 3 } = this.options;
    let waiting = first;
    this.#startedAt = performance.now();
    // In a group of its own, so that Ctrl-C reaches the supervisor only, which stops things in order.
    const child = fork(module, {
      execArgv: ["--import", "tsx"],
      env: childEnvironment(this.#settings),
      detached: true,
    });
    this.#process = child;
    child.on("message", (message: ChildMessage) => {
      if (message.kind === "refused") say(`${name}: ${message.reason}`);
      if (message.kind === "refused" && waiting) {
        this.#stopping = true;
        waiting.reject(new StartProblem(message.reason));
      }
      if (message.kind === "ready") waiting?.resolve();
      waiting = undefined;
    });
    child.once("exit", (code, signal) => {
      if (this.#stopping) return;
      if (performance.now() - this.#startedAt > steadyAfterMs) this.#failures = 0;
      this.#failures += 1;
      if (waiting && this.#failures >= startAttempts) {
        waiting.reject(new StartProblem(`The ${name} process ended ${startAttempts} times before it was ready.`));
        return;
      }
      const { firstDelayMs = 250 } = this.options;
      const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** (this.#failures - 1));
      say(`The ${name} process ended (${signal ?? `status ${code}`}); it starts again in ${delayMs / 1000} s.`);
      this.#timer = setTimeout(() => this.#launch(waiting), delayMs);
    });
  }
}
