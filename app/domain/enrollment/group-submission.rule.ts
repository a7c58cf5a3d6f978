// A group's enrollment goes to the insurers when the owner signs it in time, enough people take part, somebody who is
// no owner enrolls, and everybody who was offered coverage has answered or the owner says how many have not.
// 45 CFR 155.715, 155.725(h) and 155.706(b)(10). Heads and calendar days; the submit-by day itself is still in time.
import type { CalendarDate } from "../calendar/calendar-date";
import { citation as startCitation, earliestStartOn } from "../calendar/group-start-calendar.rule";
import type { CoverageLine } from "../coverage-line";
import type { ExchangeProfile } from "../exchange-profile/exchange-profile";
import type { Explanation } from "../explanation";
import { explainParticipation } from "../participation/explain/explain-participation";
import {
  minimumParticipation,
  waivedStatus,
  type MinimumParticipationInput,
  type Participation,
  type ParticipationPerson,
  type ParticipationStatus,
} from "../participation/minimum-participation.rule";
import type { WaiverReason } from "../participation/waiver-reason";
import type { Problem } from "../problem";
import type { ChoiceKind } from "./coverage-choice.rule";

export const citation = "45 CFR 155.715";

export type LineChoice = {
  readonly line: CoverageLine;
  readonly kind: ChoiceKind;
  readonly waiverReason: WaiverReason | null;
};

/** One active employee with the choices that stand. */
export type OfferedEmployee = {
  readonly employeeId: string;
  readonly isOwner: boolean;
  readonly fullTime: boolean;
  readonly choices: readonly LineChoice[];
};

export type GroupSubmissionFacts = {
  readonly employees: readonly OfferedEmployee[];
  readonly offeredLines: readonly CoverageLine[];
  readonly profile: ExchangeProfile;
  readonly startOn: CalendarDate;
  readonly submitByOn: CalendarDate;
  readonly today: CalendarDate;
};

type ParticipationFacts = Omit<GroupSubmissionFacts, "submitByOn">;

export type GroupReadiness = {
  readonly participation: Participation;
  readonly undecidedEmployeeIds: readonly string[];
  /** Families that would be enrolled, counted once each. */
  readonly enrollingHeads: number;
};

/** Has answered for each line that is offered. */
export function hasDecided(employee: OfferedEmployee, offeredLines: readonly CoverageLine[]): boolean {
  return offeredLines.every((line) => employee.choices.some((choice) => choice.line === line));
}

/** Participation is measured where medical coverage is offered; a group that offers dental alone is measured there. */
export function measuredLine(offeredLines: readonly CoverageLine[]): CoverageLine {
  return offeredLines.includes("medical") || offeredLines.length === 0 ? "medical" : "dental";
}

function statusOf(employee: OfferedEmployee, line: CoverageLine, profile: ExchangeProfile): ParticipationStatus {
  const choice = employee.choices.find((candidate) => candidate.line === line);
  if (choice === undefined) return "undecided";
  if (choice.kind === "elect") return "elected";
  return waivedStatus({ reason: choice.waiverReason ?? "none-of-these", profile });
}

function participationInput(facts: ParticipationFacts): MinimumParticipationInput {
  const { employees, offeredLines, profile, startOn, today } = facts;
  const line = measuredLine(offeredLines);
  const people: ParticipationPerson[] = employees.map((employee) => ({
    employeeId: employee.employeeId,
    offered: true,
    isOwnerOrOwnerSpouse: employee.isOwner,
    fullTime: employee.fullTime,
    status: statusOf(employee, line, profile),
  }));
  return { people, profile, startOn, submittedOn: today };
}

/** How the participation of `groupReadiness` was counted. */
export function explainGroupParticipation(facts: ParticipationFacts): Explanation {
  return explainParticipation(participationInput(facts));
}

/** Where the group stands if it were submitted today. */
export function groupReadiness(facts: GroupSubmissionFacts): GroupReadiness {
  const { employees, offeredLines } = facts;
  return {
    participation: minimumParticipation(participationInput(facts)),
    undecidedEmployeeIds: employees
      .filter((employee) => !hasDecided(employee, offeredLines))
      .map((employee) => employee.employeeId),
    enrollingHeads: employees.filter((employee) => employee.choices.some((choice) => choice.kind === "elect")).length,
  };
}

/** The same name but for capital letters and spaces. */
export function isSameName(a: string, b: string): boolean {
  const plain = (name: string) => name.normalize("NFC").toLowerCase().replace(/\s+/gu, "");
  return plain(a) !== "" && plain(a) === plain(b);
}

/**
 * What keeps the group from being submitted today, whoever signs. `undecidedStated`: how many have not answered, as the
 * owner confirmed; a number that is no longer right is asked for again. Problems: `submit-by-passed` {submitByOn,
 * nextStartOn}, `offer-missing`, `employees-undecided` {count}, `nobody-enrolled`, and those of participation.
 */
export function readinessProblems(
  facts: GroupSubmissionFacts,
  { undecidedStated }: { readonly undecidedStated: number },
): readonly Problem[] {
  const { profile, today, submitByOn, offeredLines } = facts;
  const { participation, undecidedEmployeeIds, enrollingHeads } = groupReadiness(facts);
  const problems: Problem[] = [];
  if (submitByOn < today) {
    const nextStartOn = earliestStartOn({ profile, receivedOn: today });
    problems.push({ code: "submit-by-passed", params: { submitByOn, nextStartOn }, citation: startCitation });
  }
  if (offeredLines.length === 0) problems.push({ code: "offer-missing" });
  const count = undecidedEmployeeIds.length;
  if (count !== 0 && count !== undecidedStated) {
    problems.push({ code: "employees-undecided", field: "undecidedStated", params: { count } });
  }
  if (enrollingHeads === 0) problems.push({ code: "nobody-enrolled" });
  return [...problems, ...participation.problems];
}

/** The same with the signature: `signature-name-differs` {name}. */
export function groupSubmissionProblems(
  facts: GroupSubmissionFacts,
  signature: { readonly signedName: string; readonly signerName: string; readonly undecidedStated: number },
): readonly Problem[] {
  const problems = readinessProblems(facts, signature);
  if (isSameName(signature.signedName, signature.signerName)) return problems;
  const params = { name: signature.signerName };
  return [...problems, { code: "signature-name-differs", field: "signedName", params }];
}
