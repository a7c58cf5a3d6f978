import { useTranslation } from "react-i18next";
import type { TakeUpForecast } from "~/domain/participation/forecast/take-up-forecast.rule";
import { Explain } from "~/ui/content/explain";
import { formatBasisPoints } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";

/** "We expect 6 of 8; 6 are needed." */
export function ForecastLine({ forecast }: { forecast: TakeUpForecast }) {
  const { t } = useTranslation("offer-design");
  const { expectedHeads: expected, ofHeads: of, requiredHeads: required, enough, waived } = forecast;
  return (
    <p className="sf-offer__more">
      {t("forecast.line", { expected, of, required })}
      {enough ? null : ` ${t(waived ? "forecast.waived" : "forecast.short")}`}
    </p>
  );
}

/** The assumption behind it, in full. */
export function ForecastWorking({ forecast }: { forecast: TakeUpForecast }) {
  const { t } = useTranslation("offer-design");
  const locale = useLocale();
  return (
    <>
      <ForecastLine forecast={forecast} />
      <Explain summary={t("forecast.heading")}>
        <p>{t("forecast.assumption")}</p>
        <ul className="usa-list">
          {forecast.bands.map(({ overBasisPoints, upToBasisPoints, takeUpBasisPoints, heads: count }) => {
            const takeUp = formatBasisPoints(locale, takeUpBasisPoints);
            const from = formatBasisPoints(locale, overBasisPoints);
            const to = formatBasisPoints(locale, upToBasisPoints);
            const key = upToBasisPoints === 0 ? "forecast.free" : "forecast.band";
            return <li key={upToBasisPoints}>{t(key, { count, from, to, takeUp })}</li>;
          })}
        </ul>
        <p>{t("forecast.down")}</p>
      </Explain>
    </>
  );
}
