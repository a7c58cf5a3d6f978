import { calendarDate } from "../calendar/calendar-date";
import { coveredElsewhereReasons } from "../participation/waiver-reason";
import type { ExchangeProfileRow, FigureNote } from "./exchange-profile";

const configuration = "DC Health Link public source, client configuration";

const notes: readonly FigureNote[] = [
  { figure: "eligibility", source: configuration, confirmed: true },
  { figure: "participation.formula", source: "DC Health Link employer pages", confirmed: true },
  { figure: "participation.counts", source: configuration, confirmed: true },
  { figure: "participation.ownersCount", source: "owners on the roster are counted like staff", confirmed: false },
  { figure: "participation.requiresOneNonOwner", source: "DC Health Link employer pages", confirmed: true },
  { figure: "participation.waivedStartMonths", source: "DC Health Link employer pages", confirmed: true },
  { figure: "participation.countedWaiverReasons", source: "DC Health Link employer pages", confirmed: true },
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
  {
    figure: "contributionMethods",
    source:
      "DC Health Link public source has dollars and limits as kinds of contribution; which are in use is not known",
    confirmed: false,
  },
  { figure: "composite", source: "list bill only in the public source", confirmed: false },
  { figure: "childCapAppliesToDental", source: "DC Health Link public source, pricing calculators", confirmed: true },
  {
    figure: "under21SpouseUsesChildSlot",
    source: "DC Health Link public source: only children are counted",
    confirmed: true,
  },
];

export const dcProfileRows: readonly ExchangeProfileRow[] = [
  {
    code: "dc",
    effectiveFrom: calendarDate("2014-01-01"),
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
        monthsAhead: 3,
        submitByDay: 15,
        deadlinesMoveOffHolidays: false,
        binder: { monthsBeforeStart: 1, day: 12, movesOffHolidays: true },
        sendToIssuersFromDay: 16,
        enrollmentMaximumMonths: 2,
        renewalOpensMonthsBefore: 3,
        initial: {
          publishByDay: 5,
          enrollmentMinimumDays: 5,
          enrollmentSuggestedDays: 10,
          enrollmentEndsByDay: 10,
        },
        renewal: {
          publishByDay: 10,
          enrollmentMinimumDays: 3,
          enrollmentSuggestedDays: 10,
          enrollmentEndsByDay: 13,
        },
      },
      waitingPeriods: [
        "date-of-hire",
        "first-of-month-on-or-after-hire",
        "first-of-month-after-hire",
        "first-of-month-on-or-after-30-days",
        "first-of-month-on-or-after-60-days",
      ],
      choiceModels: ["single-plan", "metal-level", "single-issuer"],
      contributionMethods: ["reference-plan-percent", "fixed-dollars", "capped-percent"],
      composite: { method: "none", choiceModels: [] },
      childCapAppliesToDental: false,
      under21SpouseUsesChildSlot: false,
    },
  },
];
