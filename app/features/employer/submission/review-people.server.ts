import type { CoverageLine } from "~/domain/coverage-line";
import { hasDecided, measuredLine, type LineChoice } from "~/domain/enrollment/group-submission.rule";
import type { ExchangeProfile } from "~/domain/exchange-profile/exchange-profile";
import { cents, sumCents, type Cents } from "~/domain/money/cents";
import { waivedStatus, type ParticipationStatus } from "~/domain/participation/minimum-participation.rule";
import { waiverReasons } from "~/domain/participation/waiver-reason";

export type CoveredPerson = { readonly memberId: string; readonly firstName: string; readonly hasSsn: boolean };

export type ReviewChoice = LineChoice & {
  readonly planName: string | null;
  /** The employee first, then dependents by age. */
  readonly covered: readonly CoveredPerson[];
  readonly totalPremiumMonthlyCents: Cents | null;
  readonly employerShareMonthlyCents: Cents | null;
};

/** What an insurer asks for and is not there yet. */
export type Lack =
  | { readonly what: "address" }
  /** `memberId` is the employee's own id, or the dependent's. */
  | { readonly what: "social-security-number"; readonly memberId: string; readonly firstName: string };

export type ReviewPerson = {
  readonly employeeId: string;
  readonly fullName: string;
  readonly isOwner: boolean;
  readonly fullTime: boolean;
  readonly decided: boolean;
  readonly choices: readonly ReviewChoice[];
  /** How the person counts for participation, whether or not they are in its count. */
  readonly status: ParticipationStatus;
  /** Why the exchange's rule leaves the person out of the count; null for whoever is in it. */
  readonly leftOut: "owner" | "part-time" | null;
  readonly lacks: readonly Lack[];
};

export type ReviewTotals = {
  readonly premiumMonthlyCents: Cents;
  readonly employerShareMonthlyCents: Cents;
  readonly employeesShareMonthlyCents: Cents;
};

type ChoiceRow = Omit<ReviewChoice, "waiverReason"> & { readonly waiverReason: string | null };

/** One person as the database answers. */
export type StaffRow = Pick<ReviewPerson, "employeeId" | "isOwner" | "fullTime"> & {
  readonly firstName: string;
  readonly lastName: string;
  readonly hasAddress: boolean;
  readonly hasSsn: boolean;
  readonly choices: readonly ChoiceRow[];
};

type Terms = { readonly offeredLines: readonly CoverageLine[]; readonly profile: ExchangeProfile };

export function reviewPeople(rows: readonly StaffRow[], terms: Terms): ReviewPerson[] {
  return rows.map((row) => {
    const { employeeId, isOwner, fullTime } = row;
    const choices = row.choices.map((choice): ReviewChoice => ({
      ...choice,
      waiverReason: waiverReasons.find((reason) => reason === choice.waiverReason) ?? null,
    }));
    const person = { employeeId, isOwner, fullTime, choices, fullName: `${row.firstName} ${row.lastName}` };
    return {
      ...person,
      decided: hasDecided(person, terms.offeredLines),
      status: statusOf(choices, terms),
      leftOut: leftOutOf(person, terms.profile),
      lacks: lacksOf(row),
    };
  });
}

function statusOf(choices: readonly ReviewChoice[], { offeredLines, profile }: Terms): ParticipationStatus {
  const choice = choices.find(({ line }) => line === measuredLine(offeredLines));
  if (!choice) return "undecided";
  if (choice.kind === "elect") return "elected";
  return waivedStatus({ reason: choice.waiverReason ?? "none-of-these", profile });
}

function leftOutOf(
  { isOwner, fullTime }: Pick<ReviewPerson, "isOwner" | "fullTime">,
  { participation }: ExchangeProfile,
): ReviewPerson["leftOut"] {
  if (isOwner && !participation.ownersCount) return "owner";
  return !fullTime && participation.counts === "full-time-employees" ? "part-time" : null;
}

function lacksOf({ choices, hasAddress }: StaffRow): Lack[] {
  const covered = choices.flatMap((choice) => (choice.kind === "elect" ? choice.covered : []));
  if (covered.length === 0) return [];
  const once = new Map(covered.map((person) => [person.memberId, person]));
  const numbers = [...once.values()].flatMap(({ memberId, firstName, hasSsn }): Lack[] =>
    hasSsn ? [] : [{ what: "social-security-number", memberId, firstName }],
  );
  return [...(hasAddress ? [] : [{ what: "address" } as const]), ...numbers];
}

/** A month of everything that was chosen. */
export function reviewTotals(people: readonly ReviewPerson[]): ReviewTotals {
  const choices = people.flatMap((person) => person.choices);
  const premium = sumCents(choices.map((choice) => choice.totalPremiumMonthlyCents ?? cents(0)));
  const share = sumCents(choices.map((choice) => choice.employerShareMonthlyCents ?? cents(0)));
  return {
    premiumMonthlyCents: premium,
    employerShareMonthlyCents: share,
    employeesShareMonthlyCents: cents(premium - share),
  };
}
