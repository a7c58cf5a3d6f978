// How much care a person uses in a year of low, medium or high use, and what that care costs inside a network before any
// plan pays. Dated: a plan year that no table covers has no estimate. Whole cents.

import type { CalendarDate } from "../../calendar/calendar-date";
import { cents, type Cents } from "../../money/cents";

export const useLevels = ["low", "medium", "high"] as const;
export type UseLevel = (typeof useLevels)[number];

/** In the order in which they are taken to happen within the year. */
export const careServices = [
  "primary-care",
  "specialist",
  "laboratory",
  "generic-drug",
  "brand-drug",
  "urgent-care",
  "emergency-room",
  "imaging",
  "hospital-stay",
] as const;
export type CareService = (typeof careServices)[number];

/** How the name under which the service is filed begins; the rest of a name differs from file to file. */
export const filedNameOf: Readonly<Record<CareService, string>> = {
  "primary-care": "Primary Care Visit",
  specialist: "Specialist Visit",
  laboratory: "Laboratory Outpatient",
  "generic-drug": "Generic Drugs",
  "brand-drug": "Preferred Brand Drugs",
  "urgent-care": "Urgent Care",
  "emergency-room": "Emergency Room",
  imaging: "Imaging",
  "hospital-stay": "Inpatient Hospital Services",
};

export const drugServices: ReadonlySet<CareService> = new Set(["generic-drug", "brand-drug"]);

export type UsedService = {
  readonly service: CareService;
  /** Visits, tests, fills of 30 days, or stays. */
  readonly count: number;
  /** What one of them costs before the plan pays. */
  readonly priceCents: Cents;
  /** Days of one stay; 1 for everything else. */
  readonly days: number;
};

export type UseTable = {
  readonly fromOn: CalendarDate;
  readonly throughOn: CalendarDate;
  readonly source: string;
  readonly services: Readonly<Record<UseLevel, readonly UsedService[]>>;
};

const stayDays = 3;

/** Dollars for one visit, test, fill or stay. */
const dollars2026: Readonly<Record<CareService, number>> = {
  "primary-care": 150,
  specialist: 250,
  laboratory: 100,
  "generic-drug": 25,
  "brand-drug": 350,
  "urgent-care": 200,
  "emergency-room": 1_800,
  imaging: 900,
  "hospital-stay": 12_000,
};

/** Each level holds at least what the level below holds. */
const counts2026: Readonly<Record<CareService, Readonly<Record<UseLevel, number>>>> = {
  "primary-care": { low: 1, medium: 3, high: 6 },
  specialist: { low: 0, medium: 2, high: 6 },
  laboratory: { low: 1, medium: 3, high: 8 },
  "generic-drug": { low: 2, medium: 8, high: 12 },
  "brand-drug": { low: 0, medium: 2, high: 12 },
  "urgent-care": { low: 0, medium: 1, high: 1 },
  "emergency-room": { low: 0, medium: 0, high: 1 },
  imaging: { low: 0, medium: 0, high: 2 },
  "hospital-stay": { low: 0, medium: 0, high: 1 },
};

function servicesAt(level: UseLevel): readonly UsedService[] {
  return careServices.flatMap((service) => {
    const count = counts2026[service][level];
    const days = service === "hospital-stay" ? stayDays : 1;
    return count === 0 ? [] : [{ service, count, priceCents: cents(100 * dollars2026[service]), days }];
  });
}

const useTables: readonly UseTable[] = [
  {
    fromOn: "2026-01-01" as CalendarDate,
    throughOn: "2028-12-31" as CalendarDate,
    source:
      "[unsourced] Counts and prices are Shopfront's own round figures, set in 2026. No published table was used.",
    services: { low: servicesAt("low"), medium: servicesAt("medium"), high: servicesAt("high") },
  },
];

/** The table of a plan year that starts on this day; undefined where none covers it. */
export function useTableOn(startOn: CalendarDate): UseTable | undefined {
  return useTables.find(({ fromOn, throughOn }) => fromOn <= startOn && startOn <= throughOn);
}
