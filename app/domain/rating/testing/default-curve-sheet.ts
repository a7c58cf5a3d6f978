// A rate sheet for tests: a base price times the federal default age curve for plan years from 2018 (CMS, Final Guidance
// Regarding Age Curves and State Reporting, 16 December 2016), rounded half up to the cent per band.

import { calendarDate, type CalendarDate } from "../../calendar/calendar-date";
import { invariant } from "../../invariant";
import { divideHalfUp, type Cents } from "../../money/cents";
import { planKey } from "../../plan-catalog/plan";
import { oldestRateAge } from "../../plan-catalog/values/cms-age";
import { buildRateSheet, type PerAgeRateSheet, type RateBand, type RateSheetKey } from "../rate-sheet";
import type { RatedMember } from "../rated-household";

const childFactor = 765;
const openAge = 64;
/** Thousandths for the ages 15 to 64; the last one is for 64 and over. */
const factorsFrom15 = [
  833, 859, 885, 913, 941, 970, 1000, 1000, 1000, 1000, 1004, 1024, 1048, 1087, 1119, 1135, 1159, 1183, 1198, 1214,
  1222, 1230, 1238, 1246, 1262, 1278, 1302, 1325, 1357, 1397, 1444, 1500, 1563, 1635, 1706, 1786, 1865, 1952, 2040,
  2135, 2230, 2333, 2437, 2548, 2603, 2714, 2810, 2873, 2952, 3000,
] as const;

export const testSheetKey: RateSheetKey = {
  planId: planKey("12345XX0010001"),
  ratingArea: 1,
  effectiveOn: calendarDate("2025-01-01"),
  expiresOn: calendarDate("2025-03-31"),
};

function rowsOf({ baseCents, tobaccoPercent }: { baseCents: number; tobaccoPercent: number | null }): RateBand[] {
  const price = (factor: number, percent: number): Cents =>
    divideHalfUp(BigInt(baseCents) * BigInt(factor) * BigInt(percent), 100_000n);
  const row = (fromAge: number, toAge: number, factor: number): RateBand => ({
    fromAge,
    toAge,
    rateCents: price(factor, 100),
    tobaccoCents: tobaccoPercent === null ? null : price(factor, tobaccoPercent),
  });
  const single = factorsFrom15.map((factor, index) => {
    const age = 15 + index;
    return row(age, age === openAge ? oldestRateAge : age, factor);
  });
  return [row(0, 14, childFactor), ...single];
}

/** `tobaccoPercent` 150 charges users of tobacco half as much again; null makes no difference between people. */
export function defaultCurveSheet(input: { baseCents: number; tobaccoPercent?: number | null }): PerAgeRateSheet {
  const built = buildRateSheet(
    testSheetKey,
    rowsOf({ baseCents: input.baseCents, tobaccoPercent: input.tobaccoPercent ?? null }),
  );
  invariant(built.ok, "the default curve makes a sheet");
  return built.value;
}

export const testStartOn: CalendarDate = calendarDate("2025-01-01");

/** Somebody who is `age` on the test's start day. */
export function personAged(
  age: number,
  { memberId, relationship, usesTobacco }: Pick<RatedMember, "memberId" | "relationship"> & { usesTobacco?: boolean },
): RatedMember {
  const bornOn = calendarDate(`${2024 - age}-06-15`);
  return { memberId, relationship, bornOn, usesTobacco: usesTobacco ?? false };
}
