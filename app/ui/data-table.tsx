import { Link } from "@remix-run/react";
import { getCoreRowModel, useReactTable, type ColumnDef } from "@tanstack/react-table";
import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "./content/empty-state";
import { Pagination, type PaginationProps } from "./content/pagination";

export type TableColumn<Row> = {
  /** Also the sort key in the address. */
  readonly key: string;
  /** Translated; on a phone it labels each value. Amounts name their unit here. */
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly sortable?: boolean;
  /** Amounts and counts stand right-aligned. */
  readonly align?: "right";
  /** The column that names the row. */
  readonly rowHeader?: boolean;
};

export type SortState = { key: string; direction: "asc" | "desc" };

export type DataTableProps<Row> = {
  caption: ReactNode;
  /** From a `*.columns.tsx` file. */
  columns: readonly TableColumn<Row>[];
  /** One page of rows, sorted by the server. */
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: SortState;
  /** The address that sorts by a column, with filters kept and the page reset. */
  sortHref?: (sort: SortState) => string;
  /** Shown when nothing exists yet. */
  empty: { heading: ReactNode; text?: ReactNode; action?: ReactNode };
  /** Set when filters are on: shown instead of `empty`, with the address that clears them. */
  filtered?: { clearHref: string };
  pagination?: PaginationProps;
  /** Rows are being fetched: the last good ones stay, greyed. */
  pending?: boolean;
};

/** A list of rows. On a phone each row becomes a small card, so nothing scrolls sideways. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, sort, sortHref, empty, filtered, pagination, pending = false } = props;
  const { t } = useTranslation("shared");
  const definitions = useMemo(() => columns.map(definitionOf), [columns]);
  const table = useReactTable<Row>({
    data: rows as Row[],
    columns: definitions,
    getRowId: rowKey,
    getCoreRowModel: getCoreRowModel(),
    manualSorting: true,
    manualPagination: true,
    manualFiltering: true,
  });
  if (rows.length === 0) {
    return filtered ? (
      <EmptyState
        heading={t("table.noMatch")}
        action={<Link to={filtered.clearHref}>{t("table.clearFilters")}</Link>}
      />
    ) : (
      <EmptyState heading={empty.heading} action={empty.action}>
        {empty.text}
      </EmptyState>
    );
  }
  return (
    <div className="sf-table" aria-busy={pending || undefined}>
      <table className="usa-table usa-table--borderless usa-table--stacked-header sf-table__table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} sortHref={sortHref} />
            ))}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row.original} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {pagination ? <Pagination {...pagination} /> : null}
    </div>
  );
}

function definitionOf<Row>(column: TableColumn<Row>): ColumnDef<Row> {
  return { id: column.key, header: column.header, cell: (context) => column.cell(context.row.original) };
}

function BodyCell<Row>({ column, row }: { column: TableColumn<Row>; row: Row }) {
  const content = column.cell(row);
  if (column.rowHeader) return <th scope="row">{content}</th>;
  return (
    <td className={column.align === "right" ? "sf-table__figure" : undefined} data-label={column.header}>
      <span className="sf-table__value">{content}</span>
    </td>
  );
}

type HeaderCellProps<Row> = {
  column: TableColumn<Row>;
  sort: SortState | undefined;
  sortHref: ((sort: SortState) => string) | undefined;
};

function HeaderCell<Row>({ column, sort, sortHref }: HeaderCellProps<Row>) {
  const { t } = useTranslation("shared");
  const right = column.align === "right" ? "sf-table__figure" : undefined;
  if (!column.sortable || !sortHref) {
    return (
      <th scope="col" className={right}>
        {column.header}
      </th>
    );
  }
  const current = sort?.key === column.key ? sort.direction : undefined;
  const next = current === "asc" ? "desc" : "asc";
  const ariaSort = current === "asc" ? "ascending" : current === "desc" ? "descending" : "none";
  return (
    <th scope="col" className={right} aria-sort={ariaSort}>
      <Link className="sf-table__sort" to={sortHref({ key: column.key, direction: next })} preventScrollReset>
        {column.header}
        <SortArrow direction={current} />
        <span className="usa-sr-only"> {t(next === "asc" ? "table.sortUp" : "table.sortDown")}</span>
      </Link>
    </th>
  );
}

function SortArrow({ direction }: { direction: "asc" | "desc" | undefined }) {
  return (
    <svg className="sf-table__arrow" viewBox="0 0 10 14" width="10" height="14" aria-hidden="true" focusable="false">
      <path d="M5 1 9 6H1z" opacity={direction === "desc" ? 0.3 : 1} />
      <path d="M5 13 1 8h8z" opacity={direction === "asc" ? 0.3 : 1} />
    </svg>
  );
}
