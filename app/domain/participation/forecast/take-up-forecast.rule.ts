// How many people can be expected to take coverage, held against the minimum that 45 CFR 155.706(b)(10) asks for. No law
// says who will: it is an assumption, by the share of their own premium that each would pay in the reference plan, and it is
// a dated table (take-up-rows.ts). Nobody is assumed to have other coverage.
// Heads: the expected shares are added up and rounded half up to whole people; the heads required are the participation
// rule's.

import { basisPoints, type BasisPoints, type Cents } from "../../money/cents";
import { done, failed, type Outcome } from "../../problem";
import {
  isCounted,
  minimumParticipation,
  type MinimumParticipationInput,
  type ParticipationPerson,
} from "../minimum-participation.rule";
import { takeUpRows, type TakeUpRow } from "./take-up-rows";

export const citation = "45 CFR 155.706(b)(10)";

export type ForecastPerson = Omit<ParticipationPerson, "offered" | "status"> & {
  /** For the employee alone in the reference plan. */
  readonly premiumCents: Cents;
  readonly employeeShareCents: Cents;
};

/** The people of one band of the assumption; bands without people are left out. */
export type ForecastBand = {
  readonly overBasisPoints: BasisPoints;
  readonly upToBasisPoints: BasisPoints;
  readonly takeUpBasisPoints: BasisPoints;
  readonly heads: number;
};

export type TakeUpForecast = {
  readonly expectedHeads: number;
  readonly requiredHeads: number;
  readonly ofHeads: number;
  readonly enough: boolean;
  /** No minimum is asked of this group: it comes in through the yearly window, or starts in a month without one. */
  readonly waived: boolean;
  readonly bands: readonly ForecastBand[];
};

type ForecastInput = Omit<MinimumParticipationInput, "people"> & { readonly people: readonly ForecastPerson[] };

/** Problem: `take-up-date-not-covered` {startOn}. */
export function takeUpForecast(input: ForecastInput, rows: readonly TakeUpRow[] = takeUpRows): Outcome<TakeUpForecast> {
  const { startOn, profile } = input;
  const row = rows.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= startOn && (effectiveTo === null || startOn <= effectiveTo),
  );
  if (!row) return failed({ code: "take-up-date-not-covered", params: { startOn } });
  const everybody = input.people.map((person) => ({ ...person, offered: true, status: "undecided" as const }));
  const counted = everybody
    .filter((person) => isCounted(person, profile.participation))
    .map((person) => ({ ...person, takeUp: takeUpOf(person, row) }))
    .sort((a, b) => b.takeUp - a.takeUp);
  const expectedHeads = Math.round(counted.reduce((sum, { takeUp }) => sum + takeUp, 0) / 10_000);
  const takers = new Set(counted.slice(0, expectedHeads).map(({ employeeId }) => employeeId));
  const people = everybody.map((person): ParticipationPerson => ({
    ...person,
    status: takers.has(person.employeeId) ? "elected" : "waived-no-other-coverage",
  }));
  const result = minimumParticipation({ ...input, people });
  return done({
    ...{ expectedHeads, requiredHeads: result.requiredHeads, ofHeads: counted.length },
    enough: result.rateMet,
    waived: result.waivedByWindow || result.waivedByStartMonth,
    bands: bandsOf(counted, row),
  });
}

/** Whoever costs nothing pays nothing. */
function shareOf({ employeeShareCents, premiumCents }: ForecastPerson): number {
  return premiumCents === 0 ? 0 : (employeeShareCents * 10_000) / premiumCents;
}

function takeUpOf(person: ForecastPerson, { bands }: TakeUpRow): number {
  return bands.find(({ upToBasisPoints }) => shareOf(person) <= upToBasisPoints)?.takeUpBasisPoints ?? 0;
}

function bandsOf(people: readonly ForecastPerson[], { bands }: TakeUpRow): ForecastBand[] {
  return bands.flatMap((band, index) => {
    const before = bands[index - 1]?.upToBasisPoints;
    const heads = people.filter((person) => {
      const share = shareOf(person);
      return share <= band.upToBasisPoints && (before === undefined || share > before);
    }).length;
    return heads === 0 ? [] : [{ ...band, overBasisPoints: before ?? basisPoints(0), heads }];
  });
}
