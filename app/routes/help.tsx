import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SummaryList } from "~/ui/content/summary-list";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading, Section } from "~/ui/frame/page-parts";

export const handle = { i18n: ["landing"], title: "landing:help.title" } satisfies PageHandle;

const steps = ["check", "people", "choose", "submit"] as const;
const helpers = ["owner", "insurer", "desk"] as const;

/** How it works, the dates and whom to ask; open to everybody. */
export default function HelpPage() {
  const { t } = useTranslation("landing");
  const rows = helpers.map((key) => ({ key, label: t(`help.who.${key}.label`), value: t(`help.who.${key}.text`) }));
  return (
    <>
      <PageHeading lead={t("help.lead")}>{t("help.title")}</PageHeading>
      <Section heading={t("help.how")}>
        <ol className="usa-list">
          {steps.map((step) => (
            <li key={step}>{t(`help.step.${step}`)}</li>
          ))}
        </ol>
      </Section>
      <Section heading={t("help.dates")}>
        <p>{t("help.datesText")}</p>
      </Section>
      <Section heading={t("help.ask")}>
        <SummaryList rows={rows} />
        <p>{t("help.safe")}</p>
      </Section>
      <div id="invitation">
        <Section heading={t("help.invited")}>
          <p>
            {t("help.invitedText")}{" "}
            <Link className="usa-link" to="/sign-in">
              {t("signIn")}
            </Link>
          </p>
        </Section>
      </div>
      <Section heading={t("help.stuck")}>
        <p>
          {t("help.stuckText")}{" "}
          <Link className="usa-link" to="/forgot-password">
            {t("help.stuckLink")}
          </Link>
        </p>
      </Section>
    </>
  );
}
