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

const barWidth = 600;
const barHeight = 34;

/** A bar of parts with direct labels, and the same numbers as a table. */
export function StackedBar({ caption, parts, valueText = String, marker }: StackedBarProps) {
  const { t } = useTranslation("shared");
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const scale = Math.max(total, marker?.value ?? 0, 1) / barWidth;
  const placed = placeParts(parts, scale);
  return (
    <figure className="sf-bar">
      <figcaption className="sf-bar__caption">{caption}</figcaption>
      <svg className="sf-bar__plot" viewBox={`0 0 ${barWidth} 60`} aria-hidden="true" focusable="false">
        <rect className="sf-bar__track" x="0" y="18" width={barWidth} height={barHeight} rx="3" />
        {placed.map(({ part, x, width }) => (
          <g key={part.key}>
            <rect className={`sf-bar__part sf-bar__part--${part.tone}`} x={x} y="18" width={width} height={barHeight} />
            {width > 36 ? (
              <text
                className={`sf-bar__value sf-bar__value--${part.tone}`}
                x={x + width / 2}
                y="40"
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
  const anchor = x > barWidth * 0.75 ? "end" : x < barWidth * 0.25 ? "start" : "middle";
  return (
    <g>
      <path className="sf-bar__marker" d={`M${x} 14v42`} />
      <text className="sf-bar__marker-label" x={x} y="10" textAnchor={anchor}>
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
