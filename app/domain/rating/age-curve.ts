// A premium for one age over the premium for another is fixed by a curve: the federal one, unless the state set its own.
// Thousandths of the base; age in whole years on the effective date, 64 standing for every older age. Filed rates already
// contain the curve, so nothing on a bill is computed from it: it serves checks and the demonstration catalog.
// Law: 45 CFR 147.102(d)-(e). Source: CMS, Final Guidance Regarding Age Curves (16 Dec 2016), Appendix I; State Specific
// Age Curve Variations (31 May 2017).

import { invariant } from "../invariant";

export const citation = "45 CFR 147.102(d)-(e)";

/** The last age with a factor of its own. */
export const oldestCurveAge = 64;

/** Plan years from 2018: one factor to age 14, then a factor a year. */
const federalThousandths: readonly number[] = [
  765, 765, 765, 765, 765, 765, 765, 765, 765, 765, 765, 765, 765, 765, 765, 833, 859, 885, 913, 941, 970, 1000, 1000,
  1000, 1000, 1004, 1024, 1048, 1087, 1119, 1135, 1159, 1183, 1198, 1214, 1222, 1230, 1238, 1246, 1262, 1278, 1302,
  1325, 1357, 1397, 1444, 1500, 1563, 1635, 1706, 1786, 1865, 1952, 2040, 2135, 2230, 2333, 2437, 2548, 2603, 2714,
  2810, 2873, 2952, 3000,
];

/** One factor to age 20; its base, 1.000, lies between 40 and 41 rather than at 21. Individual and small-group market. */
const districtOfColumbiaThousandths: readonly number[] = [
  654, 654, 654, 654, 654, 654, 654, 654, 654, 654, 654, 654, 654, 654, 654, 654, 654, 654, 654, 654, 654, 727, 727,
  727, 727, 727, 727, 727, 744, 760, 779, 799, 817, 836, 856, 876, 896, 916, 927, 938, 975, 1013, 1053, 1094, 1137,
  1181, 1227, 1275, 1325, 1377, 1431, 1487, 1545, 1605, 1668, 1733, 1801, 1871, 1944, 2020, 2099, 2181, 2181, 2181,
  2181,
];

const stateCurves: Readonly<Record<string, readonly number[]>> = { DC: districtOfColumbiaThousandths };

/** The factor, in thousandths, of the curve in force in the state for plan years from 2018. */
export function ageFactorThousandths({ stateCode, ageYears }: { stateCode: string; ageYears: number }): number {
  invariant(Number.isSafeInteger(ageYears) && ageYears >= 0, `an age is a whole number from 0, got ${ageYears}`);
  const curve = stateCurves[stateCode] ?? federalThousandths;
  const factor = curve[Math.min(ageYears, oldestCurveAge)];
  invariant(factor !== undefined, `no factor for age ${ageYears}`);
  return factor;
}
