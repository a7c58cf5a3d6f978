import { z } from "zod";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import { householdMonthlyPremium } from "~/domain/rating/household-premium.rule";
import type { HouseholdPremium } from "~/domain/rating/rated-household";
import { centsOut, day, distinct, ownId, stateCode } from "~/platform/forms/json/json-fields";
import { childCap, line, members, premiumOut } from "../household.schema";
import { rateSheetOn, rateSheets } from "../rate-sheet.schema";

/** A whole group in one plan, whose bill by age the averages come from. */
export const groupInPlan = z.strictObject({
  state: stateCode("Where the business is: its exchange says how children and tobacco are rated"),
  startOn: day("First day of the plan year"),
  line,
  sheets: rateSheets,
  childCap,
  households: z
    .array(z.strictObject({ householdId: ownId("The household"), members }))
    .min(1)
    .max(1_000)
    .superRefine(distinct(({ householdId }) => householdId, "householdId")),
});

export const tobacco = z
  .enum(["added", "left-out"])
  .default("added")
  .describe("Added on a bill; left out where an average is to be the same for everybody, as for contributions");

export const groupBillOut = {
  households: z.array(premiumOut.extend({ householdId: z.string() })),
  adjustmentCents: centsOut("Cents that rounding moved: one line of the group's own, may be below zero"),
  totalCents: centsOut("Monthly bill of the group: households and adjustment"),
  listBillCents: centsOut("Monthly bill by age, tobacco included"),
};

/** Every household by age, in the order given. Problems: those of `householdMonthlyPremium`, under `households.<index>`. */
export function listBill(group: z.output<typeof groupInPlan>): Outcome<readonly HouseholdPremium[]> {
  const { state, startOn, households, sheets, ...terms } = group;
  const profile = profileFor({ state, on: startOn });
  if (!profile.ok) return profile;
  const sheet = rateSheetOn(sheets, startOn);
  if (!sheet.ok) return sheet;
  const premiums: HouseholdPremium[] = [];
  const problems: Problem[] = [];
  households.forEach(({ members: people }, index) => {
    const input = { ...terms, startOn, members: people, sheet: sheet.value, profile: profile.value };
    const premium = householdMonthlyPremium(input);
    if (premium.ok) premiums.push(premium.value);
    else problems.push(...premium.problems.map((problem) => ({ ...problem, field: `households.${index}` })));
  });
  return problems.length > 0 ? failed(...problems) : done(premiums);
}

/** The answers' households, with the ids they came with. */
export function named(group: z.output<typeof groupInPlan>, premiums: readonly HouseholdPremium[]) {
  return group.households.flatMap(({ householdId }, index) => {
    const premium = premiums[index];
    return premium ? [{ ...premium, householdId }] : [];
  });
}
