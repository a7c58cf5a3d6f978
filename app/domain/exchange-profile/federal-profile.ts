import { calendarDate } from "../calendar/calendar-date";
import { coveredElsewhereReasons, groupOrGovernmentReasons } from "../participation/waiver-reason";
import type { ExchangeProfileRow, ExchangeTerms, FigureNote } from "./exchange-profile";

// The federal process as it ran before 2018, with the employer, the employees and the bill on one site. The figures
// that issuers still apply today have stood since; the last row has no end for that reason.

const days = {
  publishByDay: 8,
  enrollmentMinimumDays: 7,
  enrollmentSuggestedDays: 14,
  enrollmentEndsByDay: 14,
} as const;

const since2017: ExchangeTerms = {
  eligibility: { cureWithinDays: 30, appealWithinDays: 90, reapplyAfterDays: 0 },
  participation: {
    formula: "accepting-plus-covered-elsewhere",
    counts: "full-time-employees",
    ownersCount: false,
    requiresOneNonOwner: true,
    waivedStartMonths: [],
    countedWaiverReasons: coveredElsewhereReasons,
  },
  annualWindow: { from: { month: 11, day: 15 }, to: { month: 12, day: 15 }, startMonth: 1 },
  calendar: {
    monthsAhead: 3,
    submitByDay: 15,
    deadlinesMoveOffHolidays: false,
    binder: { monthsBeforeStart: 0, day: 1, movesOffHolidays: false },
    sendToIssuersFromDay: null,
    enrollmentMaximumMonths: 2,
    renewalOpensMonthsBefore: 2,
    initial: days,
    renewal: days,
  },
  waitingPeriods: [
    "first-of-month-on-or-after-hire",
    "first-of-month-on-or-after-15-days",
    "first-of-month-on-or-after-30-days",
    "first-of-month-on-or-after-45-days",
    "first-of-month-on-or-after-60-days",
  ],
  choiceModels: ["single-plan", "metal-level", "single-issuer"],
  contributionMethods: ["reference-plan-percent", "chosen-plan-percent", "composite-reference-percent"],
  composite: { method: "adult-and-child-averages", choiceModels: ["single-plan"] },
  childCapAppliesToDental: true,
  under21SpouseUsesChildSlot: false,
};

const in2016: ExchangeTerms = {
  ...since2017,
  choiceModels: ["single-plan", "metal-level"],
  contributionMethods: ["reference-plan-percent", "composite-reference-percent"],
};

const in2015: ExchangeTerms = {
  ...in2016,
  participation: {
    ...in2016.participation,
    formula: "accepting-over-offered-less-covered-elsewhere",
    counts: "all-offered-employees",
    countedWaiverReasons: groupOrGovernmentReasons,
  },
};

const in2014: ExchangeTerms = { ...in2015, choiceModels: ["single-plan"] };

const notes: readonly FigureNote[] = [
  { figure: "eligibility.cureWithinDays", source: "45 CFR 155.715(d) (2015)", confirmed: true },
  { figure: "eligibility.appealWithinDays", source: "45 CFR 155.740 and 155.741", confirmed: true },
  { figure: "eligibility.reapplyAfterDays", source: "no federal waiting time found", confirmed: false },
  { figure: "participation.formula", source: "45 CFR 155.705(b)(10) (2015)", confirmed: true },
  { figure: "participation.counts", source: "45 CFR 155.705(b)(10) (2015)", confirmed: true },
  {
    figure: "participation.ownersCount",
    source: "follows from owners not being common-law employees, 29 CFR 2510.3-3(c)",
    confirmed: false,
  },
  { figure: "participation.requiresOneNonOwner", source: "CMS-10439 employer application (2019)", confirmed: true },
  { figure: "participation.waivedStartMonths", source: "none beside the annual window", confirmed: true },
  { figure: "participation.countedWaiverReasons", source: "45 CFR 155.705(b)(10) (2015)", confirmed: true },
  { figure: "annualWindow.from", source: "45 CFR 147.104(b)(1)(i)(B)", confirmed: true },
  { figure: "annualWindow.to", source: "45 CFR 147.104(b)(1)(i)(B)", confirmed: true },
  { figure: "annualWindow.startMonth", source: "usual result of the window", confirmed: false },
  { figure: "calendar.monthsAhead", source: "set as in the District of Columbia", confirmed: false },
  { figure: "calendar.submitByDay", source: "45 CFR 155.725(h) (2015); 147.104(b)(1)(i)(C)", confirmed: true },
  { figure: "calendar.deadlinesMoveOffHolidays", source: "the text names the 15th and no exception", confirmed: false },
  { figure: "calendar.binder", source: "45 CFR 155.735(c): due on the first of the coverage month", confirmed: true },
  { figure: "calendar.sendToIssuersFromDay", source: "no fixed day found", confirmed: false },
  { figure: "calendar.enrollmentMaximumMonths", source: "set as in the District of Columbia", confirmed: false },
  { figure: "calendar.renewalOpensMonthsBefore", source: "about 60 days in the federal user guides", confirmed: false },
  { figure: "calendar.initial", source: "one week at least; other days follow from the 15th", confirmed: false },
  { figure: "calendar.renewal", source: "one week at least; other days follow from the 15th", confirmed: false },
  {
    figure: "waitingPeriods",
    source: "federal portal menu: 0, 15, 30, 45 or 60 days, then the next 1st",
    confirmed: false,
  },
  { figure: "choiceModels", source: "45 CFR 155.705(b)(2)-(3); single issuer from plan year 2017", confirmed: true },
  {
    figure: "contributionMethods",
    source: "45 CFR 155.705(b)(11)(ii); of the plan that is picked from plan year 2017, payment notice not read",
    confirmed: false,
  },
  { figure: "composite", source: "45 CFR 147.102(c)(3) and 156.285(a)(4)", confirmed: true },
  { figure: "childCapAppliesToDental", source: "issuers' business rules; not in a regulation", confirmed: false },
  {
    figure: "under21SpouseUsesChildSlot",
    source: "45 CFR 147.102(c)(1) speaks of covered children; a spouse is not a child",
    confirmed: false,
  },
];

function row(from: string, to: string | null, terms: ExchangeTerms): ExchangeProfileRow {
  return {
    code: "ff-shop",
    effectiveFrom: calendarDate(from),
    effectiveTo: to === null ? null : calendarDate(to),
    terms,
    notes,
  };
}

export const federalProfileRows: readonly ExchangeProfileRow[] = [
  row("2014-01-01", "2014-12-31", in2014),
  row("2015-01-01", "2015-12-31", in2015),
  row("2016-01-01", "2016-12-31", in2016),
  row("2017-01-01", null, since2017),
];
