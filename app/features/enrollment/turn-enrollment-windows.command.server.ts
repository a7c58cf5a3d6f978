import { addDays, type CalendarDate } from "~/domain/calendar/calendar-date";
import { nextState, type BenefitApplicationEvent } from "~/domain/enrollment/benefit-application-state";
import { exchangeTimeZone } from "~/domain/exchange-profile/profile-for";
import { isUsState } from "~/domain/exchange-profile/us-state";
import { invariant } from "~/domain/invariant";
import { writeAudit } from "~/platform/audit.server";
import { withDoor } from "~db/client.server";
import { listWindowsToTurn, type EnrollmentWindow } from "~db/repositories/enrollment-window.server";
import { moveApplication } from "~db/repositories/submission.server";

const worker = { kind: "worker" } as const;

export type TurnedWindows = { readonly opened: number; readonly closed: number };

/**
 * Opens enrollment where its first day has come and closes it where its last day is over, each by the day in the zone
 * of the business's exchange. Turning twice changes nothing; a window that passed while nothing ran is opened and
 * closed in one go.
 */
export async function turnEnrollmentWindows({
  todayIn,
}: {
  todayIn: (timeZone: string) => CalendarDate;
}): Promise<TurnedWindows> {
  const opened = await turnAll("open-enrollment", todayIn);
  const closed = await turnAll("close-enrollment", todayIn);
  return { opened, closed };
}

type Turn = Extract<BenefitApplicationEvent, "open-enrollment" | "close-enrollment">;

const auditActions = { "open-enrollment": "enrollment-opened", "close-enrollment": "enrollment-closed" } as const;

async function turnAll(turn: Turn, todayIn: (timeZone: string) => CalendarDate): Promise<number> {
  // A day ahead of UTC is today somewhere; whose day it is gets decided one by one.
  const latestToday = addDays(todayIn("UTC"), 1);
  const candidates = await withDoor(worker, (tx) => listWindowsToTurn(tx, latestToday));
  let turned = 0;
  for (const window of candidates) {
    if (isDue(turn, window, todayIn) && (await turnOne(turn, window))) turned += 1;
  }
  return turned;
}

function isDue(turn: Turn, window: EnrollmentWindow, todayIn: (timeZone: string) => CalendarDate): boolean {
  const { employerState: state, startOn, openEnrollmentStartsOn, openEnrollmentEndsOn } = window;
  invariant(isUsState(state), `a registered business is in a known state, not ${state}`);
  const today = todayIn(exchangeTimeZone({ state, on: startOn }));
  if (turn === "open-enrollment") return window.state === "published" && openEnrollmentStartsOn <= today;
  return window.state === "enrollment_open" && openEnrollmentEndsOn < today;
}

/** False when somebody else has moved the application meanwhile. */
async function turnOne(turn: Turn, window: EnrollmentWindow): Promise<boolean> {
  const to = nextState(window.state, turn);
  invariant(to.ok, `${turn} follows ${window.state}`);
  return withDoor(worker, async (tx) => {
    const { employerId, applicationId } = window;
    const moved = await moveApplication(tx, employerId, { application: window, to: to.value });
    if (!moved) return false;
    await writeAudit(tx, {
      employerId,
      actorUserId: null,
      actorName: "Shopfront",
      action: auditActions[turn],
      subject: applicationId,
    });
    return true;
  });
}
