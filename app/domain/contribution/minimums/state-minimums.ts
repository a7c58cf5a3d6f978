import { calendarDate } from "../../calendar/calendar-date";
import type { ContributionMinimum } from "../../exchange-profile/exchange-profile";
import type { StateFigure } from "../../exchange-profile/state-figures";
import { basisPoints } from "../../money/cents";

const from2014 = calendarDate("2014-01-01");

function atLeast(employee: number, dependents: number, waivedStartMonths: readonly number[]): ContributionMinimum {
  return {
    employeeBasisPoints: basisPoints(employee),
    dependentsBasisPoints: basisPoints(dependents),
    waivedStartMonths,
  };
}

/** The share that a state's exchange asks every employer to promise. Groups of a child-care programme are not known here. */
export const contributionMinimumByState: StateFigure<ContributionMinimum> = {
  figure: "contributionMinimum",
  rows: [
    {
      states: ["DC"],
      effectiveFrom: from2014,
      effectiveTo: calendarDate("2019-12-31"),
      value: atLeast(5_000, 0, [1]),
      source: "DC Health Link employer pages; January starts are free of it",
      confirmed: true,
    },
    {
      states: ["DC"],
      effectiveFrom: calendarDate("2020-01-01"),
      effectiveTo: calendarDate("2022-12-31"),
      value: atLeast(0, 0, [1]),
      source: "waived through 2022; the first day of the waiver was not found and is taken as 1 January 2020",
      confirmed: false,
    },
    {
      states: ["DC"],
      effectiveFrom: calendarDate("2023-01-01"),
      effectiveTo: null,
      value: atLeast(5_000, 0, [1]),
      source: "DC Health Link employer pages; January starts are free of it",
      confirmed: true,
    },
    {
      states: ["MA"],
      effectiveFrom: from2014,
      effectiveTo: null,
      value: atLeast(5_000, 3_300, [1]),
      source: "Massachusetts Health Connector public source: 33 % for dependents in one setting, 30 % in another",
      confirmed: false,
    },
    {
      states: ["CA"],
      effectiveFrom: from2014,
      effectiveTo: null,
      value: atLeast(5_000, 0, []),
      source: "Covered California employer guide 2020: half of the employee-only premium",
      confirmed: true,
    },
    {
      states: ["CO", "MN", "NY", "VT"],
      effectiveFrom: from2014,
      effectiveTo: null,
      value: atLeast(0, 0, []),
      source: "no minimum of the exchange found; issuers commonly ask for half",
      confirmed: false,
    },
  ],
  otherwise: {
    value: atLeast(0, 0, []),
    source: "Georgetown CHIR Navigator Resource Guide: no federal minimum",
    confirmed: true,
  },
};
