import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findUser } from "~/platform/session/session.server";
import { LinkButton } from "~/ui/content/button";
import { EnrollmentRoad } from "~/ui/content/enrollment-road";
import type { PageHandle } from "~/ui/frame/page-handle";
import { CardGrid } from "~/ui/frame/page-parts";

export const handle = { i18n: ["landing"], title: "landing:title" } satisfies PageHandle;

/** Whoever is signed in has nothing to do here; their start page has their work. */
export async function loader({ request }: LoaderFunctionArgs) {
  if (await findUser(request)) throw redirect("/start");
  return null;
}

const promises = ["price", "people", "dates"] as const;

export default function Landing() {
  const { t } = useTranslation("landing");
  return (
    <div className="sf-landing">
      <div className="sf-awning" aria-hidden="true" />
      <div className="sf-landing__intro">
        <h1 className="sf-landing__title">{t("heading")}</h1>
        <p className="sf-landing__lead">{t("lead")}</p>
        <div className="sf-landing__actions">
          <LinkButton to="/start" look="call" big>
            {t("start")}
          </LinkButton>
          <LinkButton to="/quote" look="secondary" big>
            {t("quote")}
          </LinkButton>
        </div>
        <p className="sf-landing__sign-in">
          <Link to="/help#invitation">{t("invitation")}</Link>
        </p>
        <p className="sf-landing__sign-in">
          {t("returning")} <Link to="/sign-in">{t("signIn")}</Link>
        </p>
      </div>
      <CardGrid>
        {promises.map((promise) => (
          <section key={promise} className="sf-promise">
            <h2 className="sf-promise__heading">{t(`promise.${promise}.heading`)}</h2>
            <p>{t(`promise.${promise}.text`)}</p>
          </section>
        ))}
      </CardGrid>
      <section className="sf-landing__road">
        <h2 className="sf-section__heading">{t("road.heading")}</h2>
        <p>{t("road.text")}</p>
        <EnrollmentRoad reached="chosen" issuerName={t("road.issuer")} />
      </section>
    </div>
  );
}
