import { useTranslation } from "react-i18next";
import { LinkButton } from "~/ui/content/button";
import { PageHeading } from "~/ui/frame/page-parts";
import type { DeadState } from "./invitation-state.server";

/** A link that does not work: why, and what to do about it. */
export function DeadLink({ state, business }: { state: DeadState; business: string | null }) {
  const { t } = useTranslation("invitation");
  const employer = business ?? t("dead.employer");
  return (
    <>
      <PageHeading lead={t(`dead.${state}.text`, { business: employer })}>{t(`dead.${state}.title`)}</PageHeading>
      {state === "used" ? <LinkButton to="/sign-in">{t("dead.signIn")}</LinkButton> : <p>{t("dead.joinedBefore")}</p>}
    </>
  );
}
