import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HoursOfService } from "./credited-hours.rule";
import { explainSection45rFte, section45rFte, type YearOfService } from "./section-45r-fte.rule";

function people(...hours: number[]): YearOfService[] {
  return hours.map((each, index) => ({ personId: `p${index}`, services: [{ method: "actual", hours: each }] }));
}

function fteOf(group: readonly YearOfService[]): number {
  const outcome = section45rFte(group);
  if (!outcome.ok) throw new Error("the count was refused");
  return outcome.value.fte;
}

describe("full-time equivalents for the tax credit", () => {
  it.each([
    [[], 0],
    [[0], 0],
    [[0.01], 1],
    [[2_079.99], 1],
    [[2_080], 1],
    [[2_080, 2_079.99], 1],
    [[2_080, 2_080], 2],
    [[4_000, 80], 1],
    [[1_040, 1_040, 2_080], 2],
    [[1_040, 1_040, 2_079.99], 1],
  ])("of people with %j hours are %i", (hours, fte) => {
    expect(fteOf(people(...hours))).toBe(fte);
  });

  it("cap the hours of the one who works overtime", () => {
    const group = people(...Array<number>(5).fill(2_080), ...Array<number>(3).fill(1_040), 2_300);
    expect(section45rFte(group)).toMatchObject({ ok: true, value: { totalHours: 15_600, fte: 7 } });
  });

  it.each<[HoursOfService[], number]>([
    [[{ method: "days-worked", days: 260 }], 2_080],
    [[{ method: "days-worked", days: 261 }], 2_080],
    [[{ method: "weeks-worked", weeks: 51 }], 2_040],
    [[{ method: "weeks-worked", weeks: 53 }], 2_080],
    [
      [
        { method: "actual", hours: 1_000 },
        { method: "weeks-worked", weeks: 10 },
      ],
      1_400,
    ],
  ])("count for one person with %j %d hours", (services, countedHours) => {
    const outcome = section45rFte([{ personId: "ana", services }]);
    expect(outcome.ok && outcome.value.people[0]?.countedHours).toBe(countedHours);
  });

  it("name the person whose hours cannot be", () => {
    expect(
      section45rFte([...people(10), { personId: "bo", services: [{ method: "days-worked", days: 400 }] }]),
    ).toEqual({
      ok: false,
      problems: [{ code: "work-days-out-of-range", field: "people.1.services.0.days", params: { most: 366 } }],
    });
  });

  it("never exceed the number of people, and do not depend on their order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 40 }), (hours) => {
        const fte = fteOf(people(...hours));
        expect(fte).toBeLessThanOrEqual(hours.length);
        expect(fteOf(people(...[...hours].reverse()))).toBe(fte);
      }),
    );
  });

  it("are explained by the hours, the cap and the division", () => {
    const outcome = explainSection45rFte(people(2_500, 2_080, 1_000));
    expect(outcome.ok && outcome.value).toMatchObject({
      params: { fte: 2 },
      steps: [
        { code: "explain-fte-45r-hours", params: { people: 3, totalHours: 5_160 } },
        { code: "explain-fte-45r-capped", params: { people: 1, capHours: 2_080 } },
        { code: "explain-fte-45r-down", params: { totalHours: 5_160, fte: 2 } },
      ],
    });
    const small = explainSection45rFte(people(300));
    expect(small.ok && small.value.steps?.at(-1)?.code).toBe("explain-fte-45r-at-least-one");
  });
});
