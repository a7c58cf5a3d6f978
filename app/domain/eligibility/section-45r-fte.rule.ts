// Full-time equivalents for the tax credit: the year's hours of all counted people, at most 2,080 a person, divided by
// 2,080 and rounded down to a whole number; one if there is any work but less than one. 26 U.S.C. 45R(d)(2); Form 8941,
// Worksheet 2. Hours a tax year, to the hundredth.
import type { Explanation } from "../explanation";
import { done, failed, type Outcome, type Problem } from "../problem";
import { creditedHours, yearlyHoursCap, type HoursOfService } from "./credited-hours.rule";

export const citation = "26 U.S.C. 45R(d)(2)";

/** One person's service in the tax year, for all the businesses that count as one employer. */
export type YearOfService = { readonly personId: string; readonly services: readonly HoursOfService[] };

export type CountedHours = {
  readonly personId: string;
  readonly creditedHours: number;
  /** Credited hours up to the cap. */
  readonly countedHours: number;
};

export type Section45rFte = {
  readonly fte: number;
  readonly totalHours: number;
  readonly people: readonly CountedHours[];
};

/** 0 only when nobody worked. Problems: those of `creditedHours`, with `people.<index>.services.<index>` as field. */
export function section45rFte(people: readonly YearOfService[]): Outcome<Section45rFte> {
  const problems: Problem[] = [];
  const counted = people.map(({ personId, services }, person): CountedHours => {
    const hundredths = services.map((service, index) => {
      const hours = creditedHours(service, `people.${person}.services.${index}`);
      if (!hours.ok) problems.push(...hours.problems);
      return hours.ok ? Math.round(hours.value * 100) : 0;
    });
    const credited = hundredths.reduce((sum, hours) => sum + hours, 0) / 100;
    return { personId, creditedHours: credited, countedHours: Math.min(credited, yearlyHoursCap) };
  });
  if (problems.length > 0) return failed(...problems);
  const totalHundredths = counted.reduce((sum, { countedHours }) => sum + Math.round(countedHours * 100), 0);
  const whole = Math.floor(totalHundredths / (yearlyHoursCap * 100));
  const fte = totalHundredths > 0 ? Math.max(1, whole) : 0;
  return done({ fte, totalHours: totalHundredths / 100, people: counted });
}

/**
 * People known by totals only: those who worked the whole year count with the cap, the others with equal parts of their
 * hours together, to the hundredth. Of hours up to the cap for each of the others the count is that of the single hours.
 */
export function yearsOfServiceFromTotals(totals: {
  peopleAtCap: number;
  otherPeople: number;
  otherHours: number;
}): readonly YearOfService[] {
  const { peopleAtCap, otherPeople, otherHours } = totals;
  const hundredths = Math.round(otherHours * 100);
  const each = otherPeople > 0 ? Math.floor(hundredths / otherPeople) : 0;
  const left = otherPeople > 0 ? hundredths % otherPeople : 0;
  const person = (personId: string, hours: number): YearOfService => ({
    personId,
    services: [{ method: "actual", hours }],
  });
  return [
    ...Array.from({ length: peopleAtCap }, (_, at) => person(`whole-year-${at}`, yearlyHoursCap)),
    ...Array.from({ length: otherPeople }, (_, at) => person(`other-${at}`, (each + (at < left ? 1 : 0)) / 100)),
  ];
}

/** How the credit's count came about: the people over the cap, the total, the division. */
export function explainSection45rFte(people: readonly YearOfService[]): Outcome<Explanation> {
  const count = section45rFte(people);
  return count.ok ? done(fteExplanation(count.value)) : count;
}

/** The explanation of a count already made. */
export function fteExplanation({ fte, totalHours, people }: Section45rFte): Explanation {
  const capped = people.filter((person) => person.creditedHours > person.countedHours).length;
  const rounding =
    totalHours > 0 && totalHours < yearlyHoursCap ? "explain-fte-45r-at-least-one" : "explain-fte-45r-down";
  return {
    code: "explain-fte-section-45r",
    params: { fte },
    citation,
    steps: [
      { code: "explain-fte-45r-hours", params: { people: people.length, totalHours } },
      ...(capped > 0 ? [{ code: "explain-fte-45r-capped", params: { people: capped, capHours: yearlyHoursCap } }] : []),
      { code: rounding, params: { totalHours, capHours: yearlyHoursCap, fte } },
    ],
  };
}
