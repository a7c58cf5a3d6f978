import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export type BarPart = { key: string; label: string; value: number; tone: "one" | "two" | "three" | "four" | "five" };

type StackedBarProps = {
  /** The sentence that says what to see. */
  caption: ReactNode;
  parts: readonly BarPart[];
  /** Prints a part's value in its unit. */
  valueText?: (value: number) => string;
  /** A line across the bar, such as the smallest number needed. */
  marker?: { value: number; label: string };
};

const barHeight = 34;
const barTop = 20;
/** A part narrower than this, in percent, has its number in the table only. */
const narrowest = 8;

/** A bar of parts with direct labels, and the same numbers as a table. */
export function StackedBar({ caption, parts, valueText = String, marker }: StackedBarProps) {
  const { t } = useTranslation("shared");
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const scale = Math.max(total, marker?.value ?? 0, 1) / 100;
  const placed = placeParts(parts, scale);
  return (
    <figure className="sf-bar">
      <figcaption className="sf-bar__caption">{caption}</figcaption>
      {/* In percent of the width, so that the numbers keep their size on a phone. */}
      <svg className="sf-bar__plot" width="100%" height="62" aria-hidden="true" focusable="false">
        <rect className="sf-bar__track" x="0" y={barTop} width="100%" height={barHeight} rx="3" />
        {placed.map(({ part, x, width }) => (
          <g key={part.key}>
            <rect
              className={`sf-bar__part sf-bar__part--${part.tone}`}
              x={`${x}%`}
              y={barTop}
              width={`${width}%`}
              height={barHeight}
            />
            {width > narrowest ? (
              <text
                className={`sf-bar__value sf-bar__value--${part.tone}`}
                x={`${x + width / 2}%`}
                y={barTop + 23}
                textAnchor="middle"
              >
                {valueText(part.value)}
              </text>
            ) : null}
          </g>
        ))}
        {marker ? <BarMarker x={marker.value / scale} label={marker.label} /> : null}
      </svg>
      <table className="sf-bar__table">
        <thead className="usa-sr-only">
          <tr>
            <th scope="col">{t("figure.part")}</th>
            <th scope="col">{t("figure.value")}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.key}>
              <th scope="row">
                <svg className="sf-bar__key" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                  <rect className={`sf-bar__part sf-bar__part--${part.tone}`} width="12" height="12" rx="2" />
                </svg>
                {part.label}
              </th>
              <td className="sf-figure">{valueText(part.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function BarMarker({ x, label }: { x: number; label: string }) {
  const anchor = x > 75 ? "end" : x < 25 ? "start" : "middle";
  return (
    <g>
      <line className="sf-bar__marker" x1={`${x}%`} x2={`${x}%`} y1={barTop - 4} y2={barTop + barHeight + 4} />
      <text className="sf-bar__marker-label" x={`${x}%`} y="12" textAnchor={anchor}>
        {label}
      </text>
    </g>
  );
}

function placeParts(parts: readonly BarPart[], scale: number): { part: BarPart; x: number; width: number }[] {
  let x = 0;
  return parts.map((part) => {
    const width = part.value / scale;
    const placed = { part, x, width };
    x += width;
    return placed;
  });
}
