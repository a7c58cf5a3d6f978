import { fromParts, yearOf, type CalendarDate } from "~/domain/calendar/calendar-date";
import type { ExchangeProfile, ParticipationFormula } from "~/domain/exchange-profile/exchange-profile";
import type { ReviewPerson } from "./review-people.server";

/** How the participation of a group was counted, person by person. */
export type ParticipationWorking = {
  readonly formula: ParticipationFormula;
  readonly requiresOneNonOwner: boolean;
  readonly names: {
    readonly elected: readonly string[];
    readonly coveredElsewhere: readonly string[];
    readonly waived: readonly string[];
    readonly undecided: readonly string[];
    readonly owners: readonly string[];
    readonly partTime: readonly string[];
  };
  /** The stretch in which no minimum is asked: the one that runs, else the next, and the start it leads to. */
  readonly window: {
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly startOn: CalendarDate;
    /** This group comes in through it today. */
    readonly applies: boolean;
  };
};

export function participationWorking({
  people,
  profile,
  today,
  inWindow,
}: {
  people: readonly ReviewPerson[];
  profile: ExchangeProfile;
  today: CalendarDate;
  inWindow: boolean;
}): ParticipationWorking {
  const { participation, annualWindow } = profile;
  const counted = people.filter((person) => person.leftOut === null);
  const named = (wanted: (person: ReviewPerson) => boolean, among: readonly ReviewPerson[] = counted) =>
    among.filter(wanted).map((person) => person.fullName);
  const thisYear = yearOf(today);
  const year = fromParts({ year: thisYear, ...annualWindow.to }) < today ? thisYear + 1 : thisYear;
  return {
    formula: participation.formula,
    requiresOneNonOwner: participation.requiresOneNonOwner,
    names: {
      elected: named((person) => person.status === "elected"),
      coveredElsewhere: named((person) => person.status === "waived-covered-elsewhere"),
      waived: named((person) => person.status === "waived-no-other-coverage"),
      undecided: named((person) => person.status === "undecided"),
      owners: named((person) => person.leftOut === "owner", people),
      partTime: named((person) => person.leftOut === "part-time", people),
    },
    window: {
      from: fromParts({ year, ...annualWindow.from }),
      to: fromParts({ year, ...annualWindow.to }),
      startOn: fromParts({ year: year + 1, month: annualWindow.startMonth, day: 1 }),
      applies: inWindow,
    },
  };
}
