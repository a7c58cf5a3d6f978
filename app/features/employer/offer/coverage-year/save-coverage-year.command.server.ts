import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { deadlinesFor, startDateRuling } from "~/domain/calendar/group-start-calendar.rule";
import { openEnrollmentRuling } from "~/domain/calendar/open-enrollment.rule";
import type { ExchangeProfile } from "~/domain/exchange-profile/exchange-profile";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { newId } from "~/platform/id.server";
import { withDoor, type Tx } from "~db/client.server";
import {
  insertApplication,
  lockCurrentApplication,
  lockEmployer,
  updateApplication,
  updatePayFrequency,
  type BenefitApplication,
  type CoverageYearColumns,
} from "~db/repositories/benefit-application.server";
import type { EmployerAct } from "../acting-person.server";
import type { CoverageYear } from "./coverage-year.schema";

type SaveCoverageYear = EmployerAct & {
  readonly state: string;
  readonly today: CalendarDate;
  readonly input: CoverageYear;
};

/**
 * Begins the plan year or changes it while it is a draft. Moving the start date gives up the prices that were fixed with
 * an offer. Problems: those of the start-date and open-enrollment rules, `waiting-period-not-available`,
 * `offer-already-published`, `stale`.
 */
export async function saveCoverageYear(act: SaveCoverageYear): Promise<Outcome<{ readonly applicationId: string }>> {
  const profile = profileFor({ state: act.state, on: act.input.startOn });
  if (!profile.ok) return profile;
  const problems = problemsOf(act, profile.value);
  if (problems.length > 0) return failed(...problems);
  const columns = columnsOf(act.input, profile.value);
  const { employerId } = act;
  return withDoor({ kind: "employer", employerId, userId: act.userId }, async (tx) => {
    const employer = await lockEmployer(tx, employerId);
    if (!employer) return failed({ code: "stale" });
    const current = await lockCurrentApplication(tx, employerId);
    const samePay = employer.payFrequency === act.input.payFrequency;
    if (current && isSame(current, columns) && samePay) return done({ applicationId: current.applicationId });
    if (current && current.state !== "draft") return failed({ code: "offer-already-published" });
    if ((current?.version ?? 0) !== act.input.version) return failed({ code: "stale" });
    const applicationId = await store(tx, { employerId, current, columns });
    if (!samePay) await updatePayFrequency(tx, employerId, act.input.payFrequency);
    await writeAudit(tx, {
      ...{ employerId, actorUserId: act.userId, actorName: act.actorName, action: "coverage-year-saved" },
      subject: applicationId,
      details: {
        startOn: columns.startOn,
        waitingPeriod: columns.waitingPeriod,
        offersDependents: columns.offersDependents,
      },
    });
    return done({ applicationId });
  });
}

function problemsOf({ input, today }: SaveCoverageYear, profile: ExchangeProfile): readonly Problem[] {
  const { startOn, opensOn, closesOn, waitingPeriod } = input;
  const start = startDateRuling({ profile, today, startOn, deadline: "publish" });
  if (!start.allowed) return start.problems;
  const enrollment = openEnrollmentRuling({ profile, today, startOn, opensOn, closesOn });
  return [
    ...(enrollment.allowed ? [] : enrollment.problems),
    ...(profile.waitingPeriods.includes(waitingPeriod)
      ? []
      : [{ code: "waiting-period-not-available", field: "waitingPeriod" }]),
  ];
}

function columnsOf(input: CoverageYear, profile: ExchangeProfile): CoverageYearColumns {
  const { startOn } = input;
  const deadlines = deadlinesFor({ profile, startOn });
  return {
    startOn,
    endOn: deadlines.planYearEndsOn,
    openEnrollmentStartsOn: input.opensOn,
    openEnrollmentEndsOn: input.closesOn,
    submitByOn: deadlines.submitByOn,
    waitingPeriod: input.waitingPeriod,
    offersDependents: input.offersDependents === "yes",
  };
}

/** A second click, or a form sent again: nothing would change. */
function isSame(current: BenefitApplication, columns: CoverageYearColumns): boolean {
  return (Object.keys(columns) as (keyof CoverageYearColumns)[]).every((name) => current[name] === columns[name]);
}

async function store(
  tx: Tx,
  {
    employerId,
    current,
    columns,
  }: { employerId: string; current: BenefitApplication | undefined; columns: CoverageYearColumns },
): Promise<string> {
  if (!current) {
    const applicationId = newId();
    await insertApplication(tx, employerId, { applicationId, ...columns });
    return applicationId;
  }
  const { applicationId } = current;
  const unpinned = current.startOn === columns.startOn ? {} : { catalogVersionId: null, ratingArea: null };
  await updateApplication(tx, employerId, { applicationId, changes: { ...columns, ...unpinned } });
  return applicationId;
}
