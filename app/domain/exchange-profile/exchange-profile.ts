import type { CalendarDate } from "../calendar/calendar-date";
import type { WaitingPeriodCode } from "../calendar/waiting-period.rule";
import type { ContributionSchemeMethod } from "../contribution/schemes/contribution-scheme";
import type { BasisPoints } from "../money/cents";
import type { WaiverReason } from "../participation/waiver-reason";
import type { UsState } from "./us-state";

export const exchangeCodes = ["ff-shop", "dc", "ma"] as const;
export type ExchangeCode = (typeof exchangeCodes)[number];

/** What the employer lets its people choose from. */
export const choiceModels = ["single-plan", "metal-level", "single-issuer"] as const;
export type ChoiceModel = (typeof choiceModels)[number];

export const participationFormulas = [
  /** (accepting + covered elsewhere) / offered. */
  "accepting-plus-covered-elsewhere",
  /** accepting / (offered - covered elsewhere). */
  "accepting-over-offered-less-covered-elsewhere",
] as const;
export type ParticipationFormula = (typeof participationFormulas)[number];

export const compositeMethods = ["none", "adult-and-child-averages", "issuer-tier-factors"] as const;
export type CompositeMethod = (typeof compositeMethods)[number];

/** A first plan year with the exchange, or a later one that follows on. */
export const enrollmentCycles = ["initial", "renewal"] as const;
export type EnrollmentCycle = (typeof enrollmentCycles)[number];

/** An exact share of heads; basis points cannot hold two thirds. */
export type HeadRate = { readonly numerator: number; readonly denominator: number };

export type MonthAndDay = { readonly month: number; readonly day: number };

/** The yearly stretch in which no group may be turned away for too few takers or too small a contribution. */
export type AnnualWindow = {
  readonly from: MonthAndDay;
  readonly to: MonthAndDay;
  /** The month (1 to 12) of the following calendar year in which such a group starts. */
  readonly startMonth: number;
};

export type ParticipationTerms = {
  readonly formula: ParticipationFormula;
  readonly rate: HeadRate;
  /** Whose heads the two counts run over. */
  readonly counts: "full-time-employees" | "all-offered-employees";
  /** False: owners, partners and their spouses are in neither count. */
  readonly ownersCount: boolean;
  readonly requiresOneNonOwner: boolean;
  /** Start months (1 to 12) for which no rate is asked. */
  readonly waivedStartMonths: readonly number[];
  readonly countedWaiverReasons: readonly WaiverReason[];
};

export type ContributionMinimum = {
  readonly employeeBasisPoints: BasisPoints;
  readonly dependentsBasisPoints: BasisPoints;
  readonly waivedStartMonths: readonly number[];
};

/** Days are days of the month before the start month. */
export type EnrollmentCycleDays = {
  readonly publishByDay: number;
  readonly enrollmentMinimumDays: number;
  readonly enrollmentSuggestedDays: number;
  readonly enrollmentEndsByDay: number;
};

export type CalendarTerms = {
  readonly monthsAhead: number;
  readonly submitByDay: number;
  /** Whether the publish and submit days move to the next business day. */
  readonly deadlinesMoveOffHolidays: boolean;
  readonly binder: {
    /** 0: in the start month itself. */
    readonly monthsBeforeStart: number;
    readonly day: number;
    readonly movesOffHolidays: boolean;
  };
  /** Day of the month before the start; null: as soon as the group is submitted. */
  readonly sendToIssuersFromDay: number | null;
  readonly enrollmentMaximumMonths: number;
  readonly renewalOpensMonthsBefore: number;
  readonly initial: EnrollmentCycleDays;
  readonly renewal: EnrollmentCycleDays;
};

export type EligibilityTerms = {
  /** Days to clear up a conflict between what was attested and other data. */
  readonly cureWithinDays: number;
  readonly appealWithinDays: number;
  /** Days before an employer found ineligible may apply again. */
  readonly reapplyAfterDays: number;
};

/** The figures that one exchange uses for all its states. Figures that also vary by state are in state-figures.ts. */
export type ExchangeTerms = {
  readonly eligibility: EligibilityTerms;
  readonly participation: Omit<ParticipationTerms, "rate">;
  readonly annualWindow: AnnualWindow;
  readonly calendar: CalendarTerms;
  readonly waitingPeriods: readonly WaitingPeriodCode[];
  readonly choiceModels: readonly ChoiceModel[];
  /** The ways in which an employer may pay, the most usual first. */
  readonly contributionMethods: readonly ContributionSchemeMethod[];
  readonly composite: { readonly method: CompositeMethod; readonly choiceModels: readonly ChoiceModel[] };
  readonly childCapAppliesToDental: boolean;
  readonly under21SpouseUsesChildSlot: boolean;
};

/** Where a figure comes from. `confirmed` is false while nobody has checked it against a primary source. */
export type FigureNote = {
  /** Dotted path of the figure, or of the group of figures, in the profile. */
  readonly figure: string;
  readonly source: string;
  readonly confirmed: boolean;
};

/** One dated row of an exchange: both dates are included. */
export type ExchangeProfileRow = {
  readonly code: ExchangeCode;
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo: CalendarDate | null;
  readonly terms: ExchangeTerms;
  readonly notes: readonly FigureNote[];
};

export type PlanYearEnd = "twelve-months" | "december-31";

/** Everything that differs between exchanges, for one state and one day. */
export type ExchangeProfile = Omit<ExchangeTerms, "participation"> & {
  readonly code: ExchangeCode;
  readonly state: UsState;
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo: CalendarDate | null;
  readonly timeZone: string;
  readonly sizeLimitFte: number;
  readonly participation: ParticipationTerms;
  readonly contributionMinimum: ContributionMinimum;
  readonly planYearEnd: PlanYearEnd;
  readonly tobaccoAllowed: boolean;
  readonly notes: readonly FigureNote[];
};

/** The participation rate for display, rounded to the nearest hundredth of a percent. Never count heads with it. */
export function rateBasisPoints(rate: HeadRate): number {
  return Math.round((rate.numerator * 10_000) / rate.denominator);
}
