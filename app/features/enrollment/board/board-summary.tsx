import { useTranslation } from "react-i18next";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { Participation } from "~/domain/participation/minimum-participation.rule";
import { Alert } from "~/ui/content/alert";
import { CalendarStrip } from "~/ui/content/calendar-strip";
import { ExplainedAmount } from "~/ui/content/explained-amount";
import { StackedBar } from "~/ui/content/stacked-bar";
import { formatList } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import type { BoardPage, BoardYear } from "./board.query.server";
import type { BoardStep } from "./board.search";

/** Open enrollment's days and the last day to submit, with how far away each is. */
export function BoardCalendar({ year, today }: { year: BoardYear; today: CalendarDate }) {
  const { t } = useTranslation("enrollment");
  const milestones = [
    { key: "opens", label: t("calendar.opens"), on: year.opensOn },
    { key: "closes", label: t("calendar.closes"), on: year.closesOn },
    { key: "submit", label: t("calendar.submitBy"), on: year.submitByOn },
    { key: "start", label: t("calendar.starts"), on: year.startOn },
  ];
  return <CalendarStrip milestones={milestones} today={today} />;
}

type Counts = Pick<BoardPage, "counts" | "peopleCount">;

/** How many people are how far. */
export function BoardCounts({ counts, peopleCount }: Counts) {
  const { t } = useTranslation("enrollment");
  const of = (...steps: readonly BoardStep[]) => steps.reduce((sum, step) => sum + (counts[step] ?? 0), 0);
  const parts = [
    { key: "chosen", label: t("step.chosen"), value: of("chosen"), tone: "one" },
    { key: "waived", label: t("step.waived"), value: of("waived"), tone: "two" },
    { key: "joined", label: t("count.joined"), value: of("joined", "started"), tone: "three" },
    { key: "opened", label: t("step.opened"), value: of("opened"), tone: "four" },
    { key: "silent", label: t("count.silent"), value: of("invited", "not-invited", "link-dead"), tone: "five" },
  ] as const;
  const caption = t("count.caption", { decided: of("chosen", "waived"), count: peopleCount });
  return (
    <Section heading={t("count.heading")}>
      <StackedBar caption={caption} parts={parts} />
    </Section>
  );
}

/** Whether enough people take part so far, by the exchange's own rule. */
export function BoardParticipation({
  participation,
  silentNames,
  base,
}: {
  participation: Participation;
  silentNames: readonly string[];
  base: string;
}) {
  const { t } = useTranslation("enrollment");
  const locale = useLocale();
  const { met, requiredHeads, countedHeads, denominator, shortfallHeads, nonOwnerEnrolled } = participation;
  const { waivedByWindow, waivedByStartMonth } = participation;
  const isWaived = waivedByWindow || waivedByStartMonth;
  const names = formatList(locale, [...silentNames]);
  return (
    <Section heading={t("participation.heading")}>
      <Alert tone={met ? "success" : "info"}>
        {isWaived ? <p>{t("participation.waived")}</p> : null}
        <p>
          {t(isWaived ? "participation.sofarWaived" : "participation.sofar", {
            countedHeads,
            count: denominator,
            requiredHeads,
          })}
        </p>
        {shortfallHeads > 0 && !isWaived ? <p>{t("participation.missing", { count: shortfallHeads })}</p> : null}
        {nonOwnerEnrolled ? null : <p>{t("participation.nonOwner")}</p>}
        {silentNames.length > 0 ? <p>{t("participation.ask", { names })}</p> : null}
      </Alert>
      <ExplainedAmount base={base} about={{ figure: "participation-so-far" }} named={t("participation.heading")} />
    </Section>
  );
}
