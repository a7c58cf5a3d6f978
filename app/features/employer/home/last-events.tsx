import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { InstantText } from "~/ui/content/amount";
import { useLocale } from "~/ui/format/use-locale";
import type { HistoryLine } from "../history/history.query.server";
import { historySentence } from "../history/history-sentence";

type LastEventsProps = { employerId: string; lines: readonly HistoryLine[]; timeZone: string };

/** The newest lines of the record, and the way to all of it. */
export function LastEvents({ employerId, lines, timeZone }: LastEventsProps) {
  const { t } = useTranslation("employer");
  const locale = useLocale();
  return (
    <section aria-labelledby="last-events">
      <h2 className="sf-section__heading" id="last-events">
        {t("home.lastEvents")}
      </h2>
      {lines.length === 0 ? <p>{t("history.empty")}</p> : null}
      <ul className="usa-list">
        {lines.map((line) => (
          <li key={line.sequence}>
            {historySentence(t, locale, line)}
            <span className="usa-hint sf-meta">
              {line.isAutomatic ? t("history.automatic") : line.actorName},{" "}
              <InstantText at={line.at} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link className="usa-link" to={`/employers/${employerId}/history`}>
          {t("home.allEvents")}
        </Link>
      </p>
    </section>
  );
}
