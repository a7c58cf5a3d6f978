import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { nextState } from "~/domain/enrollment/benefit-application-state";
import {
  groupReadiness,
  groupSubmissionProblems,
  type GroupSubmissionFacts,
  type OfferedEmployee,
} from "~/domain/enrollment/group-submission.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { invariant } from "~/domain/invariant";
import { waiverReasons } from "~/domain/participation/waiver-reason";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { newId } from "~/platform/id.server";
import { type Tx, withDoor } from "~db/client.server";
import { insertEnrollmentEvents, listFirstEvents } from "~db/repositories/enrollment-event.server";
import { insertPolicies, reservePolicyIds } from "~db/repositories/policy.server";
import { lockRoster } from "~db/repositories/roster/employee.server";
import {
  findSubmission,
  insertSubmission,
  loadSubmissionMaterial,
  lockApplication,
  lockPeople,
  moveApplication,
  type ApplicationRecord,
  type SubmissionMaterial,
} from "~db/repositories/submission.server";
import { newConfirmationNumber, newPolicyNumber } from "./exchange-numbers.server";
import {
  contentHashOf,
  electionsToEnroll,
  initialEnrollments,
  plansOfEnrollments,
  timestampInZone,
} from "./initial-enrollments.server";
import { problemsBeforeSending } from "./pre-send.server";

export type SubmitGroupEnrollment = {
  readonly employerId: string;
  readonly applicationId: string;
  readonly userId: string;
  /** Made with the page; a second click carries the same. */
  readonly idempotencyKey: string;
  readonly signedName: string;
  /** How many have not answered, as the owner confirmed it. */
  readonly undecidedStated?: number;
  /** In the exchange's zone. */
  readonly today: CalendarDate;
  readonly now: Date;
};

/** A family's enrollment in one line that cannot be sent as it stands; somebody has to mend it first. */
export type HeldEnrollment = {
  readonly employeeId: string;
  readonly line: "medical" | "dental";
  readonly problems: readonly Problem[];
};

export type SubmittedGroup = {
  /** To note down and to say aloud, `SHOP-7K3M-Q2XD`. */
  readonly confirmationNumber: string;
  readonly submittedAt: Date;
  /** True when the group had been submitted before: nothing was done a second time. */
  readonly repeated: boolean;
  /** Families and lines that are on their way. */
  readonly readyCount: number;
  readonly held: readonly HeldEnrollment[];
};

/**
 * Submits the group's enrollment: the signed submission, a policy and an event for each family and line, the record of
 * the act, all in one serializable transaction. Submitting again answers with what the first submission made.
 * Problems: `application-not-found`, `benefit-application-step-not-possible`, `signer-not-owner`, and those of the
 * submission rule.
 */
export async function submitGroupEnrollment(input: SubmitGroupEnrollment): Promise<Outcome<SubmittedGroup>> {
  const { employerId, userId } = input;
  return withDoor({ kind: "employer", employerId, userId }, (tx) => submitIn(tx, input), {
    isolation: "serializable",
    retries: 6,
  });
}

async function submitIn(tx: Tx, input: SubmitGroupEnrollment): Promise<Outcome<SubmittedGroup>> {
  const { employerId, applicationId } = input;
  // Nobody leaves the roster, or changes on it, between the look at it and the policies.
  await lockRoster(tx, employerId);
  const earlier = await submittedBefore(tx, input);
  if (earlier) return done(earlier);
  await lockPeople(tx, employerId);
  const application = await lockApplication(tx, employerId, applicationId);
  const material = await loadSubmissionMaterial(tx, employerId, input);
  if (!application || !material) return failed({ code: "application-not-found" });

  const to = stateAfterSubmission(application);
  if (!to.ok) return to;
  if (material.signer?.role !== "owner") return failed({ code: "signer-not-owner" });
  const facts = factsOf({ application, material, today: input.today });
  if (!facts.ok) return facts;
  const problems = groupSubmissionProblems(facts.value, {
    signedName: input.signedName,
    signerName: material.signer.fullName,
    undecidedStated: input.undecidedStated ?? 0,
  });
  if (problems.length > 0) return failed(...problems);

  const moved = await moveApplication(tx, employerId, { application, to: to.value, submittedAt: input.now });
  invariant(moved, "the application is locked and cannot have changed");
  const confirmationNumber = newConfirmationNumber();
  await insertSubmission(tx, employerId, {
    submissionId: newId(),
    applicationId,
    idempotencyKey: input.idempotencyKey,
    confirmationNumber,
    signedName: input.signedName.trim(),
    signedBy: input.userId,
    signedAt: input.now,
    participation: { ...groupReadiness(facts.value).participation },
  });
  const sent = await enrollFamilies(tx, input, { application, material, facts: facts.value });
  await writeAudit(tx, {
    employerId,
    actorUserId: input.userId,
    actorName: material.signer.fullName,
    action: "group-submitted",
    subject: applicationId,
    details: { confirmationNumber, ready: sent.readyCount, held: sent.held.length },
  });
  return done({ confirmationNumber, submittedAt: input.now, repeated: false, ...sent });
}

async function submittedBefore(tx: Tx, input: SubmitGroupEnrollment): Promise<SubmittedGroup | undefined> {
  const { employerId, applicationId } = input;
  const submission = await findSubmission(tx, employerId, applicationId);
  if (!submission) return undefined;
  const events = await listFirstEvents(tx, employerId, applicationId);
  const held = events
    .filter((event) => event.state === "invalid")
    .map(({ employeeId, line, problems }) => ({ employeeId, line, problems }));
  return {
    confirmationNumber: submission.confirmationNumber,
    submittedAt: submission.signedAt,
    repeated: true,
    readyCount: events.length - held.length,
    held,
  };
}

/** Submitting while employees may still choose ends their choosing first. */
function stateAfterSubmission(application: ApplicationRecord): Outcome<ApplicationRecord["state"]> {
  const closed = nextState(application.state, "close-enrollment");
  return nextState(closed.ok ? closed.value : application.state, "submit");
}

type Judged = { readonly application: ApplicationRecord; readonly material: SubmissionMaterial };

function factsOf({ application, material, today }: Judged & { today: CalendarDate }): Outcome<GroupSubmissionFacts> {
  const profile = profileFor({ state: material.employer.state, on: application.startOn });
  if (!profile.ok) return profile;
  const employees = material.employees.map((employee): OfferedEmployee => ({
    employeeId: employee.employeeId,
    isOwner: employee.isOwner,
    fullTime: employee.employmentBasis === "full-time",
    choices: material.elections
      .filter((election) => election.employeeId === employee.employeeId)
      .map(({ line, kind, waiverReason }) => ({
        line,
        kind,
        waiverReason: waiverReasons.find((reason) => reason === waiverReason) ?? null,
      })),
  }));
  const { startOn, submitByOn } = application;
  const offeredLines = material.offers.map((offer) => offer.line);
  return done({ employees, offeredLines, profile: profile.value, startOn, submitByOn, today });
}

/** Policies and events; what the checks before sending object to is kept back, with the reasons, and the rest goes. */
async function enrollFamilies(
  tx: Tx,
  input: SubmitGroupEnrollment,
  { application, material, facts }: Judged & { facts: GroupSubmissionFacts },
): Promise<Pick<SubmittedGroup, "readyCount" | "held">> {
  const { employerId, now, today } = input;
  const wanted = electionsToEnroll(material);
  const plans = await plansOfEnrollments(tx, { application, material });
  const policyIds = await reserveNumbers(tx, employerId, wanted.length);
  const submittedAt = timestampInZone({ instant: now, timeZone: facts.profile.timeZone });
  const drafts = initialEnrollments({ application, material, plans, submittedAt }, policyIds);
  const problemsOf = await problemsBeforeSending(tx, {
    application,
    material,
    plans,
    drafts,
    profile: facts.profile,
    today,
  });
  await insertPolicies(
    tx,
    employerId,
    drafts.map(({ election, event }) => ({
      policyId: event.policyId,
      applicationId: application.applicationId,
      employeeId: election.employeeId,
      electionId: election.electionId,
      line: election.line,
      issuerId: event.issuer.issuerId,
      planId: event.plan.planId,
      startOn: event.startOn,
      endOn: application.endOn,
    })),
  );
  const rows = drafts.map(({ election, event }) => {
    const problems = problemsOf.get(event.eventId) ?? [];
    return {
      eventId: event.eventId,
      policyId: event.policyId,
      version: event.version,
      kind: event.kind,
      issuerId: event.issuer.issuerId,
      employeeId: election.employeeId,
      effectiveOn: event.startOn,
      payload: event,
      contentHash: contentHashOf(event),
      state: problems.length > 0 ? ("invalid" as const) : ("ready" as const),
      problems: [...problems],
    };
  });
  await insertEnrollmentEvents(tx, employerId, rows);
  const held = rows
    .filter((row) => row.problems.length > 0)
    .map((row) => ({ employeeId: row.employeeId, line: row.payload.line, problems: row.problems }));
  return { readyCount: rows.length - held.length, held };
}

/** Free policy numbers; a number that somebody else has already is passed over and another one drawn. */
async function reserveNumbers(tx: Tx, employerId: string, count: number): Promise<string[]> {
  const reserved: string[] = [];
  while (reserved.length < count) {
    const drawn = Array.from({ length: count - reserved.length }, () => newPolicyNumber());
    reserved.push(...(await reservePolicyIds(tx, employerId, drawn)));
  }
  return reserved;
}
