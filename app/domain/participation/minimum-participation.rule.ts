// A group needs a minimum share of takers, measured over the whole exchange and not by plan, once: when it is submitted
// or renewed. Since 2016: (accepting + covered elsewhere) / offered. Before: accepting / (offered - covered elsewhere).
// 45 CFR 155.706(b)(10), before 155.705(b)(10); 29 CFR 2510.3-3 for owners. Counted in heads: the heads required are
// rate x denominator, rounded up. Apart from the rate, one person who is no owner, partner or spouse of one must enroll.
import type { CalendarDate } from "../calendar/calendar-date";
import { partsOf } from "../calendar/calendar-date";
import type { ExchangeProfile } from "../exchange-profile/exchange-profile";
import type { Problem } from "../problem";
import { isAnnualWindowStart } from "./annual-window.rule";
import type { WaiverReason } from "./waiver-reason";

export const citation = "45 CFR 155.706(b)(10)";
export const nonOwnerCitation = "29 CFR 2510.3-3(b)-(c)";

export const participationStatuses = [
  "elected",
  "waived-covered-elsewhere",
  "waived-no-other-coverage",
  "undecided",
] as const;
export type ParticipationStatus = (typeof participationStatuses)[number];

export type ParticipationPerson = {
  readonly employeeId: string;
  readonly offered: boolean;
  readonly isOwnerOrOwnerSpouse: boolean;
  readonly fullTime: boolean;
  readonly status: ParticipationStatus;
};

export type Participation = {
  readonly requiredHeads: number;
  readonly countedHeads: number;
  readonly denominator: number;
  /** Takers still missing, 0 when none are. */
  readonly shortfallHeads: number;
  /** countedHeads / denominator in hundredths of a percent, rounded down; for display only. */
  readonly reachedBasisPoints: number;
  readonly acceptingHeads: number;
  readonly coveredElsewhereHeads: number;
  readonly undecidedHeads: number;
  /** The arithmetic alone, before any waiver. */
  readonly rateMet: boolean;
  readonly waivedByWindow: boolean;
  readonly waivedByStartMonth: boolean;
  readonly nonOwnerEnrolled: boolean;
  /** Rate met or waived, and somebody enrolled who is no owner. */
  readonly met: boolean;
  readonly problems: readonly Problem[];
};

export type MinimumParticipationInput = {
  readonly people: readonly ParticipationPerson[];
  readonly profile: Pick<ExchangeProfile, "participation" | "annualWindow">;
  readonly startOn: CalendarDate;
  /** The day on which the group is, or would be, submitted. */
  readonly submittedOn: CalendarDate;
};

/** How a waiver with this reason counts under the exchange's rule. */
export function waivedStatus({
  reason,
  profile,
}: {
  reason: WaiverReason;
  profile: Pick<ExchangeProfile, "participation">;
}): ParticipationStatus {
  return profile.participation.countedWaiverReasons.includes(reason)
    ? "waived-covered-elsewhere"
    : "waived-no-other-coverage";
}

/**
 * Where a group stands, for any number of people. Problems: `participation-too-low` {requiredHeads, countedHeads, shortfallHeads, denominator},
 * `participation-no-non-owner-enrolled`.
 */
export function minimumParticipation(input: MinimumParticipationInput): Participation {
  const { people, profile, startOn, submittedOn } = input;
  const terms = profile.participation;
  const { acceptingHeads, coveredElsewhereHeads, undecidedHeads, offeredHeads } = headsOf({ people, terms });
  const addsToTakers = terms.formula === "accepting-plus-covered-elsewhere";
  const denominator = addsToTakers ? offeredHeads : offeredHeads - coveredElsewhereHeads;
  const countedHeads = addsToTakers ? acceptingHeads + coveredElsewhereHeads : acceptingHeads;
  const requiredHeads = Math.ceil((terms.rate.numerator * denominator) / terms.rate.denominator);
  const shortfallHeads = Math.max(0, requiredHeads - countedHeads);
  const waivedByWindow = isAnnualWindowStart({ profile, submittedOn, startOn });
  const waivedByStartMonth = terms.waivedStartMonths.includes(partsOf(startOn).month);
  const nonOwnerEnrolled = people.some((p) => p.offered && p.status === "elected" && !p.isOwnerOrOwnerSpouse);
  const problems: Problem[] = [];
  if (shortfallHeads > 0 && !waivedByWindow && !waivedByStartMonth) {
    const params = { requiredHeads, countedHeads, shortfallHeads, denominator };
    problems.push({ code: "participation-too-low", params, citation });
  }
  if (terms.requiresOneNonOwner && !nonOwnerEnrolled) {
    problems.push({ code: "participation-no-non-owner-enrolled", citation: nonOwnerCitation });
  }
  return {
    requiredHeads,
    countedHeads,
    denominator,
    shortfallHeads,
    reachedBasisPoints: denominator === 0 ? 0 : Math.floor((countedHeads * 10_000) / denominator),
    acceptingHeads,
    coveredElsewhereHeads,
    undecidedHeads,
    rateMet: shortfallHeads === 0,
    waivedByWindow,
    waivedByStartMonth,
    nonOwnerEnrolled,
    met: problems.length === 0,
    problems,
  };
}

/** Whether the exchange's rule has the person in its two counts. */
export function isCounted(
  person: Pick<ParticipationPerson, "offered" | "fullTime" | "isOwnerOrOwnerSpouse">,
  terms: Pick<ExchangeProfile["participation"], "counts" | "ownersCount">,
): boolean {
  return (
    person.offered &&
    (terms.counts === "all-offered-employees" || person.fullTime) &&
    (terms.ownersCount || !person.isOwnerOrOwnerSpouse)
  );
}

function headsOf({
  people,
  terms,
}: {
  people: readonly ParticipationPerson[];
  terms: ExchangeProfile["participation"];
}) {
  const counted = people.filter((person) => isCounted(person, terms));
  const withStatus = (status: ParticipationStatus) => counted.filter((person) => person.status === status).length;
  return {
    offeredHeads: counted.length,
    acceptingHeads: withStatus("elected"),
    coveredElsewhereHeads: withStatus("waived-covered-elsewhere"),
    undecidedHeads: withStatus("undecided"),
  };
}
