import { useTranslation } from "react-i18next";
import { formatEin, type Ein } from "~/domain/household/ein";
import { Alert } from "~/ui/content/alert";

/** The number that the business was registered with; it is never changed here. */
export function EinOnRecord({ ein, isDoubtful }: { ein: string; isDoubtful: boolean }) {
  const { t } = useTranslation(["employer", "problems"]);
  return (
    <>
      <p>
        {t("business.ein")}: <strong className="sf-figure">{formatEin(ein as Ein)}</strong>. {t("business.einFixed")}
      </p>
      {isDoubtful ? (
        <Alert tone="warning">{t("problems:ein-prefix-unknown", { prefix: ein.slice(0, 2) })}</Alert>
      ) : null}
    </>
  );
}
