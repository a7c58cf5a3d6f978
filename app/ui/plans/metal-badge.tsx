import { useTranslation } from "react-i18next";

export const badgeLevels = [
  "bronze",
  "silver",
  "gold",
  "platinum",
  "catastrophic",
  "dental-low",
  "dental-high",
] as const;
export type BadgeLevel = (typeof badgeLevels)[number];

/** Metal level: the word, its own shape and its tint, the same everywhere. */
export function MetalBadge({ level }: { level: BadgeLevel }) {
  const { t } = useTranslation("shared");
  return (
    <span className={`sf-metal sf-metal--${level}`}>
      <svg className="sf-metal__shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d={shapes[level]} fill="currentColor" />
      </svg>
      {t(`metal.${level}`)}
    </span>
  );
}

const shapes: Record<BadgeLevel, string> = {
  bronze: "M8 1.5 15 14H1z",
  silver: "M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2z",
  gold: "M2 2h12v12H2z",
  platinum: "M8 .8 15.2 8 8 15.2.8 8z",
  catastrophic: "M1 6h14v4H1z",
  "dental-low": "M1.5 4h13v3h-13zM1.5 9h6v3h-6z",
  "dental-high": "M1.5 4h13v3h-13zM1.5 9h13v3h-13z",
};
