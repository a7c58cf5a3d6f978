import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { DateText } from "~/ui/content/amount";
import { CalendarStrip } from "~/ui/content/calendar-strip";
import { ExplainedAmount } from "~/ui/content/explained-amount";
import { LinkButton } from "~/ui/content/button";
import { TaskList, type Task } from "~/ui/content/task-list";
import { formatDate } from "~/ui/format/dates";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import type { EmployerCalendar } from "./employer-calendar";
import { taskGroups, type EmployerTask } from "./employer-tasks";

export type ShownTask = EmployerTask & { readonly to?: string | undefined };

/** The tasks in their groups, in words. */
export function EmployerTaskList({ tasks }: { tasks: readonly ShownTask[] }) {
  const { t } = useTranslation("employer");
  const locale = useLocale();
  const words = (task: ShownTask): Task => ({
    key: task.key,
    name: t(`home.task.${task.key}`),
    status: task.status,
    to: task.to,
    note: task.note ? t(`home.note.${task.note.key}`, shownParams(task.note.params ?? {}, locale)) : undefined,
  });
  const groups = taskGroups.map((group) => ({
    key: group.key,
    heading: t(`home.group.${group.key}`),
    tasks: group.tasks.flatMap((key) => tasks.filter((task) => task.key === key).map(words)),
  }));
  return <TaskList groups={groups} />;
}

function shownParams(
  params: Readonly<Record<string, string | number>>,
  locale: ReturnType<typeof useLocale>,
): Record<string, string | number> {
  const entries = Object.entries(params).map(([name, value]) => [
    name,
    name.endsWith("On") ? formatDate(locale, value as CalendarDate) : value,
  ]);
  return Object.fromEntries(entries) as Record<string, string | number>;
}

/** The one act that comes next; nothing when everything is done or waits for others. */
export function NextAct({ tasks }: { tasks: readonly ShownTask[] }) {
  const { t } = useTranslation("employer");
  const open = tasks.filter((task) => task.to !== undefined && task.note?.key !== "optional");
  const task = open.find(({ status }) => status === "needs-fixing") ?? open.find(({ status }) => status !== "done");
  if (!task?.to) return null;
  return (
    <p>
      <LinkButton to={task.to} look="call">
        {t(`home.task.${task.key}`)}
      </LinkButton>
    </p>
  );
}

/** The dates that matter for one start. */
type StartCalendarProps = { calendar: EmployerCalendar | null; today: CalendarDate; base: string };

export function StartCalendar({ calendar, today, base }: StartCalendarProps) {
  const { t } = useTranslation("employer");
  const locale = useLocale();
  if (!calendar) return null;
  const on = formatDate(locale, calendar.startOn, "plain");
  return (
    <Section heading={t(calendar.isChosen ? "home.calendarChosen" : "home.calendarNext", { on })}>
      {calendar.isChosen ? null : <p>{t("home.calendarNextText")}</p>}
      <CalendarStrip
        today={today}
        milestones={calendar.milestones.map(({ code, on: day }) => ({
          key: code,
          label: t(`home.milestone.${code}`),
          on: day,
        }))}
      />
      <ExplainedAmount
        base={base}
        about={{ figure: "dates", start: calendar.startOn }}
        named={t(calendar.isChosen ? "home.calendarChosen" : "home.calendarNext", { on })}
      />
    </Section>
  );
}

export function NextDeadline({ calendar }: { calendar: EmployerCalendar | null }) {
  const { t } = useTranslation(["employer", "shared"]);
  const next = calendar?.next;
  return (
    <section aria-labelledby="next-deadline">
      <h2 className="sf-section__heading" id="next-deadline">
        {t("home.nextDeadline")}
      </h2>
      {next ? (
        <p>
          {t(`home.milestone.${next.step}`)}
          <br />
          <strong>
            <DateText date={next.on} />
          </strong>
          <br />
          {next.daysLeft === 0 ? t("shared:days.today") : t("shared:days.left", { count: next.daysLeft })}
          {", "}
          {t("home.endOfDay")}
        </p>
      ) : (
        <p>{t("home.noDeadline")}</p>
      )}
    </section>
  );
}

type HelpersProps = {
  employerId: string;
  owners: readonly { fullName: string; email: string }[];
  joinRequestCount: number;
};

/** Who decides here, and where to reach a person of the marketplace. */
export function WhoCanHelp({ employerId, owners, joinRequestCount }: HelpersProps) {
  const { t } = useTranslation(["employer", "shared"]);
  return (
    <section aria-labelledby="who-can-help">
      <h2 className="sf-section__heading" id="who-can-help">
        {t("home.whoCanHelp")}
      </h2>
      <p>{t("shared:help.person")}</p>
      <p>{t("home.owners")}</p>
      <ul className="usa-list">
        {owners.map(({ fullName, email }) => (
          <li key={email}>
            {fullName}
            <br />
            <BreakableEmail email={email} />
          </li>
        ))}
      </ul>
      <p>
        <Link className="usa-link" to={`/employers/${employerId}/staff`}>
          {joinRequestCount > 0 ? t("home.staffWaiting", { count: joinRequestCount }) : t("home.staffLink")}
        </Link>
      </p>
    </section>
  );
}

/** A narrow column may break an address before its @. */
function BreakableEmail({ email }: { email: string }) {
  const at = email.lastIndexOf("@");
  return (
    <span>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </span>
  );
}
