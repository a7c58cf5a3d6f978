import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/ui/content/alert";
import { EmptyState } from "~/ui/content/empty-state";
import { PlanComparison } from "~/ui/plans/plan-comparison";
import { planAddress, withoutPlan, type PlanSearch } from "../list/plan-list.search";
import type { PlanComparePage } from "./plan-compare.query.server";

type PlanCompareProps = { page: PlanComparePage; search: PlanSearch; base: string; limit: number };

/** The picked plans side by side. */
export function PlanCompare({ page, search, base, limit }: PlanCompareProps) {
  const { t } = useTranslation("plan-compare");
  const { compared, line, startOn, leftOutCount } = page;
  const list = (address: string) => `${base}/plans${address}`;
  const back = list(planAddress({ ...search, only: undefined }));
  if (compared.length === 0) {
    return (
      <EmptyState
        heading={t("none")}
        action={
          <Link className="usa-link" to={back}>
            {t("back")}
          </Link>
        }
      />
    );
  }
  const onlyDifferences = search.only === "differences";
  return (
    <>
      {leftOutCount > 0 ? <Alert tone="info">{t("leftOut", { count: leftOutCount, limit })}</Alert> : null}
      <p className="sf-screen-only sf-compare__tools">
        <Link className="usa-link" to={back}>
          {t("back")}
        </Link>
        {compared.length < limit ? (
          <Link className="usa-link" to={back}>
            {t("addMore")}
          </Link>
        ) : null}
      </p>
      <PlanComparison
        comparison={{ compared, line, reader: page.isExample ? "example" : "employer" }}
        startOn={startOn}
        onlyDifferences={onlyDifferences}
        links={{
          toggle: planAddress({ ...search, only: onlyDifferences ? undefined : "differences" }),
          detailOf: (planId) => list(`/${planId}${planAddress(search)}`),
          withoutPlan: (planId) => withoutPlan(search, planId),
          insteadOf: (planId) => list(withoutPlan({ ...search, only: undefined }, planId)),
          document: list(`/compare.pdf${planAddress(search)}`),
        }}
      />
    </>
  );
}
