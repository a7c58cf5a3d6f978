import { useTranslation } from "react-i18next";
import type { PayFrequency } from "~/domain/contribution/paycheck";
import type { Cents } from "~/domain/money/cents";
import { Explain } from "~/ui/content/explain";
import { formatCents, formatWholeDollars } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import type { EmployeeBand, PaidShare } from "./offer-preview.server";

/** More rows than this are a table, not a picture. */
const mostDrawn = 15;

type CostByPersonProps = {
  /** Who pays most comes first. */
  bands: readonly EmployeeBand[];
  underCents: Cents | undefined;
  payFrequency: PayFrequency;
};

/** From the cheapest to the dearest plan, what each person would pay a paycheck: drawn, and as a table. */
export function CostByPerson({ bands, underCents, payFrequency }: CostByPersonProps) {
  const { t } = useTranslation(["offer-design", "plans"]);
  const locale = useLocale();
  const drawn = bands.slice(0, mostDrawn);
  const [most, least] = [bands[0], bands.at(-1)];
  const oneEach = bands.every(({ lowest, highest }) => lowest.paycheckCents === highest.paycheckCents);
  const said = (band: EmployeeBand | undefined) => ({
    name: band?.name ?? "",
    amount: formatCents(locale, band?.reference.paycheckCents ?? (0 as Cents)),
  });
  return (
    <figure className="sf-cost">
      <figcaption className="sf-cost__caption">
        {bands.length > 1
          ? t("plot.says", {
              ...{ least: said(least).name, leastAmount: said(least).amount },
              ...{ most: said(most).name, mostAmount: said(most).amount },
            })
          : t("plot.saysOne", said(most))}{" "}
        {t(oneEach ? "plot.readOne" : "plot.read")}
        {bands.length > drawn.length ? ` ${t("plot.cut", { count: drawn.length, all: bands.length })}` : null}
      </figcaption>
      <CostPlot bands={drawn} underCents={underCents} />
      <Explain summary={t("plot.table")}>
        <BandTable bands={bands} payFrequency={payFrequency} />
      </Explain>
    </figure>
  );
}

const [plotFrom, plotTo] = [15, 84];

function CostPlot({ bands, underCents }: { bands: readonly EmployeeBand[]; underCents: Cents | undefined }) {
  const { t } = useTranslation("offer-design");
  const locale = useLocale();
  const highest = bands.reduce((most, band) => Math.max(most, band.highest.paycheckCents), underCents ?? 1);
  const place = (amount: number) => plotFrom + ((plotTo - plotFrom) * amount) / Math.max(1, highest);
  const limit = underCents === undefined ? undefined : place(underCents);
  return (
    <div className="sf-cost__plot" aria-hidden="true">
      {limit === undefined || underCents === undefined ? null : (
        <div className="sf-cost__row">
          <span />
          <svg width="100%" height="20" focusable="false">
            <text className="sf-cost__limit-label" x={`${limit}%`} y="14" textAnchor={limit > 60 ? "end" : "middle"}>
              {t("plot.limit", { amount: formatWholeDollars(locale, underCents) })}
            </text>
          </svg>
        </div>
      )}
      {bands.map((band) => (
        <div key={band.employeeId} className="sf-cost__row">
          <span className="sf-cost__name">{band.name}</span>
          <svg width="100%" height="44" focusable="false">
            {limit === undefined ? null : (
              <line className="sf-cost__limit" x1={`${limit}%`} x2={`${limit}%`} y1="0" y2="44" />
            )}
            <CostLine band={band} place={place} />
          </svg>
        </div>
      ))}
    </div>
  );
}

/** Line and ends: the cheapest and the dearest plan. Dot: the reference plan. */
function CostLine({ band, place }: { band: EmployeeBand; place: (amount: number) => number }) {
  const locale = useLocale();
  const dollars = (share: PaidShare) => formatWholeDollars(locale, share.paycheckCents);
  const { lowest, reference, highest } = band;
  const [from, at, to] = [lowest, reference, highest].map((share) => place(share.paycheckCents)) as [
    number,
    number,
    number,
  ];
  return (
    <g>
      <line className="sf-cost__line" x1={`${from}%`} x2={`${to}%`} y1="30" y2="30" />
      <line className="sf-cost__end" x1={`${from}%`} x2={`${from}%`} y1="24" y2="36" />
      <line className="sf-cost__end" x1={`${to}%`} x2={`${to}%`} y1="24" y2="36" />
      <circle className="sf-cost__dot" cx={`${at}%`} cy="30" r="6" />
      <text className="sf-cost__value" x={`${at}%`} y="16" textAnchor="middle">
        {dollars(reference)}
      </text>
      {from < at ? (
        <text className="sf-cost__side" x={`${from}%`} dx="-7" y="35" textAnchor="end">
          {dollars(lowest)}
        </text>
      ) : null}
      {to > at ? (
        <text className="sf-cost__side" x={`${to}%`} dx="7" y="35" textAnchor="start">
          {dollars(highest)}
        </text>
      ) : null}
    </g>
  );
}

function BandTable({ bands, payFrequency }: { bands: readonly EmployeeBand[]; payFrequency: PayFrequency }) {
  const { t } = useTranslation("plans");
  const columns = ["lowest", "reference", "highest"] as const;
  return (
    <div className="sf-table">
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
          {bands.map((band) => (
            <tr key={band.employeeId}>
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
    </div>
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
