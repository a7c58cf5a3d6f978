import { log } from "~/platform/log.server";

export type RepeatedJob = { readonly name: string; readonly everySeconds: number; readonly run: () => Promise<void> };

/** Waits differ by up to a quarter, so that processes started together do not come back together. */
const jitter = 0.25;

/**
 * Runs the job at once, and again `everySeconds` after each run has ended, until stopped. A run that fails is logged,
 * and the next one comes as usual. `stop` waits for the run under way.
 */
export function repeat({ name, everySeconds, run }: RepeatedJob): { stop(): Promise<void> } {
  let stopped = false;
  let wake: () => void = () => undefined;
  const pause = () =>
    new Promise<void>((resolve) => {
      const milliseconds = everySeconds * 1000 * (1 - jitter + Math.random() * 2 * jitter);
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const rounds = async () => {
    while (!stopped) {
      try {
        await run();
      } catch (error) {
        log().error({ err: error, job: name }, "job failed");
      }
      if (!stopped) await pause();
    }
  };
  const ended = rounds();
  return {
    async stop() {
      stopped = true;
      wake();
      await ended;
    },
  };
}
