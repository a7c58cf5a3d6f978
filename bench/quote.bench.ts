import { groupEmployerShare, prepareScheme } from "../app/domain/contribution/group-shares/group-employer-shares";
import { amountRow, promisedPeople, shareRow } from "../app/domain/contribution/group-shares/promised-people";
import { priceRosterAgainstPlans } from "../app/domain/contribution/roster-quote";
import { compositePremiums } from "../app/domain/rating/group-pricer/composite-premiums";
import { groupPremiums } from "../app/domain/rating/group-pricer/group-premiums";
import { cellsWithCap, prepareGroup } from "../app/domain/rating/group-pricer/prepared-group";
import { priceTableOf } from "../app/domain/rating/group-pricer/price-table";
import { countStatements } from "../db/client.server";
import { bareQuote, type BareInput } from "./bare-quote";
import { median, timeInTurn, type Benchmark } from "./benchmark";
import {
  fiftyFamilies,
  fiveSchemes,
  hundredPlans,
  madeUpAmounts,
  madeUpShares,
  profile,
  startOn,
} from "./made-up-market";

const terms = { startOn, line: "medical", profile } as const;
const households = fiftyFamilies();
const plans = hundredPlans();
const [referencePlan] = plans;

/** The whole question each time: ages and places of everybody, then every plan under every scheme. */
function groupQuote(): Float64Array {
  const group = prepareGroup(households, terms);
  const people = promisedPeople(group, households);
  const priced = plans.map((plan) => groupPremiums(group, plan));
  const prepared = fiveSchemes.map((scheme) => {
    const reference =
      scheme.method === "composite-reference-percent" ? compositePremiums(group, referencePlan!) : priced[0]!;
    return prepareScheme(people, { scheme, reference });
  });
  const answer = new Float64Array(plans.length * (fiveSchemes.length + 1));
  priced.forEach((premiums, at) => {
    const place = at * (fiveSchemes.length + 1);
    answer[place] = premiums.totalCents;
    prepared.forEach((scheme, index) => {
      answer[place + 1 + index] = groupEmployerShare(people, scheme, premiums);
    });
  });
  return answer;
}

function bareInput(): BareInput {
  const group = prepareGroup(households, terms);
  return {
    people: promisedPeople(group, households),
    cells: cellsWithCap(group, referencePlan!),
    tables: plans.map((plan) => priceTableOf({ ...terms, sheet: plan.sheet! })!.cents),
    reference: groupPremiums(group, referencePlan!),
    averaged: compositePremiums(group, referencePlan!)!,
    shares: shareRow(madeUpShares),
    amounts: amountRow(madeUpAmounts),
  };
}

export const bench: Benchmark = {
  about: "50 families with 120 people in 100 plans under all five contribution schemes, on one core",
  run: async () => {
    const bare = bareInput();
    if (groupQuote().join() !== bareQuote(bare).join()) throw new Error("The bare loop finds other cents.");
    const { statements } = await countStatements(() => Promise.resolve(groupQuote()));
    const times = timeInTurn({ quote: groupQuote, bare: () => bareQuote(bare) }, { rounds: 400, warmUp: 200 });
    const onePerson = timeInTurn(
      { rich: () => priceRosterAgainstPlans({ ...terms, households, plans }) },
      { rounds: 5, warmUp: 2 },
    );
    const [quote, loop] = [median(times.quote), median(times.bare)];
    return [
      { name: "group quote, median", value: quote, unit: "ms" },
      { name: "bare loop, median", value: loop, unit: "ms" },
      { name: "quotes a second", value: 1_000 / quote, unit: "1/s", target: { atLeast: 200 } },
      { name: "quote / bare loop", value: quote / loop, unit: "", target: { atMost: 1.5 } },
      { name: "statements of a quote", value: statements, unit: "", target: { atMost: 0 } },
      { name: "person by person, premiums only", value: median(onePerson.rich), unit: "ms" },
    ];
  },
};
