import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadPlanCompare } from "~/features/plans/compare/plan-compare.query.server";
import { comparedByEmployer, readPlanSearch } from "~/features/plans/list/plan-list.search";
import { tableDocument } from "~/platform/documents/table-document.server";
import { localeOf } from "~/platform/i18n/locale.server";
import { translator } from "~/platform/i18n/translator.server";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { notFound, requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { comparisonDocument } from "~/ui/plans/comparison-document";

/** The comparison of the same address as a document in the reader's language; 404 when nothing is picked. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state } = employer;
  const search = readPlanSearch(new URL(request.url).searchParams);
  const today = marketplaceToday(state);
  const page = await loadPlanCompare(
    { employerId, userId: user.userId, place: employer, today },
    { line: search.line, planIds: search.plan, limit: comparedByEmployer },
  );
  if (page.compared.length === 0) throw notFound();
  const locale = await localeOf(request);
  const t = translator(locale, "plan-compare");
  const { line, compared, startOn } = page;
  const content = comparisonDocument(
    { t, locale },
    {
      comparison: { compared, line, reader: page.isExample ? "example" : "employer" },
      ...{ onlyDifferences: search.only === "differences", businessName: employer.dbaName ?? employer.legalName },
      ...{ startOn, today },
    },
  );
  return new Response(tableDocument({ ...content, locale }), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${t("pdf.fileName")}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
