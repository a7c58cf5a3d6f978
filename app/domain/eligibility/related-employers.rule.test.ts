import { describe, expect, it } from "vitest";
import { section4980hFte } from "./fte-count.rule";
import {
  combinedWorkMonths,
  employerRelations,
  isCountedTogether,
  type EmployerRelation,
  type RelatedEmployer,
} from "./related-employers.rule";

function business(relation: EmployerRelation, people: Readonly<Record<string, number>>): RelatedEmployer {
  const month = Object.entries(people).map(([personId, hours]) => ({ personId, hours }));
  return { relation, months: Array.from({ length: 12 }, () => month) };
}

function staff(prefix: string, heads: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: heads }, (_, index) => [`${prefix}${index}`, 160]));
}

function fteOf(employers: readonly RelatedEmployer[]): number {
  const months = combinedWorkMonths(employers);
  const count = months.ok ? section4980hFte(months.value) : months;
  if (!count.ok) throw new Error("the count was refused");
  return count.value.fte;
}

describe("two businesses of 30 and 21 people", () => {
  it.each([
    ["controlled-group", 51],
    ["common-control", 51],
    ["affiliated-service-group", 51],
    ["other-arrangement", 51],
    ["unrelated", 30],
  ] as const)("tied as %s count %i", (relation, fte) => {
    expect(fteOf([business("applicant", staff("a", 30)), business(relation, staff("b", 21))])).toBe(fte);
  });
});

it("counts somebody who works for two of the businesses once, with all hours", () => {
  const both = [business("applicant", { ana: 70, bo: 160 }), business("controlled-group", { ana: 60 })];
  expect(fteOf(both)).toBe(2);
  expect(fteOf([both[0]!, business("unrelated", { ana: 60 })])).toBe(1);
});

it("counts every tie but none at all together", () => {
  expect(employerRelations.filter((relation) => !isCountedTogether(relation))).toEqual(["unrelated"]);
});

it("asks for twelve months of each business that counts", () => {
  const short = { ...business("common-control", { ana: 100 }), months: [] };
  expect(combinedWorkMonths([business("applicant", { bo: 1 }), short])).toEqual({
    ok: false,
    problems: [{ code: "fte-twelve-months-needed", field: "employers.1.months", params: { months: 0 } }],
  });
  expect(combinedWorkMonths([business("applicant", { bo: 1 }), { ...short, relation: "unrelated" }]).ok).toBe(true);
});
