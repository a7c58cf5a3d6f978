import { describe, expect, it } from "vitest";
import { cents } from "~/domain/money/cents";
import { priceRanges } from "./plan-facets.server";
import { planAddress, readPlanSearch, swapped, withoutFilter, withoutPlan, withPlan } from "./plan-list.search";

const read = (address: string) => readPlanSearch(new URLSearchParams(address));
const [one, two, three] = ["99101TN0010001", "99101TN0010002", "99101TN0010003"] as const;

describe("the state of the list in the address", () => {
  it("is read back as it was written", () => {
    const address = `?line=dental&sort=yearly&level=high&type=ppo&issuer=99101&price=400-600&deductible=none&national=yes&hsa=yes&page=3&plan=${one}&plan=${two}&swap=${three}&only=differences`;
    expect(planAddress(read(address))).toBe(address);
  });

  it("leaves out what it does not understand, and says nothing twice", () => {
    const search = read(
      `?line=x&sort=x&page=-1&issuer=1&level=tin&price=4-&deductible=2&plan=x&plan=${one}&plan=${one}`,
    );
    expect(planAddress(search)).toBe(`?line=medical&plan=${one}`);
    expect(read("page=0").page).toBe(1);
    expect(read("page=two").page).toBe(1);
  });

  it("reads no more than twenty plans", () => {
    const many = Array.from({ length: 30 }, (_, index) => `plan=99101TN00100${10 + index}`).join("&");
    expect(read(many).plan).toHaveLength(20);
  });

  it("goes back to the first page without a filter, and keeps what is picked", () => {
    const search = read(`level=gold&hsa=yes&page=2&plan=${one}`);
    expect(withoutFilter(search, "level")).toBe(`?line=medical&hsa=yes&plan=${one}`);
    expect(withoutFilter(search, "all")).toBe(`?line=medical&plan=${one}`);
  });

  it("picks, drops and swaps plans without leaving the page", () => {
    const search = read(`page=2&plan=${one}&plan=${two}&swap=${three}`);
    expect(withPlan(search, three)).toBe(`?line=medical&page=2&plan=${one}&plan=${two}&plan=${three}`);
    expect(withoutPlan(search, one)).toBe(`?line=medical&page=2&plan=${two}`);
    expect(swapped(search, { given: one, wanted: three })).toBe(`?line=medical&page=2&plan=${three}&plan=${two}`);
  });
});

describe("ranges of prices", () => {
  it.each([
    [[], []],
    [[400_00], []],
    [[400_00, 400_50], []],
    [
      [412_00, 787_00],
      ["400-500", "500-600", "600-700", "700-800"],
    ],
    [
      [100_00, 500_00],
      ["100-200", "200-300", "300-400", "400-500", "500-600"],
    ],
    [
      [5_242_19, 9_871_00],
      ["4000-6000", "6000-8000", "8000-10000"],
    ],
  ])("over %j are %j", (amounts, ranges) => expect(priceRanges(amounts.map(cents))).toEqual(ranges));
});
