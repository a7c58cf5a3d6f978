import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { StatusTag, type StatusTone } from "./tag";

export const taskStatuses = ["not-started", "viewed", "in-progress", "done", "blocked", "needs-fixing"] as const;
export type TaskStatus = (typeof taskStatuses)[number];

export type Task = {
  key: string;
  /** Starts with a verb. */
  name: ReactNode;
  /** Left out while the task cannot start. */
  to?: string | undefined;
  status: TaskStatus;
  /** Why it cannot start, or what is left. */
  note?: ReactNode;
};
export type TaskGroup = { key: string; heading: ReactNode; tasks: readonly Task[] };

const tones: Record<TaskStatus, StatusTone> = {
  "not-started": "todo",
  viewed: "todo",
  "in-progress": "active",
  done: "done",
  blocked: "blocked",
  "needs-fixing": "warning",
};

/** What there is to do, in groups; the whole row is the link and the status is a word. */
export function TaskList({ groups }: { groups: readonly TaskGroup[] }) {
  const { t } = useTranslation("shared");
  const tasks = groups.flatMap((group) => group.tasks);
  const done = tasks.filter((task) => task.status === "done").length;
  return (
    <div className="sf-tasks">
      <p className="sf-tasks__count">{t("task.count", { done, total: tasks.length })}</p>
      {groups.map((group) => (
        <section key={group.key} className="sf-tasks__group" aria-labelledby={`tasks-${group.key}`}>
          <h2 className="sf-tasks__heading" id={`tasks-${group.key}`}>
            {group.heading}
          </h2>
          <ul className="sf-tasks__list">
            {group.tasks.map((task) => (
              <TaskRow key={task.key} task={task} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function TaskRow({ task }: { task: Task }) {
  const { t } = useTranslation("shared");
  const statusId = `task-${task.key}-status`;
  return (
    <li className={`sf-task ${task.to ? "sf-task--link" : ""}`.trim()}>
      <div className="sf-task__name">
        {task.to ? (
          <Link className="sf-task__link" to={task.to} aria-describedby={statusId}>
            {task.name}
          </Link>
        ) : (
          task.name
        )}
        {task.note ? <div className="sf-task__note">{task.note}</div> : null}
      </div>
      <div className="sf-task__status" id={statusId}>
        <StatusTag tone={tones[task.status]}>{t(`task.status.${task.status}`)}</StatusTag>
      </div>
    </li>
  );
}
