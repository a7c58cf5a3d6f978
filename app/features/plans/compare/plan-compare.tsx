import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CoverageLine } from "~/domain/coverage-line";
import type { StatedCents } from "~/domain/plan-catalog/plan";
import type { PlanSheet } from "~/domain/plan-catalog/shelf-plan";
import { Alert } from "~/ui/content/alert";
import { EmptyState } from "~/ui/content/empty-state";
import { formatCents } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import { CompareTable, type CompareGroup, type CompareRow } from "~/ui/plans/compare-table";
import { MetalBadge } from "~/ui/plans/metal-badge";
import { badgeLevelOf, careCostText, limitText, yesNoText, type Words } from "~/ui/plans/plan-words";
import type { ComparedPlanFacts, PlanComparePage } from "./plan-compare.query.server";

type Compared = readonly ComparedPlanFacts[];

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

/** Up to three plans side by side. */
export function PlanCompare({
  page,
  base,
  onlyDifferences,
}: {
  page: PlanComparePage;
  base: string;
  onlyDifferences: boolean;
}) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const { compared, line } = page;
  const back = `${base}/plans?line=${line}`;
  if (compared.length === 0) {
    return <EmptyState heading={t("compare.none")} action={<Link to={back}>{t("compare.back")}</Link>} />;
  }
  const words = { t, locale };
  const all = groupsOf(words, page);
  const groups = onlyDifferences ? differing(all) : all;
  const hidden = countRows(all) - countRows(groups);
  const address = new URLSearchParams([["line", line], ...compared.map(({ plan }) => ["plan", plan.planId])]);
  return (
    <>
      {page.leftOutCount > 0 ? <Alert tone="info">{t("compare.leftOut", { count: page.leftOutCount })}</Alert> : null}
      <p role="status">
        {onlyDifferences ? t("compare.hidden", { count: hidden }) : t("compare.all")}{" "}
        <Link className="usa-link" to={`?${address}${onlyDifferences ? "" : "&only=differences"}`} preventScrollReset>
          {t(onlyDifferences ? "compare.showAll" : "compare.showDifferences")}
        </Link>
      </p>
      <CompareTable
        caption={t("compare.caption")}
        plans={compared.map(({ plan, premiumCents }) => ({
          key: plan.planId,
          heading: (
            <>
              <span>{plan.issuerName}</span>
              <br />
              <Link className="usa-link" to={`${base}/plans/${plan.planId}?line=${line}`}>
                {plan.name}
              </Link>
              <br />
              <MetalBadge level={badgeLevelOf(plan.metalLevel)} />
            </>
          ),
          price: premiumCents === null ? undefined : t("compare.price", { amount: formatCents(locale, premiumCents) }),
        }))}
        groups={groups}
      />
      <p>
        <Link className="usa-link" to={back}>
          {t("compare.back")}
        </Link>
      </p>
    </>
  );
}

function groupsOf(words: Words, { compared, line }: PlanComparePage): CompareGroup[] {
  const { t } = words;
  const care = careGroups[line].map(({ key, benefits }) => ({
    key,
    heading: t(`compare.group.${key}`),
    rows: benefits.map((name) => careRow(words, compared, name)),
  }));
  return [
    { key: "cost", heading: t("compare.group.cost"), rows: costRows(words, compared) },
    ...care,
    { key: "network", heading: t("compare.group.network"), rows: networkRows(words, compared) },
  ];
}

function costRows(words: Words, compared: Compared): CompareRow[] {
  const { t, locale } = words;
  const premium: CompareRow = {
    key: "premium",
    label: t("compare.row.premium"),
    cells: compared.map(({ premiumCents }) => (premiumCents === null ? null : formatCents(locale, premiumCents))),
    bestIndex: lowest(compared.map(({ premiumCents }) => premiumCents ?? "unknown")),
  };
  const limits = (["deductible", "outOfPocketMaximum"] as const).flatMap((limit) =>
    (["individual", "familyPerGroup"] as const).map((size) => ({
      key: `${limit}-${size}`,
      label: t(`compare.row.${limit}-${size}`),
      cells: compared.map(({ plan }) => limitText(words, plan[limit], size)),
      // With drugs counted apart two figures stand in a cell, and neither alone makes it the best.
      bestIndex: lowest(
        compared.map(({ plan }) => (plan[limit].drug === "included" ? plan[limit].main[size] : "unknown")),
      ),
    })),
  );
  return [premium, ...limits];
}

function careRow(words: Words, compared: Compared, name: string): CompareRow {
  const cells = compared.map(({ sheet }) => careCostText(words, benefitOf(sheet, name)));
  return { key: name, label: words.t(`compare.care.${name.replace(/[^A-Za-z]/g, "")}`), cells };
}

function benefitOf(sheet: PlanSheet, name: string) {
  return sheet.benefits.find((benefit) => benefit.name.startsWith(name))?.inNetwork;
}

function networkRows(words: Words, compared: Compared): CompareRow[] {
  const { t } = words;
  const row = (key: string, cellOf: (facts: ComparedPlanFacts) => string | null) => ({
    key,
    label: t(`compare.row.${key}`),
    cells: compared.map(cellOf),
  });
  return [
    row("type", ({ plan }) => t(`type.${plan.planType}`)),
    row("networkName", ({ plan }) => plan.networkName),
    row("national", ({ sheet }) => yesNoText(words, sheet.nationalNetwork)),
    row("referral", ({ sheet }) => yesNoText(words, sheet.referralRequired)),
    row("hsa", ({ plan }) => yesNoText(words, plan.hsaEligible)),
  ];
}

/** Position of the one lowest amount; nothing when it is shared or a plan does not state its own. */
function lowest(amounts: readonly StatedCents[]): number | undefined {
  const known = amounts.filter((amount) => typeof amount === "number");
  if (known.length < 2 || known.length < amounts.length) return undefined;
  const least = Math.min(...known);
  return known.filter((amount) => amount === least).length === 1
    ? amounts.findIndex((amount) => amount === least)
    : undefined;
}

function differing(groups: readonly CompareGroup[]): CompareGroup[] {
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => new Set(row.cells).size > 1) }))
    .filter((group) => group.rows.length > 0);
}

function countRows(groups: readonly CompareGroup[]): number {
  return groups.reduce((count, group) => count + group.rows.length, 0);
}
