import type { CoverageLine } from "../../domain/coverage-line";
import type { Cents } from "../../domain/money/cents";
import type { StatedCents } from "../../domain/plan-catalog/plan";
import type { PlanFacts, PlanSheet } from "../../domain/plan-catalog/shelf-plan";
import type { YearlyCareCost } from "../../domain/plan-catalog/yearly-cost/estimated-yearly-cost.rule";
import {
  careCents,
  yearPremiumCents,
  yearTotalCents,
  type PlanYearCost,
} from "../../domain/plan-catalog/yearly-cost/plan-year-cost";
import { useLevels } from "../../domain/plan-catalog/yearly-cost/use-profile";
import { formatCents, formatWholeDollars } from "../format/money";
import { careCostText, limitText, yesNoText, type Words } from "./plan-words";

// What a comparison says, in words, for the page and for the document. Pages load `plans`, `plan-compare`, `plan-cost`.

export type ComparedFacts = {
  readonly plan: PlanFacts;
  readonly sheet: PlanSheet;
  /** What the reader pays, or the whole group's premium; null without a price. */
  readonly monthlyCents: Cents | null;
  readonly year: PlanYearCost;
  /** A family of four at medium use; null where the page does not compare it. */
  readonly family: YearlyCareCost | null;
};

/** Whose money the amounts are: the business's, an example person's while nobody is listed, or an employee's own. */
export type Reader = "employer" | "example" | "employee";

export type TextRow = {
  readonly key: string;
  readonly label: string;
  /** One cell a plan; null is "Not stated". */
  readonly cells: readonly (string | null)[];
  readonly lowest: readonly number[];
};
export type TextGroup = { readonly key: string; readonly heading: string; readonly rows: readonly TextRow[] };

type Compared = readonly ComparedFacts[];
export type Comparison = { readonly compared: Compared; readonly line: CoverageLine; readonly reader: Reader };

/** Names begin as filed; the rest of a name differs from file to file. */
const careGroups: Readonly<Record<CoverageLine, readonly { key: string; benefits: readonly string[] }[]>> = {
  medical: [
    { key: "visits", benefits: ["Primary Care Visit", "Specialist Visit", "Urgent Care", "Emergency Room"] },
    { key: "drugs", benefits: ["Generic Drugs", "Preferred Brand", "Non-Preferred Brand", "Specialty Drugs"] },
    { key: "hospital", benefits: ["Inpatient Hospital Services", "Outpatient Facility Fee", "Imaging"] },
  ],
  dental: [
    {
      key: "adults",
      benefits: ["Routine Dental Services (Adult)", "Basic Dental Care - Adult", "Major Dental Care - Adult"],
    },
    {
      key: "children",
      benefits: [
        "Dental Check-Up for Children",
        "Basic Dental Care - Child",
        "Major Dental Care - Child",
        "Orthodontia - Child",
      ],
    },
  ],
};

export function comparisonGroups(words: Words, comparison: Comparison): readonly TextGroup[] {
  const { t } = words;
  const { compared, line } = comparison;
  const care = careGroups[line].map(({ key, benefits }) => ({
    key,
    heading: t(`plans:compare.group.${key}`),
    rows: benefits.map((name) => careRow(words, compared, name)),
  }));
  const groups = [
    { key: "cost", heading: t("plans:compare.group.cost"), rows: costRows(words, comparison) },
    { key: "year", heading: yearHeading(words, comparison), rows: yearRows(words, comparison) },
    ...care,
    { key: "network", heading: t("plans:compare.group.network"), rows: networkRows(words, compared) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** The rows in which at least two plans say something different. */
export function differingRows(groups: readonly TextGroup[]): readonly TextGroup[] {
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => new Set(row.cells).size > 1) }))
    .filter((group) => group.rows.length > 0);
}

export function countRows(groups: readonly TextGroup[]): number {
  return groups.reduce((count, group) => count + group.rows.length, 0);
}

/** Positions of the lowest amount: none when all are the same, or when a plan does not state its own. */
export function lowestOf(amounts: readonly (StatedCents | null)[]): readonly number[] {
  const known = amounts.filter((amount) => typeof amount === "number");
  if (known.length < 2 || known.length < amounts.length) return [];
  const least = Math.min(...known);
  if (Math.max(...known) === least) return [];
  return amounts.flatMap((amount, index) => (amount === least ? [index] : []));
}

function costRows(words: Words, { compared, reader }: Comparison): readonly TextRow[] {
  const { t, locale } = words;
  const label = t(reader === "employer" ? "plans:compare.row.premium" : `plan-compare:row.${reader}`);
  const premiums = compared.map(({ monthlyCents }) => monthlyCents);
  const premium = {
    ...{ key: "premium", label, lowest: lowestOf(premiums) },
    cells: premiums.map((amount) => (amount === null ? null : formatCents(locale, amount))),
  };
  const limits = (["deductible", "outOfPocketMaximum"] as const).flatMap((limit) =>
    (["individual", "familyPerGroup"] as const).map((size) => ({
      key: `${limit}-${size}`,
      label: t(`plans:compare.row.${limit}-${size}`),
      cells: compared.map(({ plan }) => limitText(words, plan[limit], size)),
      // With drugs counted apart two figures stand in a cell, and neither alone makes it the lowest.
      lowest: lowestOf(compared.map(({ plan }) => (plan[limit].drug === "included" ? plan[limit].main[size] : null))),
    })),
  );
  return [premium, ...limits];
}

function yearHeading({ t }: Words, { compared, reader }: Comparison): string {
  if (reader !== "employee") return t("plan-cost:group.example");
  return t("plan-cost:group.own", { count: compared[0]?.year.headCount ?? 1 });
}

/** No rows in a line that is not estimated. What cannot be estimated for one plan says so. Estimates are whole dollars. */
function yearRows({ t, locale }: Words, { compared, line, reader }: Comparison): readonly TextRow[] {
  if (line === "dental") return [];
  const row = (key: string, amounts: readonly (Cents | null)[]): TextRow => {
    const cells = amounts.map((amount) =>
      amount === null ? t("plan-cost:cannot") : formatWholeDollars(locale, amount),
    );
    return { key, label: t(`plan-cost:row.${key}`), cells, lowest: lowestOf(amounts) };
  };
  const isShare = compared.some(({ year }) => year.premium?.isShare);
  const premium = reader === "employee" ? "premium-own" : isShare ? "premium-share" : "premium-whole";
  const families = compared.flatMap(({ family }) => (family ? [family.estimated ? family.paidCents : null] : []));
  return [
    row(
      premium,
      compared.map(({ year }) => yearPremiumCents(year)),
    ),
    ...useLevels.map((level) =>
      row(
        `care-${level}`,
        compared.map(({ year }) => careCents(year)[level]),
      ),
    ),
    row(
      "total-medium",
      compared.map(({ year }) => yearTotalCents(year, "medium")),
    ),
    ...(families.length === compared.length ? [row("family-medium", families)] : []),
  ];
}

function careRow(words: Words, compared: Compared, name: string): TextRow {
  const cells = compared.map(({ sheet }) => careCostText(words, benefitOf(sheet, name)));
  return { key: name, label: words.t(`plans:compare.care.${name.replace(/[^A-Za-z]/g, "")}`), cells, lowest: [] };
}

function benefitOf(sheet: PlanSheet, name: string) {
  return sheet.benefits.find((benefit) => benefit.name.startsWith(name))?.inNetwork;
}

function networkRows(words: Words, compared: Compared): readonly TextRow[] {
  const { t } = words;
  const row = (key: string, cellOf: (facts: ComparedFacts) => string | null): TextRow => ({
    ...{ key, label: t(`plans:compare.row.${key}`), lowest: [] },
    cells: compared.map(cellOf),
  });
  return [
    row("type", ({ plan }) => t(`plans:type.${plan.planType}`)),
    row("networkName", ({ plan }) => plan.networkName),
    row("national", ({ sheet }) => yesNoText(words, sheet.nationalNetwork)),
    row("referral", ({ sheet }) => yesNoText(words, sheet.referralRequired)),
    row("hsa", ({ plan }) => yesNoText(words, plan.hsaEligible)),
  ];
}
