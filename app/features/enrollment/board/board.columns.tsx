import { Form, Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { InstantText } from "~/ui/content/amount";
import { StatusTag, Tag, type StatusTone } from "~/ui/content/tag";
import type { TableColumn } from "~/ui/data-table";
import { SubmitButton } from "~/ui/forms/form-buttons";
import type { BoardRow } from "./board.query.server";
import type { BoardStep } from "./board.search";

const tones: Readonly<Record<BoardStep, StatusTone>> = {
  "not-invited": "todo",
  "link-dead": "warning",
  invited: "active",
  opened: "active",
  joined: "active",
  started: "active",
  chosen: "done",
  waived: "done",
};

export type BoardContext = { t: TFunction; base: string; timeZone: string; isOpen: boolean };

/** `t` has the enrollment catalog. Buttons stand there while the offer is open only. */
export function boardColumns(context: BoardContext): readonly TableColumn<BoardRow>[] {
  const { t, base, timeZone, isOpen } = context;
  const columns: TableColumn<BoardRow>[] = [
    {
      key: "name",
      header: t("column.name"),
      rowHeader: true,
      sortable: true,
      cell: ({ employeeId, fullName, isOwner }) => (
        <>
          <Link className="usa-link" to={`${base}/roster/${employeeId}`}>
            {fullName}
          </Link>
          {isOwner ? <> {<Tag>{t("column.owner")}</Tag>}</> : null}
        </>
      ),
    },
    {
      key: "step",
      header: t("column.step"),
      sortable: true,
      cell: ({ step }) => <StatusTag tone={tones[step]}>{t(`step.${step}`)}</StatusTag>,
    },
    { key: "email", header: t("column.email"), cell: ({ email }) => email ?? t("column.noEmail") },
    {
      key: "sent",
      header: t("column.sent"),
      sortable: true,
      cell: ({ sentAt }) => (sentAt ? <InstantText at={sentAt} timeZone={timeZone} /> : t("column.notSent")),
    },
  ];
  if (!isOpen) return columns;
  return [...columns, { key: "act", header: t("column.act"), cell: (row) => <RowAct row={row} {...context} /> }];
}

function RowAct({ row, t, base }: BoardContext & { row: BoardRow }) {
  const { employeeId, email, step, hasJoined, liveInvitationId, fullName } = row;
  const whom = <span className="usa-sr-only"> {t("act.whom", { name: fullName })}</span>;
  if (step === "chosen" || step === "waived") return t("act.none");
  if (email === null && hasJoined) return t("act.none");
  if (email === null) {
    return (
      <Link className="usa-link" to={`${base}/enrollment/${employeeId}/letter`}>
        {t("act.letter")}
        {whom}
      </Link>
    );
  }
  const label = hasJoined ? t("act.remind") : step === "not-invited" ? t("act.invite") : t("act.resend");
  return (
    <Form method="post" action={`${base}/enrollment/invitations`}>
      {liveInvitationId ? <input type="hidden" name="replaces" value={liveInvitationId} /> : null}
      <SubmitButton look="quiet" name="employeeId" value={employeeId}>
        {label}
        {whom}
      </SubmitButton>
    </Form>
  );
}
