import { useTranslation } from "react-i18next";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { DateText } from "~/ui/content/amount";
import { LinkButton } from "~/ui/content/button";
import { EmptyState } from "~/ui/content/empty-state";
import { SummaryList } from "~/ui/content/summary-list";
import { StatusTag } from "~/ui/content/tag";
import { FormActions } from "~/ui/forms/form-buttons";

export type FamilyLine = {
  readonly dependentId: string;
  readonly relationship: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly bornOn: CalendarDate;
  /** Insurers may charge for tobacco, and nobody has said yet. */
  readonly lacksTobaccoAnswer: boolean;
};

/** Who could be covered with the employee. `base` is the address of the person's coverage. */
export function FamilyPage({ family, base, nextTo }: { family: readonly FamilyLine[]; base: string; nextTo: string }) {
  const { t } = useTranslation(["coverage", "shared"]);
  const add = (
    <LinkButton look="secondary" to={`${base}/family/new`}>
      {t("coverage:family.add")}
    </LinkButton>
  );
  return (
    <>
      {family.length === 0 ? (
        <EmptyState heading={t("coverage:family.empty")} action={add}>
          {t("coverage:family.emptyText")}
        </EmptyState>
      ) : (
        <>
          <SummaryList rows={family.map((member) => rowOf(member, base, t))} />
          {add}
        </>
      )}
      <FormActions>
        <LinkButton to={nextTo}>{t("shared:action.continue")}</LinkButton>
      </FormActions>
    </>
  );
}

function rowOf(member: FamilyLine, base: string, t: ReturnType<typeof useTranslation>["t"]) {
  const name = `${member.firstName} ${member.lastName}`;
  return {
    key: member.dependentId,
    label: t(`coverage:relationship.${member.relationship}`),
    value: (
      <>
        {name}
        {", "}
        <DateText date={member.bornOn} shape="short" />
        {member.lacksTobaccoAnswer ? (
          <span className="sf-meta">
            <StatusTag tone="warning">{t("coverage:family.tobaccoMissing")}</StatusTag>
          </span>
        ) : null}
      </>
    ),
    changeTo: `${base}/family/${member.dependentId}`,
    changeWhat: name,
  };
}
