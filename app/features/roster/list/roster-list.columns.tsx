import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { ageOn, type CalendarDate } from "~/domain/calendar/calendar-date";
import { fullName, type NameSuffix } from "~/domain/household/person-name";
import { DateText } from "~/ui/content/amount";
import { StatusTag, Tag, type StatusTone } from "~/ui/content/tag";
import type { TableColumn } from "~/ui/data-table";
import type { RosterRow } from "./roster-list.query.server";
import type { RosterStatus } from "./roster-list.search";

const tones: Readonly<Record<RosterStatus, StatusTone>> = {
  "not-invited": "todo",
  invited: "active",
  opened: "active",
  joined: "active",
  chosen: "done",
  waived: "done",
};

type ColumnContext = { t: TFunction; today: CalendarDate; isRemoved: boolean; rosterPath: string };

/** `t` has the roster catalog. Somebody who was removed has no page any more. */
export function rosterColumns({ t, today, isRemoved, rosterPath }: ColumnContext): readonly TableColumn<RosterRow>[] {
  return [
    {
      key: "name",
      header: t("column.name"),
      rowHeader: true,
      sortable: true,
      cell: (row) => (
        <>
          {isRemoved ? (
            nameOf(row)
          ) : (
            <Link className="usa-link" to={`${rosterPath}/${row.employeeId}`}>
              {nameOf(row)}
            </Link>
          )}
          {row.isOwner ? (
            <>
              {" "}
              <Tag>{t("column.owner")}</Tag>
            </>
          ) : null}
          <span className="sf-table__under">{row.email ?? t("column.noEmail")}</span>
        </>
      ),
    },
    {
      key: "age",
      header: t("column.born"),
      sortable: true,
      cell: ({ bornOn }) => (
        <>
          <DateText date={bornOn} shape="short" />
          <span className="sf-table__under">{t("column.years", { count: ageOn({ bornOn, on: today }) })}</span>
        </>
      ),
    },
    {
      key: "hired",
      header: t("column.hired"),
      sortable: true,
      cell: ({ hiredOn }) => <DateText date={hiredOn} shape="short" />,
    },
    { key: "basis", header: t("column.basis"), cell: ({ employmentBasis }) => t(`basis.${employmentBasis}`) },
    { key: "zip", header: t("column.zip"), sortable: true, cell: ({ zip }) => zip ?? t("column.none") },
    {
      key: "dependents",
      header: t("column.dependents"),
      align: "right",
      sortable: true,
      cell: ({ dependentCount }) => dependentCount,
    },
    {
      key: "status",
      header: t("column.status"),
      cell: ({ status }) =>
        isRemoved ? (
          <StatusTag tone="stopped">{t("status.removed")}</StatusTag>
        ) : (
          <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>
        ),
    },
  ];
}

function nameOf({ firstName, middleName, lastName, suffix }: RosterRow): string {
  return fullName({ first: firstName, middle: middleName, last: lastName, suffix: suffix as NameSuffix | null });
}
