import { turnEnrollmentWindows } from "~/features/enrollment/turn-enrollment-windows.command.server";
import { clearOverQuotes } from "~/features/plans/visitor/clear-over-quotes.command.server";
import { invariant } from "~/domain/invariant";
import { today } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { clearOldAttempts } from "~/platform/rate-limit/rate-limit.server";
import { clearOverSessions } from "~/platform/session/session.server";
import { startMailQueue } from "./mail-queue.server";
import { repeat } from "./repeat.server";
import { transmitEnrollments } from "./transmit-enrollments.server";

async function sendWaitingEnrollments(): Promise<void> {
  const { built, deliveries } = await transmitEnrollments();
  for (const report of built) log().info(report, "enrollments put in a file");
  for (const { transmissionId, outcome } of deliveries) {
    const level = outcome.kind === "failed" ? "warn" : "info";
    log()[level]({ transmissionId, ...outcome }, "file for an insurer");
  }
}

async function turnWindows(): Promise<void> {
  const turned = await turnEnrollmentWindows({ todayIn: today });
  if (turned.opened + turned.closed > 0) log().info(turned, "enrollment windows turned");
}

async function clearWhatIsOver(): Promise<void> {
  const sessions = await clearOverSessions();
  await clearOldAttempts();
  const quotes = await clearOverQuotes();
  if (sessions + quotes > 0) log().info({ sessions, quotes }, "sessions and quotes that were over are cleared");
}

const timetable = [
  { name: "transmit-enrollments", everySeconds: 4, run: sendWaitingEnrollments },
  { name: "turn-enrollment-windows", everySeconds: 20, run: turnWindows },
  { name: "clear-what-is-over", everySeconds: 86_400, run: clearWhatIsOver },
] as const;

/**
 * Starts everything that happens by itself: the timetable above and the mail queue. Any number of processes may run it
 * at once. `databaseUrl` is the application's role, DATABASE_URL unless told (the embedded database has another each
 * start); the pool must be open. `stop` waits for the jobs under way.
 */
export async function startTimetable({
  databaseUrl = env().databaseUrl,
}: { databaseUrl?: string | undefined } = {}): Promise<{
  stop(): Promise<void>;
}> {
  invariant(databaseUrl, "the timetable is told which database it works on");
  const mail = await startMailQueue({ databaseUrl });
  const repeating = timetable.map(repeat);
  return {
    async stop() {
      await Promise.all([mail.stop(), ...repeating.map((job) => job.stop())]);
    },
  };
}
