import { useTranslation } from "react-i18next";
import type { PayFrequency } from "~/domain/contribution/paycheck";
import { planTitle } from "~/domain/plan-catalog/plan-title";
import { Amount, DateText } from "~/ui/content/amount";
import { EnrollmentRoad } from "~/ui/content/enrollment-road";
import { SummaryList, type SummaryRow } from "~/ui/content/summary-list";
import { formatList } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import type { LineView } from "./home-view.server";

type AnswerProps = {
  line: LineView;
  payFrequency: PayFrequency;
  /** Address of the page that changes the answer. */
  changeTo?: string | undefined;
};

/** What somebody answered in one line: who is covered, by what, and what it costs whom. */
export function LineAnswer({ line, payFrequency, changeTo }: AnswerProps) {
  const { t } = useTranslation("coverage");
  const locale = useLocale();
  const { answer, signedOn } = line;
  const change = { changeTo, changeWhat: t(`line.${line.line}`) };
  const row = (key: string, value: SummaryRow["value"], more = {}): SummaryRow => ({
    ...{ key, label: t(key === "paycheck" ? `paycheck.${payFrequency}` : `answer.${key}`), value },
    ...more,
  });
  const signed = signedOn ? [row("signedOn", <DateText date={signedOn} shape="plain" />)] : [];
  if (!answer) return <SummaryList rows={[row("plan", t("answer.none"), change)]} />;
  if (answer.kind === "waive") {
    const rows = [
      row("plan", t("answer.waived"), change),
      row("reason", t(`waiver.${answer.reason}.label`)),
      ...signed,
    ];
    return <SummaryList rows={rows} />;
  }
  const { employeeShareCents, employerShareCents, paycheckCents, people } = answer;
  return (
    <SummaryList
      rows={[
        row("plan", planTitle({ issuerName: answer.issuerName, name: answer.planName }), change),
        row("people", people.length > 0 ? formatList(locale, people) : t("answer.notPriced")),
        ...(paycheckCents === null ? [] : [row("paycheck", <Amount cents={paycheckCents} strong />)]),
        ...(employeeShareCents === null ? [] : [row("month", <Amount cents={employeeShareCents} />)]),
        ...(employerShareCents === null ? [] : [row("employer", <Amount cents={employerShareCents} />)]),
        ...signed,
      ]}
    />
  );
}

/** How far a signed choice has come. Nothing for a waiver or for what is not signed. */
export function LineRoad({ line: { line, road, answer } }: { line: LineView }) {
  const { t } = useTranslation("coverage");
  if (road === null || answer?.kind !== "elect") return null;
  const reached = road === "held" ? "submitted" : road;
  return (
    <Section heading={t(`road.${line}`)}>
      <EnrollmentRoad
        reached={reached}
        issuerName={answer.issuerName}
        notes={{
          ...(road === "held" ? { submitted: t("road.held") } : {}),
          ...(road === "chosen" ? { submitted: t("road.waits") } : {}),
          ...(road === "sent" ? { confirmed: t("road.card", { issuer: answer.issuerName }) } : {}),
        }}
      />
    </Section>
  );
}
