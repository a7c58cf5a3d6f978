import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/ui/content/button";
import { EmptyState } from "~/ui/content/empty-state";
import { Tag } from "~/ui/content/tag";
import { FormActions } from "~/ui/forms/form-buttons";
import { Section } from "~/ui/frame/page-parts";
import type { Start } from "./start.query.server";

const nameOf = ({ legalName, dbaName }: { legalName: string; dbaName: string | null }) => dbaName ?? legalName;

type MyBusinessesProps = Pick<Start, "workplaces" | "waitingCount"> & {
  /** Registering a business is not what this person is here for. */
  quiet: boolean;
};

export function MyBusinesses({ workplaces, waitingCount, quiet }: MyBusinessesProps) {
  const { t } = useTranslation("employer");
  return (
    <>
      <Section heading={t("start.businesses")}>
        {workplaces.length === 0 ? (
          <EmptyState
            heading={t("start.noBusiness")}
            action={
              <LinkButton to="/employers/new" look={quiet ? "secondary" : "primary"}>
                {t("start.register")}
              </LinkButton>
            }
          >
            {t("start.noBusinessText")}
          </EmptyState>
        ) : (
          <>
            <ul className="sf-tasks__list">
              {workplaces.map((workplace) => (
                <li key={workplace.employerId} className="sf-task sf-task--link">
                  <Link className="sf-task__link" to={`/employers/${workplace.employerId}`}>
                    {nameOf(workplace)}
                  </Link>
                  <Tag>{t(`staff.role.${workplace.role}`)}</Tag>
                </li>
              ))}
            </ul>
            <FormActions>
              <LinkButton to="/employers/new" look="secondary">
                {t("start.registerAnother")}
              </LinkButton>
            </FormActions>
          </>
        )}
        <p>
          <Link className="usa-link" to="/employers/join">
            {t("start.join")}
          </Link>
        </p>
      </Section>
      {waitingCount > 0 ? (
        <Section heading={t("start.waiting")}>
          <p>{t("start.waitingFor", { count: waitingCount })}</p>
        </Section>
      ) : null}
    </>
  );
}

export function MyCoverage({ employments }: Pick<Start, "employments">) {
  const { t } = useTranslation("employer");
  return (
    <Section heading={t("start.coverage")}>
      {employments.length === 0 ? (
        <p>{t("start.noCoverage")}</p>
      ) : (
        <ul className="sf-tasks__list">
          {employments.map((employment) => (
            <li key={employment.employeeId} className="sf-task sf-task--link">
              <Link className="sf-task__link" to={`/coverage/${employment.employerId}`}>
                {t("start.coverageThrough", { business: nameOf(employment) })}
              </Link>
              {employment.standing === "removed" ? <Tag>{t("start.left")}</Tag> : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
