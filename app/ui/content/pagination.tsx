import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

export type PaginationProps = {
  /** From 1. */
  page: number;
  pageCount: number;
  /** The address of a page, with the filters kept. */
  hrefOf: (page: number) => string;
};

/** Links to the other pages of a list. Nothing when there is one page. */
export function Pagination({ page, pageCount, hrefOf }: PaginationProps) {
  const { t } = useTranslation("shared");
  if (pageCount <= 1) return null;
  return (
    <nav className="usa-pagination" aria-label={t("pages.label")}>
      <ul className="usa-pagination__list">
        {page > 1 ? (
          <li className="usa-pagination__item usa-pagination__arrow">
            <Link className="usa-pagination__link" to={hrefOf(page - 1)} rel="prev">
              {t("pages.previous")}
            </Link>
          </li>
        ) : null}
        {pagesShown(page, pageCount).map((shown, index) =>
          shown === undefined ? (
            <li key={`gap-${index}`} className="usa-pagination__item usa-pagination__overflow" aria-hidden="true">
              <span>{"…"}</span>
            </li>
          ) : (
            <li key={shown} className="usa-pagination__item usa-pagination__page-no">
              <Link
                className={`usa-pagination__button ${shown === page ? "usa-current" : ""}`.trim()}
                to={hrefOf(shown)}
                aria-label={t("pages.page", { page: shown })}
                aria-current={shown === page ? "page" : undefined}
              >
                {shown}
              </Link>
            </li>
          ),
        )}
        {page < pageCount ? (
          <li className="usa-pagination__item usa-pagination__arrow">
            <Link className="usa-pagination__link" to={hrefOf(page + 1)} rel="next">
              {t("pages.next")}
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

/** First, last and the neighbours; undefined stands for the pages between. */
export function pagesShown(page: number, pageCount: number): (number | undefined)[] {
  const wanted = [1, page - 1, page, page + 1, pageCount].filter((n) => n >= 1 && n <= pageCount);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  return sorted.flatMap((n, index) => {
    const before = sorted[index - 1];
    if (before === undefined || n === before + 1) return [n];
    return n === before + 2 ? [n - 1, n] : [undefined, n];
  });
}
