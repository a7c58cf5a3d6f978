import type { WorkMonth } from "./fte-count.rule";

/** What 30 hours a week come to in a month, 26 U.S.C. 4980H(c)(4) and 26 CFR 54.4980H-1(a)(21). */
export const fullTimeMonthlyHours = 130;

/** Hours of one person in one month. A person who works for two related employers appears once for each. */
export type PersonMonth = { readonly personId: string; readonly hours: number };

/** Adds up each person's hours, then tells full-time people (130 hours and more) from the others. Order is kept. */
export function workMonthOf(people: readonly PersonMonth[]): WorkMonth {
  const hundredthsById = new Map<string, number>();
  for (const { personId, hours } of people) {
    hundredthsById.set(personId, (hundredthsById.get(personId) ?? 0) + Math.round(hours * 100));
  }
  const totals = [...hundredthsById.values()].map((value) => value / 100);
  return {
    fullTimeHeads: totals.filter((hours) => hours >= fullTimeMonthlyHours).length,
    partTimeHours: totals.filter((hours) => hours < fullTimeMonthlyHours),
  };
}
