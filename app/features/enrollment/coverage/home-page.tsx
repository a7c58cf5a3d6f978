import { useTranslation } from "react-i18next";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { TaskList, type Task, type TaskStatus } from "~/ui/content/task-list";
import { formatDate } from "~/ui/format/dates";
import { useLocale } from "~/ui/format/use-locale";
import { HelpAside, PageHeading, Section, WithAside } from "~/ui/frame/page-parts";
import type { HomeView, LineStatus } from "./home-view.server";
import { LineAnswer, LineRoad } from "./line-answers";

/** The employee's first page: where they stand, what is next and by when. */
export function CoverageHome({ view }: { view: HomeView }) {
  const { t } = useTranslation("coverage");
  const { frame, window, lines } = view;
  const isOpen = window === "open";
  const answered = window === "closed" ? lines : lines.filter(({ answer }) => answer !== null);
  return (
    <>
      <PageHeading eyebrow={frame.businessName}>{t("home.heading", { name: view.firstName })}</PageHeading>
      <WithAside
        aside={
          <HelpAside heading={t("home.whoSees")}>
            <p>{t("home.privacy", { business: frame.businessName })}</p>
          </HelpAside>
        }
      >
        <Standing view={view} />
        {isOpen ? <NextStep view={view} /> : null}
        {isOpen ? <TaskList groups={[{ key: "steps", heading: t("home.steps"), tasks: tasksOf(view, t) }]} /> : null}
        {window === "no-offer" ? null : (
          <>
            {answered.map((line) => (
              <Section key={line.line} heading={t(`home.answer.${line.line}`)}>
                <LineAnswer
                  line={line}
                  payFrequency={view.payFrequency}
                  changeTo={isOpen ? `${frame.base}/choose/${line.line}` : undefined}
                />
              </Section>
            ))}
            {lines.map((line) => (
              <LineRoad key={line.line} line={line} />
            ))}
          </>
        )}
        {isOpen ? null : (
          <p>
            <LinkButton to={`${frame.base}/details`} look="secondary">
              {t("home.details")}
            </LinkButton>
          </p>
        )}
      </WithAside>
    </>
  );
}

function Standing({ view }: { view: HomeView }) {
  const { t } = useTranslation("coverage");
  const locale = useLocale();
  const { window, opensOn, closesOn, startOn, lines, frame } = view;
  const day = (date: typeof opensOn) => (date ? formatDate(locale, date, "long") : "");
  const words = {
    ...{ business: frame.businessName, opensOn: day(opensOn), closesOn: day(closesOn) },
    startOn: startOn ? formatDate(locale, startOn, "plain") : "",
  };
  const isSigned = lines.length > 0 && lines.every(({ status }) => status === "signed");
  const again = lines.some(({ status }) => status === "to-sign-again");
  const key = window === "open" ? (isSigned ? "signed" : again ? "again" : "open") : window;
  // Once the group is submitted nobody chooses any more, however many days were left.
  const isEarly = closesOn !== null && closesOn >= view.today;
  const over = isSigned
    ? isEarly
      ? "submittedSigned"
      : "closedSigned"
    : isEarly
      ? "submittedUnsigned"
      : "closedUnsigned";
  const closed = window === "closed" ? over : key;
  const tone = isSigned ? "success" : window === "open" ? "warning" : "info";
  return (
    <Alert tone={tone} heading={t(`standing.${closed}.heading`, words)}>
      {t(`standing.${closed}.text`, words)}
    </Alert>
  );
}

/** The one thing to do now. */
function NextStep({ view }: { view: HomeView }) {
  const { t } = useTranslation("coverage");
  const { base } = view.frame;
  const undecided = view.lines.find(({ status }) => status === "undecided");
  if (view.lines.every(({ status }) => status === "signed")) return null;
  const begun = view.lines.some(({ answer }) => answer !== null);
  if (!begun) return <Go to={`${base}/details`}>{t("home.begin")}</Go>;
  if (undecided) return <Go to={`${base}/choose/${undecided.line}`}>{t(`home.choose.${undecided.line}`)}</Go>;
  return <Go to={`${base}/check`}>{t("home.sign")}</Go>;
}

function Go({ to, children }: { to: string; children: string }) {
  return (
    <p>
      <LinkButton to={to} look="call" big>
        {children}
      </LinkButton>
    </p>
  );
}

const lineStatuses: Record<LineStatus, TaskStatus> = {
  undecided: "not-started",
  chosen: "in-progress",
  signed: "done",
  "to-sign-again": "in-progress",
};

type Words = ReturnType<typeof useTranslation>["t"];

function tasksOf({ frame, lines, ...view }: HomeView, t: Words): readonly Task[] {
  const { base } = frame;
  const undecided = lines.filter(({ answer }) => answer === null);
  const begun = undecided.length < lines.length;
  const allSigned = lines.every(({ status }) => status === "signed");
  const family: Task = {
    ...{ key: "family", name: t("coverage:task.family"), to: `${base}/family` },
    status: begun || view.familyCount > 0 ? "done" : "not-started",
    note:
      view.familyCount === 0
        ? t("coverage:task.familyNobody")
        : t("coverage:task.familyCount", { count: view.familyCount }),
  };
  return [
    {
      ...{ key: "details", name: t("coverage:task.details"), to: `${base}/details` },
      status: view.detailsAreComplete ? "done" : "not-started",
    },
    ...(frame.offersDependents ? [family] : []),
    ...lines.map(({ line, status }): Task => ({
      ...{ key: line, name: t(`coverage:task.${line}`), to: `${base}/choose/${line}`, status: lineStatuses[status] },
      ...(status === "chosen" || status === "to-sign-again" ? { note: t("coverage:task.notSigned") } : {}),
    })),
    {
      ...{ key: "check", name: t("coverage:task.check") },
      ...(undecided.length === 0 ? { to: `${base}/check` } : { note: t("coverage:task.chooseFirst") }),
      status: allSigned ? "done" : undecided.length > 0 ? "blocked" : "not-started",
    },
  ];
}
