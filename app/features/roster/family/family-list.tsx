import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { DateText } from "~/ui/content/amount";
import { EmptyState } from "~/ui/content/empty-state";
import { LinkButton } from "~/ui/content/button";
import { SummaryList } from "~/ui/content/summary-list";
import { Section } from "~/ui/frame/page-parts";

type FamilyMemberLine = {
  readonly dependentId: string;
  readonly relationship: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly bornOn: CalendarDate;
  readonly ssnLastFour: string | null;
};

/** Who could be covered with an employee. `to` is the address of the employee's page. */
export function FamilyList({ family, to }: { family: readonly FamilyMemberLine[]; to: string }) {
  const { t } = useTranslation("roster");
  const add = (
    <LinkButton look="secondary" to={`${to}/dependents/new`}>
      {t("family.add")}
    </LinkButton>
  );
  return (
    <Section heading={t("family.heading")}>
      {family.length === 0 ? (
        <EmptyState heading={t("family.empty")} action={add}>
          {t("family.emptyText")}
        </EmptyState>
      ) : (
        <>
          <SummaryList rows={family.map((member) => rowOf(member, to, t(`relationship.${member.relationship}`)))} />
          {add}
        </>
      )}
    </Section>
  );
}

function rowOf(member: FamilyMemberLine, to: string, relationship: string) {
  const name = `${member.firstName} ${member.lastName}`;
  return {
    key: member.dependentId,
    label: relationship,
    value: (
      <>
        {name}
        {", "}
        <DateText date={member.bornOn} shape="short" />
      </>
    ),
    changeTo: `${to}/dependents/${member.dependentId}`,
    changeWhat: name,
  };
}

/** `revealTo` is left out for somebody who may not see the whole number. */
type NumberOnFileProps = { lastFour: string | null; revealTo: string | undefined };

/** The number by its end, with the way to see all of it for those who may. */
export function NumberOnFile({ lastFour, revealTo }: NumberOnFileProps) {
  const { t } = useTranslation("roster");
  if (!lastFour) return <p>{t("ssn.none")}</p>;
  return (
    <p>
      {t("ssn.onFile", { lastFour })}{" "}
      {revealTo ? (
        <Link className="usa-link" to={revealTo}>
          {t("ssn.show")}
        </Link>
      ) : null}
    </p>
  );
}
