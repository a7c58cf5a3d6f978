import { z } from "zod";
import { done } from "~/domain/problem";
import {
  citation,
  compositeAverages,
  compositeHouseholdPremium,
} from "~/domain/rating/composite/composite-averages.rule";
import { compositeBill } from "~/domain/rating/composite/composite-bill";
import { centsOut, wholeOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { groupBillOut, groupInPlan, listBill, named, tobacco } from "./group-rating.schema";

const averageOut = z.strictObject({
  listBillCents: centsOut("Their monthly bill by age, without tobacco"),
  chargedHeads: wholeOut("People charged"),
  averageCents: centsOut("The monthly average").nullable().describe("In cents; null: the group has nobody of that age"),
});

export const rule = jsonRule({
  summary: "A group's two average premiums, for people of 21 and older and for charged children, and its bill.",
  citation,
  input: groupInPlan.extend({ tobacco }),
  output: z.strictObject({
    adults: averageOut,
    children: averageOut,
    tobaccoCents: centsOut("Charged to users of tobacco on top of the averages, all together"),
    ...groupBillOut,
  }),
  run: ({ tobacco: users, ...group }) => {
    const byAge = listBill(group);
    if (!byAge.ok) return byAge;
    const averages = compositeAverages(byAge.value);
    if (!averages.ok) return averages;
    const { adjustmentCents, ...figures } = averages.value;
    const priceOf = (household: (typeof byAge.value)[number]) =>
      compositeHouseholdPremium({ averages: averages.value, household, tobacco: users });
    const bill = compositeBill({ households: byAge.value, adjustmentCents, priceOf });
    return bill.ok ? done({ ...figures, ...bill.value, households: named(group, bill.value.households) }) : bill;
  },
});
