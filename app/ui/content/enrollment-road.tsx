import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export const roadStops = ["chosen", "submitted", "sent", "confirmed"] as const;
export type RoadStop = (typeof roadStops)[number];

type EnrollmentRoadProps = {
  /** The last stop that was reached. */
  reached: RoadStop;
  issuerName: string;
  /** A line under a stop: a date, or what it waits for. */
  notes?: Partial<Record<RoadStop, ReactNode>>;
};

/** Chosen, employer submits, sent to the insurer, insurer confirmed: how far one person's choice has come. */
export function EnrollmentRoad({ reached, issuerName, notes = {} }: EnrollmentRoadProps) {
  const { t } = useTranslation("shared");
  const at = roadStops.indexOf(reached);
  return (
    <ol className="sf-road">
      {roadStops.map((stop, index) => (
        <li
          key={stop}
          className={`sf-road__stop ${index <= at ? "sf-road__stop--reached" : ""}`.trim()}
          aria-current={index === at ? "step" : undefined}
        >
          <span className="sf-road__name">{t(`road.${stop}`, { issuer: issuerName })}</span>
          <span className="sf-road__state">{t(index <= at ? "road.reached" : "road.ahead")}</span>
          {notes[stop] ? <span className="sf-road__note">{notes[stop]}</span> : null}
        </li>
      ))}
    </ol>
  );
}
