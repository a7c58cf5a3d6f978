import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { startDateRuling } from "~/domain/calendar/group-start-calendar.rule";
import type { ExchangeProfile } from "~/domain/exchange-profile/exchange-profile";
import type { HomeApplication, HomeFacts } from "./home.query.server";

export const employerTaskKeys = [
  "business",
  "eligibility",
  "roster",
  "coverageYear",
  "medical",
  "dental",
  "review",
  "choices",
  "submit",
  "follow",
] as const;
export type EmployerTaskKey = (typeof employerTaskKeys)[number];

export const taskGroups = [
  { key: "check", tasks: ["business", "eligibility"] },
  { key: "plan", tasks: ["roster", "coverageYear", "medical", "dental"] },
  { key: "offer", tasks: ["review"] },
  { key: "enroll", tasks: ["choices", "submit", "follow"] },
] as const satisfies readonly { key: string; tasks: readonly EmployerTaskKey[] }[];

export type EmployerTaskStatus = "not-started" | "in-progress" | "done" | "blocked" | "needs-fixing";

export type EmployerTask = {
  readonly key: EmployerTaskKey;
  readonly status: EmployerTaskStatus;
  /** A sentence under `home.note.`: why it cannot start, what is left, or what is there. */
  readonly note?: { readonly key: string; readonly params?: Readonly<Record<string, string | number>> };
};

type State = Omit<EmployerTask, "key">;

export type TaskFacts = {
  readonly facts: HomeFacts;
  readonly standing: "applicant" | "eligible" | "ineligible";
  readonly einIsDoubtful: boolean;
  /** Undefined where no rules are known for the day. */
  readonly profile: ExchangeProfile | undefined;
  readonly today: CalendarDate;
};

const path: Readonly<Record<EmployerTaskKey, string>> = {
  business: "business",
  eligibility: "eligibility",
  roster: "roster",
  coverageYear: "coverage-year",
  medical: "offer/medical",
  dental: "offer/dental",
  review: "offer/review",
  choices: "enrollment",
  submit: "enrollment/submission",
  follow: "enrollment/sent",
};

/** Where the task is done; nowhere while it cannot start. */
export function taskPath(employerId: string, { key, status }: EmployerTask): string | undefined {
  return status === "blocked" ? undefined : `/employers/${employerId}/${path[key]}`;
}

/** How far each task is, in the order of the list. */
export function employerTasks(input: TaskFacts): readonly EmployerTask[] {
  const { facts } = input;
  const application = facts.application;
  const isPublished = application !== null && application.state !== "draft";
  const states: Readonly<Record<EmployerTaskKey, State>> = {
    business: { status: "done", ...(input.einIsDoubtful ? { note: { key: "einDoubtful" } } : {}) },
    eligibility: eligibilityState(input),
    roster: rosterState(facts),
    coverageYear: coverageYearState(input),
    medical: medicalState(application),
    dental: dentalState(application, isPublished),
    review: reviewState(input, isPublished),
    choices: choicesState(facts, isPublished),
    submit: submitState(input, isPublished),
    follow: followState(application),
  };
  return employerTaskKeys.map((key) => ({ key, ...states[key] }));
}

function blocked(key: string): State {
  return { status: "blocked", note: { key } };
}

function eligibilityState({ facts, standing }: TaskFacts): State {
  if (standing === "eligible") return { status: "done" };
  if (standing === "ineligible") return { status: "needs-fixing", note: { key: "notEligible" } };
  return facts.determination ? { status: "needs-fixing", note: { key: "answerAgain" } } : { status: "not-started" };
}

function rosterState({ roster }: HomeFacts): State {
  const { active, nonOwners, withoutEmail } = roster;
  if (active === 0) return { status: "not-started" };
  if (nonOwners === 0) return { status: "in-progress", note: { key: "ownersOnly" } };
  if (withoutEmail > 0) return { status: "done", note: { key: "withoutEmail", params: { count: withoutEmail } } };
  return { status: "done", note: { key: "people", params: { count: active } } };
}

function coverageYearState({ facts: { application }, profile, today }: TaskFacts): State {
  if (!application) return { status: "not-started" };
  const { startOn, state } = application;
  const note = { key: "startsOn", params: { startOn } };
  if (state !== "draft" || !profile) return { status: "done", note };
  const ruling = startDateRuling({ profile, today, startOn, deadline: "publish" });
  return ruling.allowed
    ? { status: "done", note }
    : { status: "needs-fixing", note: { key: "startPassed", params: { startOn } } };
}

function medicalState(application: HomeApplication | null): State {
  if (!application) return blocked("yearFirst");
  if (!application.offeredLines.includes("medical")) return { status: "not-started" };
  return application.pricesFixed ? { status: "done" } : { status: "needs-fixing", note: { key: "pricesChanged" } };
}

/** Nobody has to offer dental: once the offer is out without it, there is nothing left to do. */
function dentalState(application: HomeApplication | null, isPublished: boolean): State {
  if (!application) return blocked("yearFirst");
  const { offeredLines, pricesFixed } = application;
  if (offeredLines.includes("dental")) {
    return pricesFixed ? { status: "done" } : { status: "needs-fixing", note: { key: "pricesChanged" } };
  }
  return isPublished
    ? { status: "done", note: { key: "notOffered" } }
    : { status: "not-started", note: { key: "optional" } };
}

function reviewState({ facts, standing }: TaskFacts, isPublished: boolean): State {
  const { application, roster } = facts;
  if (isPublished) return { status: "done" };
  if (standing !== "eligible") return blocked("eligibilityFirst");
  if (roster.active === 0) return blocked("rosterFirst");
  if (!application) return blocked("yearFirst");
  return application.offeredLines.includes("medical") ? { status: "not-started" } : blocked("medicalFirst");
}

function choicesState({ application, roster }: HomeFacts, isPublished: boolean): State {
  if (!application || !isPublished) return blocked("publishFirst");
  const { decidedCount, invitedCount, confirmationNumber } = application;
  const note = { key: "decided", params: { decided: decidedCount, total: roster.active } };
  if (confirmationNumber !== null || (roster.active > 0 && decidedCount >= roster.active))
    return { status: "done", note };
  return { status: invitedCount === 0 && decidedCount === 0 ? "not-started" : "in-progress", note };
}

function submitState({ facts: { application, roster }, today }: TaskFacts, isPublished: boolean): State {
  if (!application || !isPublished) return blocked("publishFirst");
  const { confirmationNumber, submitByOn, decidedCount, enrollingCount } = application;
  if (confirmationNumber !== null)
    return { status: "done", note: { key: "confirmation", params: { confirmationNumber } } };
  if (submitByOn < today) return { status: "needs-fixing", note: { key: "submitPassed", params: { submitByOn } } };
  if (enrollingCount === 0) return blocked("choicesFirst");
  const undecided = Math.max(0, roster.active - decidedCount);
  const note = undecided > 0 ? { key: "undecided", params: { count: undecided } } : { key: "readyToSubmit" };
  return { status: "not-started", note };
}

function followState(application: HomeApplication | null): State {
  if (!application || application.confirmationNumber === null) return blocked("submitFirst");
  const { total, sent, held } = application.events;
  if (held > 0) return { status: "needs-fixing", note: { key: "held", params: { count: held } } };
  const note = { key: "sent", params: { sent, total } };
  return { status: total > 0 && sent === total ? "done" : "in-progress", note };
}
