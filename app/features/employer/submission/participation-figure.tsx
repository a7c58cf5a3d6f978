import { useTranslation } from "react-i18next";
import { Explain } from "~/ui/content/explain";
import { ExplainedAmount } from "~/ui/content/explained-amount";
import { StackedBar, type BarPart } from "~/ui/content/stacked-bar";
import { SummaryList } from "~/ui/content/summary-list";
import { formatDate } from "~/ui/format/dates";
import { formatList } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import type { SubmissionReview } from "./submission-review.query.server";

type Reviewed = Pick<SubmissionReview, "application" | "readiness" | "working">;
type Figure = Reviewed & { readonly base: string };

/** Whether enough people take part, and how that was counted. */
export function ParticipationFigure(review: Figure) {
  const { t } = useTranslation("submission");
  const { working, readiness } = review;
  const { participation } = readiness;
  const needsWayOut = !participation.rateMet && !participation.waivedByWindow && !participation.waivedByStartMonth;
  return (
    <Section heading={t("participation.heading")}>
      <StackedBar
        caption={<Verdict {...review} />}
        parts={partsOf(review, t)}
        marker={{
          value: participation.requiredHeads,
          label: t("participation.needed", { count: participation.requiredHeads }),
        }}
      />
      {needsWayOut ? <WaysOut {...review} /> : null}
      {working.requiresOneNonOwner ? (
        <p>{t(participation.nonOwnerEnrolled ? "participation.nonOwnerYes" : "participation.nonOwnerNo")}</p>
      ) : null}
      <Working {...review} />
    </Section>
  );
}

function partsOf({ working, readiness }: Reviewed, t: (key: string) => string): BarPart[] {
  const { names, formula } = working;
  const { undecidedHeads, acceptingHeads, coveredElsewhereHeads } = readiness.participation;
  const elsewhere = {
    key: "elsewhere",
    label: t("participation.elsewhere"),
    value: coveredElsewhereHeads,
    tone: "two",
  };
  const parts = [
    { key: "enroll", label: t("participation.enroll"), value: acceptingHeads, tone: "one" },
    ...(formula === "accepting-plus-covered-elsewhere" ? [elsewhere] : []),
    { key: "undecided", label: t("participation.undecided"), value: undecidedHeads, tone: "three" },
    { key: "waived", label: t("participation.waived"), value: names.waived.length, tone: "four" },
  ] as const;
  return parts.map((part) => ({ ...part }) as BarPart);
}

/** The answer in a sentence. */
function Verdict({ application, readiness, working }: Reviewed) {
  const { t } = useTranslation("submission");
  const locale = useLocale();
  const { participation } = readiness;
  const { denominator, countedHeads, requiredHeads, shortfallHeads } = participation;
  const month = formatDate(locale, application.startOn, "plain");
  if (participation.waivedByWindow) {
    const { from, to } = working.window;
    const days = { from: formatDate(locale, from, "plain"), to: formatDate(locale, to, "plain"), startOn: month };
    return <>{t("participation.window", days)}</>;
  }
  if (participation.waivedByStartMonth) return <>{t("participation.startMonth", { startOn: month })}</>;
  const counts = { denominator, counted: countedHeads, required: requiredHeads };
  if (participation.rateMet) return <>{t("participation.met", counts)}</>;
  return <>{t("participation.short", { ...counts, count: shortfallHeads })}</>;
}

/** What can be done when too few take part. */
function WaysOut({ working }: Pick<Reviewed, "working">) {
  const { t } = useTranslation("submission");
  const locale = useLocale();
  const { names, window } = working;
  const canStill = [...names.undecided, ...names.waived];
  const day = (date: typeof window.from) => formatDate(locale, date);
  return (
    <ul className="usa-list">
      {canStill.length > 0 ? <li>{t("participation.ask", { names: formatList(locale, canStill) })}</li> : null}
      <li>
        {t("participation.nextWindow", {
          from: day(window.from),
          to: day(window.to),
          startOn: formatDate(locale, window.startOn, "plain"),
        })}
      </li>
    </ul>
  );
}

function Working({ working, base }: Pick<Figure, "working" | "base">) {
  const { t } = useTranslation("submission");
  const locale = useLocale();
  const { names } = working;
  const lists = (["elected", "coveredElsewhere", "waived", "undecided", "owners", "partTime"] as const).filter(
    (key) => names[key].length > 0,
  );
  return (
    <>
      <ExplainedAmount base={base} about={{ figure: "participation" }} named={t("participation.heading")} />
      <Explain summary={t("participation.who")}>
        <SummaryList
          rows={lists.map((key) => ({
            key,
            label: t(`participation.names.${key}`),
            value: formatList(locale, names[key]),
          }))}
        />
      </Explain>
    </>
  );
}
