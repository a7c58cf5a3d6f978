// Age curves by state and plan year, as data: thousandths of the base for the ages 0 to 64, the last for every older age.
// Small-group market only: Alabama's own curve is for the individual market, so Alabama follows the federal one here.
// Law: 45 CFR 147.102(d)-(e). Source: CMS, Final Guidance Regarding Age Curves (16 Dec 2016), Appendix I; State Specific
// Age Curve Variations (31 May 2017).

import { calendarDate, type CalendarDate } from "../../calendar/calendar-date";
import type { UsState } from "../../exchange-profile/us-state";

export const citation = "45 CFR 147.102(d)-(e)";

export type CurveShape =
  | { readonly kind: "by-age"; readonly thousandths: readonly number[] }
  /** The state forbids rating by age: prices go by the make-up of the household. */
  | { readonly kind: "no-age-rating" }
  /** The state has a curve of its own whose figures are not at hand: nothing may be worked out in its place. */
  | { readonly kind: "not-loaded" };

export type AgeCurveRow = {
  /** "others": every state without a row of its own. */
  readonly states: readonly UsState[] | "others";
  /** First days of plan years; both dates are included. */
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo: CalendarDate | null;
  readonly shape: CurveShape;
  readonly source: string;
  readonly confirmed: boolean;
};

const childYears = 21;

/** Ages 21 to 64 of the federal curve, the same before and since 2018. */
const federalAdults: readonly number[] = [
  1000, 1000, 1000, 1000, 1004, 1024, 1048, 1087, 1119, 1135, 1159, 1183, 1198, 1214, 1222, 1230, 1238, 1246, 1262,
  1278, 1302, 1325, 1357, 1397, 1444, 1500, 1563, 1635, 1706, 1786, 1865, 1952, 2040, 2135, 2230, 2333, 2437, 2548,
  2603, 2714, 2810, 2873, 2952, 3000,
];
const federalChildrenFrom2018: readonly number[] = [...flat(765, 15), 833, 859, 885, 913, 941, 970];

/** Its base, 1.000, lies between 40 and 41 rather than at 21. */
const districtOfColumbiaAdults: readonly number[] = [
  727, 727, 727, 727, 727, 727, 727, 744, 760, 779, 799, 817, 836, 856, 876, 896, 916, 927, 938, 975, 1013, 1053, 1094,
  1137, 1181, 1227, 1275, 1325, 1377, 1431, 1487, 1545, 1605, 1668, 1733, 1801, 1871, 1944, 2020, 2099, 2181, 2181,
  2181, 2181,
];
/** At most twice the price of the youngest adult. */
const massachusettsAdults: readonly number[] = [
  1183, 1183, 1183, 1183, 1183, 1183, 1220, 1250, 1275, 1287, 1305, 1323, 1334, 1346, 1352, 1358, 1363, 1369, 1381,
  1393, 1410, 1427, 1450, 1478, 1511, 1550, 1593, 1641, 1688, 1741, 1792, 1847, 1902, 1961, 2019, 2080, 2142, 2206,
  2280, 2365, 2365, 2365, 2365, 2365,
];
const utahAdults: readonly number[] = [
  1000, 1050, 1113, 1191, 1298, 1363, 1390, 1390, 1390, 1390, 1390, 1390, 1390, 1390, 1390, 1390, 1404, 1425, 1450,
  1479, 1516, 1562, 1616, 1681, 1748, 1818, 1891, 1966, 2045, 2127, 2212, 2300, 2392, 2488, 2588, 2691, 2799, 2911,
  3000, 3000, 3000, 3000, 3000, 3000,
];

function flat(factor: number, years: number): number[] {
  return Array.from({ length: years }, () => factor);
}

function byAge(children: readonly number[], adults: readonly number[]): CurveShape {
  return { kind: "by-age", thousandths: [...children, ...adults] };
}

const from2014 = calendarDate("2014-01-01");
const from2018 = calendarDate("2018-01-01");
const until2018 = calendarDate("2017-12-31");
const cmsState = "CMS, State Specific Age Curve Variations (31 May 2017)";
const since2018 = { effectiveFrom: from2018, effectiveTo: null, source: cmsState, confirmed: true } as const;
const always = { effectiveFrom: from2014, effectiveTo: null } as const;

export const ageCurveRows: readonly AgeCurveRow[] = [
  {
    ...always,
    states: ["DC"],
    shape: byAge(flat(654, childYears), districtOfColumbiaAdults),
    source: `${cmsState}; the prices filed for 2016 follow it`,
    confirmed: true,
  },
  {
    ...always,
    states: ["MA"],
    shape: byAge(flat(751, childYears), massachusettsAdults),
    source: `${cmsState}; the prices filed for 2017 show its ratio between a child and an adult of 21`,
    confirmed: true,
  },
  { ...since2018, states: ["MN"], shape: byAge(flat(890, childYears), federalAdults) },
  { ...since2018, states: ["MS", "OR"], shape: byAge(flat(635, childYears), federalAdults) },
  { ...since2018, states: ["UT"], shape: byAge(flat(793, childYears), utahAdults) },
  {
    ...always,
    states: ["NJ"],
    shape: { kind: "not-loaded" },
    source: `${cmsState}; figures not found`,
    confirmed: true,
  },
  { ...always, states: ["NY", "VT"], shape: { kind: "no-age-rating" }, source: cmsState, confirmed: true },
  {
    states: "others",
    effectiveFrom: from2014,
    effectiveTo: until2018,
    shape: byAge(flat(635, childYears), federalAdults),
    source: "45 CFR 147.102(d) (2015): one band to age 20; the factor 0.635 is that of the prices filed for 2014",
    confirmed: true,
  },
  {
    states: "others",
    effectiveFrom: from2018,
    effectiveTo: null,
    shape: byAge(federalChildrenFrom2018, federalAdults),
    source: "CMS, Final Guidance Regarding Age Curves (16 Dec 2016), Appendix I",
    confirmed: true,
  },
];
