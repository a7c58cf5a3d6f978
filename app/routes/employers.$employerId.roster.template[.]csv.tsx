import type { LoaderFunctionArgs } from "@remix-run/node";
import { templateCsv } from "~/features/roster/upload/upload-report.server";
import { localeOf } from "~/platform/i18n/locale.server";
import { getT } from "~/platform/i18n/translator.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";

/** The empty list in the reader's language, as a download. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireEmployerAccess(request, params["employerId"]);
  const [t, locale] = await Promise.all([getT(request, "roster"), localeOf(request)]);
  return new Response(templateCsv(locale), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${t("upload.fileName")}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
