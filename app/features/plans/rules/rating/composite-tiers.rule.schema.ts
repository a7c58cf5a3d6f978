import { z } from "zod";
import { done } from "~/domain/problem";
import {
  citation,
  compositeTierHouseholdPremium,
  compositeTierRates,
} from "~/domain/rating/composite/composite-tiers.rule";
import { compositeBill } from "~/domain/rating/composite/composite-bill";
import { centsOut, shareInBasisPoints, wholeOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { groupBillOut, groupInPlan, listBill, named, tobacco } from "./group-rating.schema";

const factor = shareInBasisPoints("The issuer's filed factor; 10000 is the price of an employee alone", {
  source: "the issuer's filing, 45 CFR 147.102(c)(3)",
  maximum: 1_000_000,
});

function ofEachTier<T extends z.ZodType>(value: T) {
  return z.strictObject({
    "employee-only": value,
    "employee-and-spouse": value,
    "employee-and-children": value,
    family: value,
  });
}

export const rule = jsonRule({
  summary: "A group's composite premium for each make-up of a household, from the issuer's factors, and its bill.",
  citation,
  input: groupInPlan.extend({ factors: ofEachTier(factor), tobacco }),
  output: z.strictObject({
    plainBillCents: centsOut("Monthly bill by age without tobacco"),
    baseCents: centsOut("That bill over the sum of the households' factors"),
    factorSumBasisPoints: wholeOut("The factors of all households, added up; 10000 is an employee alone"),
    tierCents: ofEachTier(centsOut("Monthly price of such a household")),
    householdCounts: ofEachTier(wholeOut("Such households in the group")),
    tobaccoCents: centsOut("Charged to users of tobacco on top, all together"),
    ...groupBillOut,
  }),
  run: ({ factors, tobacco: users, ...group }) => {
    const byAge = listBill(group);
    if (!byAge.ok) return byAge;
    const rates = compositeTierRates({ households: byAge.value, factors });
    if (!rates.ok) return rates;
    const { adjustmentCents, ...figures } = rates.value;
    const priceOf = (household: (typeof byAge.value)[number]) =>
      compositeTierHouseholdPremium({ rates: rates.value, household, tobacco: users });
    const bill = compositeBill({ households: byAge.value, adjustmentCents, priceOf });
    return bill.ok ? done({ ...figures, ...bill.value, households: named(group, bill.value.households) }) : bill;
  },
});
