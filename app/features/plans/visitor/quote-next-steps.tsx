import { useTranslation } from "react-i18next";
import { LinkButton } from "~/ui/content/button";
import { Section } from "~/ui/frame/page-parts";

const registerTo = "/employers/new";

/** From a quote to an application: everything typed goes along. */
export function QuoteNextSteps({ privateLink, isSignedIn }: { privateLink: string; isSignedIn: boolean }) {
  const { t } = useTranslation("quote");
  const to = isSignedIn ? registerTo : `/sign-up?${new URLSearchParams({ returnTo: registerTo })}`;
  return (
    <>
      <Section heading={t("next.heading")}>
        <p>{t("next.text")}</p>
        <p>
          <LinkButton to={to} look="call">
            {t("next.register")}
          </LinkButton>
        </p>
      </Section>
      <Section heading={t("link.heading")}>
        <p>{t("link.text")}</p>
        <label className="usa-label" htmlFor="quote-link">
          {t("link.label")}
        </label>
        <input className="usa-input sf-input--full" id="quote-link" type="text" readOnly value={privateLink} />
      </Section>
    </>
  );
}
