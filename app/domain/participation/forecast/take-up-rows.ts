import { calendarDate, type CalendarDate } from "../../calendar/calendar-date";
import { basisPoints, type BasisPoints } from "../../money/cents";

/** Of those who would pay at most this share of their own premium, how many are expected to take coverage. */
export type TakeUpBand = { readonly upToBasisPoints: BasisPoints; readonly takeUpBasisPoints: BasisPoints };

export type TakeUpRow = {
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo: CalendarDate | null;
  /** By rising share; the last one reaches 100 %. */
  readonly bands: readonly TakeUpBand[];
  readonly source: string;
  readonly confirmed: boolean;
};

function band(upToPercent: number, takeUpPercent: number): TakeUpBand {
  return { upToBasisPoints: basisPoints(upToPercent * 100), takeUpBasisPoints: basisPoints(takeUpPercent * 100) };
}

export const takeUpRows: readonly TakeUpRow[] = [
  {
    effectiveFrom: calendarDate("2014-01-01"),
    effectiveTo: null,
    bands: [band(0, 95), band(25, 85), band(50, 75), band(75, 60), band(100, 45)],
    source: "assumption of this product: the more somebody pays, the fewer take coverage; no survey behind the figures",
    confirmed: false,
  },
];
