import type { z } from "zod";
import { sharesOf, type BucketShares } from "~/domain/contribution/schemes/contribution-bucket";
import {
  contributionSchemeMethods,
  differsForPartTime,
  type ContributionScheme,
  type TierCents,
} from "~/domain/contribution/schemes/contribution-scheme";
import { basisPoints, cents } from "~/domain/money/cents";
import type { CoverageTier } from "~/domain/rating/composite/coverage-tier";
import { checkboxField, choiceField, dollarsField, percentField } from "~/platform/forms/fields";

/** The amount, or the limit, of each make-up of a family. */
export const amountFields = {
  "employee-only": "aloneCents",
  "employee-and-spouse": "coupleCents",
  "employee-and-children": "childrenCents",
  family: "familyCents",
} as const satisfies Record<CoverageTier, string>;

export const partTimeAmountFields = {
  "employee-only": "partTimeAloneCents",
  "employee-and-spouse": "partTimeCoupleCents",
  "employee-and-children": "partTimeChildrenCents",
  family: "partTimeFamilyCents",
} as const satisfies Record<CoverageTier, string>;

const moneyFields = {
  employeeBasisPoints: percentField(),
  dependentsBasisPoints: percentField(),
  spouseBasisPoints: percentField(),
  partnerBasisPoints: percentField(),
  childBasisPoints: percentField(),
  partTimeEmployeeBasisPoints: percentField(),
  partTimeDependentsBasisPoints: percentField(),
  aloneCents: dollarsField(),
  coupleCents: dollarsField(),
  childrenCents: dollarsField(),
  familyCents: dollarsField(),
  partTimeAloneCents: dollarsField(),
  partTimeCoupleCents: dollarsField(),
  partTimeChildrenCents: dollarsField(),
  partTimeFamilyCents: dollarsField(),
};

export type MoneyField = keyof typeof moneyFields;
const moneyFieldNames = Object.keys(moneyFields) as MoneyField[];

/** The fields of every method stand on the page; those that do not count for the one that is picked read as nothing. */
export const contributionShape = {
  method: choiceField(contributionSchemeMethods),
  finerShares: checkboxField(),
  partTimeApart: checkboxField(),
  ...moneyFields,
};

export type ContributionTerms = z.output<z.ZodObject<typeof contributionShape>>;

type Switches = { readonly method: string; readonly finerShares: boolean; readonly partTimeApart: boolean };

/** Whether what is typed into a field says anything under the method and the switches. */
export function fieldCounts(name: MoneyField, { method, finerShares, partTimeApart }: Switches): boolean {
  if (name.startsWith("partTime") && !partTimeApart) return false;
  if (name.endsWith("Cents")) return method === "fixed-dollars" || method === "capped-percent";
  if (method === "fixed-dollars") return false;
  if (name === "dependentsBasisPoints") return !finerShares;
  return finerShares || !["spouseBasisPoints", "partnerBasisPoints", "childBasisPoints"].includes(name);
}

/** Before a form's values are parsed: the usual method where none is named, and "0" for whatever does not count. */
export function withoutIdleFields(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null) return raw;
  const posted = raw as Readonly<Record<string, unknown>>;
  const isOn = (name: string) => checkboxField().parse(posted[name]);
  const named = posted["method"];
  const method = typeof named === "string" ? named : contributionSchemeMethods[0];
  const switches = { method, finerShares: isOn("finerShares"), partTimeApart: isOn("partTimeApart") };
  const idle = moneyFieldNames.filter((name) => !fieldCounts(name, switches));
  return { ...posted, method, ...Object.fromEntries(idle.map((name) => [name, "0"])) };
}

/** What the terms promise. */
export function schemeOf(terms: ContributionTerms): ContributionScheme {
  const { method, finerShares, partTimeApart } = terms;
  const both = <T>(fullTime: T, partTime: T) => ({
    "full-time": fullTime,
    "part-time": partTimeApart ? partTime : fullTime,
  });
  const amounts = () => both(amountsOf(terms, amountFields), amountsOf(terms, partTimeAmountFields));
  if (method === "fixed-dollars") return { method, amounts: amounts() };
  const shares = both(
    finerShares ? finerSharesOf(terms) : sharesOf(terms),
    sharesOf({
      employeeBasisPoints: terms.partTimeEmployeeBasisPoints,
      dependentsBasisPoints: terms.partTimeDependentsBasisPoints,
    }),
  );
  return method === "capped-percent" ? { method, shares, limits: amounts() } : { method, shares };
}

function amountsOf(terms: ContributionTerms, fields: Readonly<Record<CoverageTier, keyof AmountTerms>>): TierCents {
  return {
    "employee-only": terms[fields["employee-only"]],
    "employee-and-spouse": terms[fields["employee-and-spouse"]],
    "employee-and-children": terms[fields["employee-and-children"]],
    family: terms[fields.family],
  };
}

type AmountTerms = Pick<ContributionTerms, Extract<MoneyField, `${string}Cents`>>;

/** A child who stays covered for a disability counts with the children. */
function finerSharesOf(terms: ContributionTerms): BucketShares {
  return {
    employee: terms.employeeBasisPoints,
    spouse: terms.spouseBasisPoints,
    "domestic-partner": terms.partnerBasisPoints,
    "child-under-26": terms.childBasisPoints,
    "disabled-child-26-or-older": terms.childBasisPoints,
  };
}

const nothing = {
  ...Object.fromEntries(moneyFieldNames.map((name) => [name, name.endsWith("Cents") ? cents(0) : basisPoints(0)])),
} as Pick<ContributionTerms, MoneyField>;

/** A stored scheme as its form would post it. */
export function termsOfScheme(scheme: ContributionScheme): ContributionTerms {
  const { method } = scheme;
  const switches = { method, finerShares: false, partTimeApart: differsForPartTime(scheme) };
  const amounts = scheme.method === "fixed-dollars" ? scheme.amounts : "limits" in scheme ? scheme.limits : undefined;
  const typed = amounts && {
    ...amountTerms(amounts["full-time"], amountFields),
    ...(switches.partTimeApart ? amountTerms(amounts["part-time"], partTimeAmountFields) : {}),
  };
  if (scheme.method === "fixed-dollars") return { ...nothing, ...switches, ...typed };
  const { employee, spouse, "domestic-partner": partner, "child-under-26": child } = scheme.shares["full-time"];
  const finerShares = spouse !== partner || spouse !== child;
  const partTime = scheme.shares["part-time"];
  return {
    ...{ ...nothing, ...switches, ...typed, finerShares, employeeBasisPoints: employee },
    ...(finerShares
      ? { spouseBasisPoints: spouse, partnerBasisPoints: partner, childBasisPoints: child }
      : { dependentsBasisPoints: spouse }),
    ...(switches.partTimeApart
      ? { partTimeEmployeeBasisPoints: partTime.employee, partTimeDependentsBasisPoints: partTime.spouse }
      : {}),
  };
}

function amountTerms(amounts: TierCents, fields: Readonly<Record<CoverageTier, keyof AmountTerms>>) {
  return Object.fromEntries(Object.entries(fields).map(([tier, name]) => [name, amounts[tier as CoverageTier]]));
}
