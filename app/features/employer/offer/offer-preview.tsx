import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PayFrequency } from "~/domain/contribution/paycheck";
import { Alert } from "~/ui/content/alert";
import { formatCents, formatList, formatWholeDollars } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import { CostByPerson } from "./design/cost-by-person";
import { ForecastLine, ForecastWorking } from "./design/forecast";
import type { OfferPreview } from "./design/offer-preview.server";
import { WorkedExamples } from "./design/worked-examples";

type Shown = {
  isExample: boolean;
  payFrequency: PayFrequency;
  /** Newer figures are being worked out, or cannot be: the last good ones stay, greyed. */
  isOld: boolean;
};

type NowProps = Shown & { preview: OfferPreview | null; asking: boolean; children: ReactNode };

/** The one amount that changes with the form: beside it, on a phone at the foot of the window. `children`: what is wrong. */
export function OfferNow({ preview, isExample, isOld, asking, children }: NowProps) {
  const { t } = useTranslation(["plans", "offer-design"]);
  const locale = useLocale();
  const cost = preview?.cost;
  const amount = cost ? formatCents(locale, cost.employerShareCents) : undefined;
  const per = t(isExample ? "preview.youPayExample" : "preview.youPay");
  return (
    <section
      className={`sf-offer__now ${cost && !children ? "sf-offer__now--stays" : ""} ${isOld ? "sf-old" : ""}`.trim()}
      aria-busy={asking || undefined}
    >
      <h2 className="sf-offer__heading">{t("preview.now")}</h2>
      {amount ? (
        <p className="sf-plan__price">
          <span className="sf-plan__amount">{amount}</span> <span className="sf-plan__per">{per}</span>
        </p>
      ) : (
        <p>{t("preview.nowEmpty")}</p>
      )}
      {preview?.yearCents ? (
        <p className="sf-offer__more">
          {t("offer-design:now.year", { amount: formatWholeDollars(locale, preview.yearCents) })}
        </p>
      ) : null}
      {preview && !isExample ? (
        <div className="sf-offer__more--again">
          <Headline preview={preview} />
          {preview.forecast ? <ForecastLine forecast={preview.forecast} /> : null}
        </div>
      ) : null}
      {/* Said once when figures are asked for and once when they are there, and nothing else of the page. */}
      <p className="usa-sr-only" role="status">
        {asking ? t("offer-design:now.asking") : amount && !isOld ? t("offer-design:now.said", { amount, per }) : null}
      </p>
      {children}
    </section>
  );
}

function Headline({ preview }: { preview: OfferPreview }) {
  const { t } = useTranslation("offer-design");
  const locale = useLocale();
  if (!preview.headline) return null;
  const { underCents, heads, ofHeads, mostCents } = preview.headline;
  if (mostCents === 0) return <p className="sf-offer__more">{t("now.nobodyPays", { count: ofHeads })}</p>;
  const amount = formatWholeDollars(locale, underCents);
  return <p className="sf-offer__more">{t("now.under", { heads, count: ofHeads, amount })}</p>;
}

type PreviewProps = Shown & { preview: OfferPreview };

/** What the offer would cost the business and each employee. */
export function OfferPreviewPanel({ preview, isExample, payFrequency, isOld }: PreviewProps) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const { cost, unpriced } = preview;
  const bands = isExample ? preview.bands.map((band) => ({ ...band, name: t("preview.example") })) : preview.bands;
  const amounts = cost && {
    total: formatCents(locale, cost.premiumCents),
    employees: formatCents(locale, cost.employeesShareCents),
  };
  return (
    <Section heading={t("preview.heading")}>
      <div className={isOld ? "sf-old" : undefined}>
        {isExample ? <Alert tone="info">{t("preview.nobody")}</Alert> : null}
        <p>{t("preview.planCount", { count: preview.planCount })}</p>
        {amounts && isExample ? <p>{t("preview.explainedExample", amounts)}</p> : null}
        {amounts && !isExample ? <p>{t("preview.explained", { ...amounts, count: cost.householdCount })}</p> : null}
        {isExample ? null : <Headline preview={preview} />}
        {unpriced.length > 0 ? (
          <Alert tone="warning">
            {t("preview.unpriced", { names: formatList(locale, unpriced), count: unpriced.length })}
          </Alert>
        ) : null}
        {bands.length > 0 ? (
          <CostByPerson bands={bands} underCents={preview.headline?.underCents} payFrequency={payFrequency} />
        ) : null}
        {preview.forecast ? <ForecastWorking forecast={preview.forecast} /> : null}
        <WorkedExamples examples={preview.examples} />
      </div>
    </Section>
  );
}
