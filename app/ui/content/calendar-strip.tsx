import type { ReactNode } from "react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { daysBetween, type CalendarDate } from "../../domain/calendar/calendar-date";
import { DateText } from "./amount";

export type Milestone = { key: string; label: ReactNode; on: CalendarDate };

/** The dates that matter, in order, with how far away each is. `milestones` come sorted. */
export function CalendarStrip({ milestones, today }: { milestones: readonly Milestone[]; today: CalendarDate }) {
  const { t } = useTranslation("shared");
  const next = milestones.find((milestone) => milestone.on >= today);
  return (
    <ol className="sf-strip">
      {milestones.map((milestone) => {
        const days = daysBetween({ from: today, to: milestone.on });
        const state = days < 0 ? "past" : milestone === next ? "next" : "ahead";
        return (
          <li key={milestone.key} className={`sf-strip__stop sf-strip__stop--${state}`}>
            <span className="sf-strip__label">{milestone.label}</span>
            <DateText date={milestone.on} />
            <span className="sf-strip__away">{awayText(t, days)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function awayText(t: TFunction<"shared">, days: number): string {
  if (days === 0) return t("days.today");
  return days > 0 ? t("days.left", { count: days }) : t("days.ago", { count: -days });
}
