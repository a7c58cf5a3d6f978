import { calendarDate } from "../calendar/calendar-date";
import { coveredElsewhereReasons } from "../participation/waiver-reason";
import type { ExchangeProfileRow, FigureNote } from "./exchange-profile";

const configuration = "Massachusetts Health Connector public source, client configuration";

const notes: readonly FigureNote[] = [
  { figure: "eligibility", source: configuration, confirmed: true },
  { figure: "participation.formula", source: configuration, confirmed: true },
  { figure: "participation.counts", source: configuration, confirmed: true },
  { figure: "participation.ownersCount", source: "owners on the roster are counted like staff", confirmed: false },
  { figure: "participation.requiresOneNonOwner", source: configuration, confirmed: true },
  { figure: "participation.waivedStartMonths", source: configuration, confirmed: true },
  {
    figure: "participation.countedWaiverReasons",
    source: "valid waivers as in the District of Columbia",
    confirmed: false,
  },
  { figure: "annualWindow.from", source: "45 CFR 147.104(b)(1)(i)(B)", confirmed: true },
  { figure: "annualWindow.to", source: "45 CFR 147.104(b)(1)(i)(B)", confirmed: true },
  { figure: "annualWindow.startMonth", source: "usual result of the window", confirmed: false },
  { figure: "calendar.monthsAhead", source: configuration, confirmed: true },
  { figure: "calendar.submitByDay", source: "the day before groups go to issuers", confirmed: false },
  { figure: "calendar.deadlinesMoveOffHolidays", source: "only the binder day moves", confirmed: false },
  { figure: "calendar.binder", source: configuration, confirmed: true },
  { figure: "calendar.sendToIssuersFromDay", source: configuration, confirmed: true },
  { figure: "calendar.enrollmentMaximumMonths", source: configuration, confirmed: true },
  { figure: "calendar.renewalOpensMonthsBefore", source: configuration, confirmed: true },
  { figure: "calendar.initial", source: configuration, confirmed: true },
  { figure: "calendar.renewal", source: configuration, confirmed: true },
  { figure: "waitingPeriods", source: configuration, confirmed: true },
  { figure: "choiceModels", source: configuration, confirmed: true },
  { figure: "contributionMethods", source: configuration, confirmed: true },
  { figure: "composite", source: configuration, confirmed: true },
  { figure: "childCapAppliesToDental", source: "same calculators as in the District of Columbia", confirmed: false },
  { figure: "under21SpouseUsesChildSlot", source: "same calculators as in the District of Columbia", confirmed: false },
];

const days = {
  publishByDay: 15,
  enrollmentMinimumDays: 5,
  enrollmentSuggestedDays: 10,
  enrollmentEndsByDay: 20,
} as const;

export const maProfileRows: readonly ExchangeProfileRow[] = [
  {
    code: "ma",
    effectiveFrom: calendarDate("2017-01-01"),
    effectiveTo: null,
    notes,
    terms: {
      eligibility: { cureWithinDays: 30, appealWithinDays: 30, reapplyAfterDays: 90 },
      participation: {
        formula: "accepting-plus-covered-elsewhere",
        counts: "all-offered-employees",
        ownersCount: true,
        requiresOneNonOwner: true,
        waivedStartMonths: [1],
        countedWaiverReasons: coveredElsewhereReasons,
      },
      annualWindow: { from: { month: 11, day: 15 }, to: { month: 12, day: 15 }, startMonth: 1 },
      calendar: {
        monthsAhead: 2,
        submitByDay: 25,
        deadlinesMoveOffHolidays: false,
        binder: { monthsBeforeStart: 1, day: 23, movesOffHolidays: true },
        sendToIssuersFromDay: 26,
        enrollmentMaximumMonths: 2,
        renewalOpensMonthsBefore: 2,
        initial: days,
        renewal: days,
      },
      waitingPeriods: [
        "date-of-hire",
        "first-of-month-on-or-after-hire",
        "first-of-month-after-hire",
        "first-of-month-on-or-after-30-days",
        "first-of-month-on-or-after-60-days",
      ],
      choiceModels: ["single-plan", "metal-level", "single-issuer"],
      contributionMethods: ["reference-plan-percent"],
      composite: { method: "issuer-tier-factors", choiceModels: ["single-plan"] },
      childCapAppliesToDental: false,
      under21SpouseUsesChildSlot: false,
    },
  },
];
