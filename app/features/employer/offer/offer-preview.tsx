import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PayFrequency } from "~/domain/contribution/paycheck";
import { Alert } from "~/ui/content/alert";
import { formatCents, formatList } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import type { EmployeeBand, OfferPreview, PaidShare } from "./offer-page.server";

type NowProps = { preview: OfferPreview | null; isExample: boolean; pending: boolean; children: ReactNode };

/** The one amount that changes with the form: beside it, on a phone at the foot of the window. `children`: what is wrong. */
export function OfferNow({ preview, isExample, pending, children }: NowProps) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const cost = preview?.cost;
  return (
    <section
      className={`sf-offer__now ${cost && !children ? "sf-offer__now--stays" : ""}`.trim()}
      aria-busy={pending || undefined}
    >
      <h2 className="sf-offer__heading">{t("preview.now")}</h2>
      <div role="status">
        {cost ? (
          <p className="sf-plan__price">
            <span className="sf-plan__amount">{formatCents(locale, cost.employerShareCents)}</span>{" "}
            <span className="sf-plan__per">{t(isExample ? "preview.youPayExample" : "preview.youPay")}</span>
          </p>
        ) : (
          <p>{t("preview.nowEmpty")}</p>
        )}
      </div>
      {children}
    </section>
  );
}

type PreviewProps = { preview: OfferPreview; isExample: boolean; payFrequency: PayFrequency; pending: boolean };

/** What the offer would cost the business and each employee. While newer figures are worked out the last ones stay. */
export function OfferPreviewPanel({ preview, isExample, payFrequency, pending }: PreviewProps) {
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
      <div aria-busy={pending || undefined} className="sf-table">
        {isExample ? <Alert tone="info">{t("preview.nobody")}</Alert> : null}
        <p>{t("preview.planCount", { count: preview.planCount })}</p>
        {amounts && isExample ? <p>{t("preview.explainedExample", amounts)}</p> : null}
        {amounts && !isExample ? <p>{t("preview.explained", { ...amounts, count: cost.householdCount })}</p> : null}
        {unpriced.length > 0 ? (
          <Alert tone="warning">
            {t("preview.unpriced", { names: formatList(locale, unpriced), count: unpriced.length })}
          </Alert>
        ) : null}
        {bands.length > 0 ? <BandTable bands={bands} payFrequency={payFrequency} /> : null}
      </div>
    </Section>
  );
}

function BandTable({ bands, payFrequency }: { bands: readonly EmployeeBand[]; payFrequency: PayFrequency }) {
  const { t } = useTranslation("plans");
  const columns = ["lowest", "reference", "highest"] as const;
  return (
    <table className="usa-table usa-table--borderless usa-table--stacked-header sf-table__table">
      <caption>{t("preview.caption", { pay: t(`pay.${payFrequency}`) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("premium.employee")}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="sf-table__figure">
              {t(`preview.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bands.map((band, index) => (
          <tr key={`${band.name} ${index}`}>
            <th scope="row" data-label={t("premium.employee")}>
              {band.name}
            </th>
            {columns.map((column) => (
              <td key={column} data-label={t(`preview.${column}`)} className="sf-table__figure">
                <PaidCell share={band[column]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PaidCell({ share }: { share: PaidShare }) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  return (
    <div>
      {t("preview.aMonth", { amount: formatCents(locale, share.monthCents) })}
      <br />
      <span className="usa-hint">{t("preview.aPaycheck", { amount: formatCents(locale, share.paycheckCents) })}</span>
      <span className="sf-table__under">{share.planName}</span>
    </div>
  );
}
