import { useTranslation } from "react-i18next";
import { formatBasisPoints, formatWholeDollars } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import type { BasisPoints, Cents } from "~/domain/money/cents";
import type { FrontierRow } from "./frontier-page.server";

/** Rows of the table and points of the plot are named alike. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

const [top, bottom] = [24, 224];
const [left, right] = [12, 90];

/** Left is cheaper for employees, up is richer. The table below holds the same numbers. */
export function FrontierPlot({ rows }: { rows: readonly FrontierRow[] }) {
  const { t } = useTranslation(["offer-design", "plans"]);
  const locale = useLocale();
  const points = rows.flatMap((row, index) =>
    row.actuarialValueBasisPoints === null
      ? []
      : [{ letter: letterOf(index), level: row.level, x: row.employeesMonthlyCents, y: row.actuarialValueBasisPoints }],
  );
  if (points.length < 2) return null;
  const [cheap, dear] = endsOf(points.map(({ x }) => x));
  const [lean, rich] = endsOf(points.map(({ y }) => y));
  const across = (x: number) => left + ((right - left) * (x - cheap)) / Math.max(1, dear - cheap);
  const up = (y: number) => bottom - ((bottom - top) * (y - lean)) / Math.max(1, rich - lean);
  const dollars = (amount: number) => formatWholeDollars(locale, amount as Cents);
  const share = (value: number) => formatBasisPoints(locale, value as BasisPoints);
  return (
    <figure className="sf-frontier">
      <figcaption className="sf-cost__caption">
        {t("frontier.says", { cheap: dollars(cheap), dear: dollars(dear), lean: share(lean), rich: share(rich) })}
      </figcaption>
      <p className="sf-frontier__axis" aria-hidden="true">
        {t("frontier.axisUp")}
      </p>
      <svg className="sf-frontier__plot" width="100%" height="276" aria-hidden="true" focusable="false">
        {[lean, rich].map((value) => (
          <g key={value}>
            <line className="sf-frontier__grid" x1="10%" x2="100%" y1={up(value)} y2={up(value)} />
            <text className="sf-cost__side" x="0" y={up(value) + 5}>
              {share(value)}
            </text>
          </g>
        ))}
        {points.map(({ letter, level, x, y }, index) => {
          // Along a rising line neighbors have room on either side of it.
          const isAbove = across(x) > 75 || (across(x) > 25 && index % 2 === 1);
          return (
            <g key={letter}>
              <circle className="sf-cost__dot" cx={`${across(x)}%`} cy={up(y)} r="6" />
              <text
                className="sf-cost__value"
                x={`${across(x)}%`}
                dx={isAbove ? -9 : 9}
                y={up(y) + (isAbove ? -7 : 17)}
                textAnchor={isAbove ? "end" : "start"}
              >
                {letter} {t(`plans:level.${level}`)}
              </text>
            </g>
          );
        })}
        {[cheap, dear].map((amount) => (
          <text key={amount} className="sf-cost__side" x={`${across(amount)}%`} y="272" textAnchor="middle">
            {dollars(amount)}
          </text>
        ))}
      </svg>
      <p className="sf-frontier__axis sf-frontier__axis--across" aria-hidden="true">
        {t("frontier.axisAcross")}
      </p>
    </figure>
  );
}

function endsOf(values: readonly number[]): [least: number, most: number] {
  return [Math.min(...values), Math.max(...values)];
}
