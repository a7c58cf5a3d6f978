import { describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { employerCalendar } from "./employer-calendar";
import { employerTaskKeys, employerTasks, taskGroups, taskPath, type EmployerTaskKey } from "./employer-tasks";
import type { HomeApplication, HomeFacts } from "./home.query.server";

const today = calendarDate("2026-11-24");

function profileOf() {
  const found = profileFor({ state: "TN", on: today });
  if (!found.ok) throw new Error("Tennessee has a profile");
  return found.value;
}

const draft: HomeApplication = {
  applicationId: "a",
  state: "draft",
  startOn: calendarDate("2027-01-01"),
  opensOn: calendarDate("2026-11-25"),
  closesOn: calendarDate("2026-12-10"),
  submitByOn: calendarDate("2026-12-15"),
  pricesFixed: true,
  offeredLines: ["medical"],
  invitedCount: 0,
  acceptedCount: 0,
  decidedCount: 0,
  enrollingCount: 0,
  confirmationNumber: null,
  events: { total: 0, sent: 0, held: 0 },
};
const open: HomeApplication = { ...draft, state: "enrollment_open", invitedCount: 3 };
const sent: HomeApplication = {
  ...open,
  ...{ state: "submitted", decidedCount: 3, enrollingCount: 2, confirmationNumber: "SF-1" },
};

const empty: HomeFacts = {
  determination: null,
  roster: { active: 0, nonOwners: 0, withoutEmail: 0 },
  taxCredit: null,
  joinRequestCount: 0,
  owners: [],
  lastEvents: [],
  application: null,
};
const three = { active: 3, nonOwners: 2, withoutEmail: 0 };

type Scene = Partial<HomeFacts> & { standing?: "applicant" | "eligible" | "ineligible"; on?: string };

function stateOf(key: EmployerTaskKey, { standing = "eligible", on, ...facts }: Scene): string {
  const tasks = employerTasks({
    facts: { ...empty, ...facts },
    standing,
    einIsDoubtful: false,
    profile: profileOf(),
    today: on ? calendarDate(on) : today,
  });
  const task = tasks.find((candidate) => candidate.key === key);
  return `${task?.status} ${task?.note?.key ?? ""}`.trim();
}

describe("a business that has just registered", () => {
  it("can check, list people and choose a start, and nothing that follows from those", () => {
    const scene: Scene = { standing: "applicant" };
    expect(employerTaskKeys.map((key) => `${key}: ${stateOf(key, scene)}`)).toEqual([
      "business: done",
      "eligibility: not-started",
      "roster: not-started",
      "coverageYear: not-started",
      "medical: blocked yearFirst",
      "dental: blocked yearFirst",
      "review: blocked eligibilityFirst",
      "choices: blocked publishFirst",
      "submit: blocked publishFirst",
      "follow: blocked submitFirst",
    ]);
  });
});

describe("each task", () => {
  const yes = { eligible: true, determinedOn: today };
  it.each<[EmployerTaskKey, string, Scene, string]>([
    ["eligibility", "was found", {}, "done"],
    ["eligibility", "was not found", { standing: "ineligible" }, "needs-fixing notEligible"],
    ["eligibility", "moved since", { standing: "applicant", determination: yes }, "needs-fixing answerAgain"],
    ["roster", "has owners only", { roster: { ...three, nonOwners: 0 } }, "in-progress ownersOnly"],
    ["roster", "has people", { roster: three }, "done people"],
    ["roster", "lacks an address", { roster: { ...three, withoutEmail: 1 } }, "done withoutEmail"],
    ["coverageYear", "can be published today", { application: draft, on: "2026-12-08" }, "done startsOn"],
    ["coverageYear", "is too late to publish", { application: draft, on: "2026-12-09" }, "needs-fixing startPassed"],
    ["coverageYear", "was published in time", { application: open, on: "2026-12-16" }, "done startsOn"],
    ["medical", "is not offered yet", { application: { ...draft, offeredLines: [] } }, "not-started"],
    ["medical", "is offered", { application: draft }, "done"],
    ["medical", "has old prices", { application: { ...draft, pricesFixed: false } }, "needs-fixing pricesChanged"],
    ["dental", "is left open", { application: draft }, "not-started optional"],
    ["dental", "is offered", { application: { ...draft, offeredLines: ["medical", "dental"] } }, "done"],
    ["dental", "went out without", { application: open }, "done notOffered"],
    ["review", "has nobody", { application: draft }, "blocked rosterFirst"],
    ["review", "has no start", { roster: three }, "blocked yearFirst"],
    ["review", "has no plan", { roster: three, application: { ...draft, offeredLines: [] } }, "blocked medicalFirst"],
    ["review", "is ready", { roster: three, application: draft }, "not-started"],
    ["review", "is out", { roster: three, application: open }, "done"],
    ["choices", "has begun", { roster: three, application: open }, "in-progress decided"],
    ["choices", "invited nobody", { roster: three, application: { ...open, invitedCount: 0 } }, "not-started decided"],
    ["choices", "lacks one", { roster: three, application: { ...open, decidedCount: 2 } }, "in-progress decided"],
    ["choices", "has everybody", { roster: three, application: { ...open, decidedCount: 3 } }, "done decided"],
    ["submit", "has no taker", { roster: three, application: open }, "blocked choicesFirst"],
    [
      "submit",
      "waits for one",
      { roster: three, application: { ...open, decidedCount: 2, enrollingCount: 1 } },
      "not-started undecided",
    ],
    [
      "submit",
      "is on its last day",
      { application: { ...open, enrollingCount: 1 }, on: "2026-12-15" },
      "not-started readyToSubmit",
    ],
    [
      "submit",
      "is late",
      { application: { ...open, enrollingCount: 1 }, on: "2026-12-16" },
      "needs-fixing submitPassed",
    ],
    ["submit", "is done", { roster: three, application: sent, on: "2026-12-16" }, "done confirmation"],
    ["follow", "waits", { application: { ...sent, events: { total: 2, sent: 1, held: 0 } } }, "in-progress sent"],
    ["follow", "is held up", { application: { ...sent, events: { total: 2, sent: 1, held: 1 } } }, "needs-fixing held"],
    ["follow", "has arrived", { application: { ...sent, events: { total: 2, sent: 2, held: 0 } } }, "done sent"],
  ])("%s that %s", (key, _, scene, expected) => {
    expect(stateOf(key, scene)).toBe(expected);
  });

  it("stands in one group, and has an address unless it cannot start", () => {
    expect(taskGroups.flatMap((group) => group.tasks)).toEqual(employerTaskKeys);
    expect(taskPath("e1", { key: "medical", status: "not-started" })).toBe("/employers/e1/offer/medical");
    expect(taskPath("e1", { key: "medical", status: "blocked" })).toBeUndefined();
  });
});

describe("the calendar of a business", () => {
  const calendarOf = (application: HomeApplication | null, on = today) =>
    employerCalendar({ application, profile: profileOf(), today: on });

  it("shows the next open start until one is chosen", () => {
    const calendar = calendarOf(null);
    expect(calendar).toMatchObject({ isChosen: false, startOn: "2027-01-01" });
    expect(calendar?.next?.step).toBe("publish-by");
  });

  it("shows the dates that were chosen", () => {
    const days = calendarOf(open)?.milestones.map(({ code, on }) => `${code} ${on}`);
    expect(days).toContain("open-enrollment-starts 2026-11-25");
    expect(days).toContain("open-enrollment-ends 2026-12-10");
    expect(days).not.toContain("plan-year-ends 2027-12-31");
  });

  it.each<[string, HomeApplication, string, string | undefined]>([
    ["while people choose", open, "2026-11-24", "open-enrollment-ends 2026-12-10 16"],
    ["on the last day to choose", open, "2026-12-10", "open-enrollment-ends 2026-12-10 0"],
    ["after it", open, "2026-12-11", "submit-by 2026-12-15 4"],
    ["when everything has passed", open, "2026-12-16", undefined],
  ])("names the next deadline %s", (_, application, on, expected) => {
    const next = calendarOf(application, calendarDate(on))?.next;
    expect(next ? `${next.step} ${next.on} ${next.daysLeft}` : undefined).toBe(expected);
  });
});
