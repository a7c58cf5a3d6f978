/** What a child tells its supervisor. */
export type ChildMessage =
  { readonly kind: "ready"; readonly address?: string } | { readonly kind: "refused"; readonly reason: string };

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const longestStopMs = 12_000;

/** Tells the supervisor, when there is one. */
export function tellSupervisor(message: ChildMessage): void {
  process.send?.(message);
}

/**
 * Runs `stop` once, on the first signal or when the supervisor is gone (its channel closes even when it was killed),
 * and then ends the process. A process that does not come to its end is ended.
 */
export function stopWithSupervisor(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), longestStopMs).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of signals) process.on(signal, end);
  process.on("disconnect", end);
}

/** A start that cannot succeed: says why, to the supervisor or on the screen, and ends the process. */
export function refuseToStart(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  if (process.send) process.send({ kind: "refused", reason } satisfies ChildMessage, () => process.exit(1));
  else {
    console.error(reason);
    process.exit(1);
  }
}
