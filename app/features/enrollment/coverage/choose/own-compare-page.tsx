import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/ui/content/alert";
import { EmptyState } from "~/ui/content/empty-state";
import { PlanComparison } from "~/ui/plans/plan-comparison";
import { chooseAddress, comparedByEmployee } from "./choose.search";
import type { OwnCompareView } from "./own-compare.server";

/** The picked plans of the offer side by side, in what they cost this family. */
export function OwnComparePage({ view }: { view: OwnCompareView }) {
  const { t } = useTranslation("plan-compare");
  const { frame, line, search, compared, leftOutCount } = view;
  const back = (
    <Link
      className="usa-link"
      to={`${frame.base}/choose/${line}${chooseAddress(search, { only: undefined, swap: undefined })}`}
    >
      {t("back")}
    </Link>
  );
  if (compared.length === 0) return <EmptyState heading={t("none")} action={back} />;
  const onlyDifferences = search.only === "differences";
  const without = (planId: string) => search.plan.filter((id) => id !== planId);
  return (
    <>
      {leftOutCount > 0 ? (
        <Alert tone="info">{t("leftOut", { count: leftOutCount, limit: comparedByEmployee })}</Alert>
      ) : null}
      <p className="sf-screen-only">{back}</p>
      <PlanComparison
        comparison={{ compared, line, reader: "employee" }}
        startOn={view.startOn}
        onlyDifferences={onlyDifferences}
        links={{
          toggle: `${chooseAddress(search, { only: onlyDifferences ? undefined : "differences" })}&line=${line}`,
          detailOf: (planId) => `${frame.base}/plans/${planId}${chooseAddress(search)}&line=${line}`,
          withoutPlan: (planId) => `${chooseAddress(search, { plan: without(planId) })}&line=${line}`,
          insteadOf: (planId) =>
            `${frame.base}/choose/${line}${chooseAddress(search, { plan: without(planId), only: undefined })}`,
        }}
      />
    </>
  );
}
