import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { rosterDay } from "~/features/roster/roster-act.server";
import { importRoster } from "~/features/roster/upload/import-roster.command.server";
import { uploadReport } from "~/features/roster/upload/upload-report.server";
import { UploadResult } from "~/features/roster/upload/upload-result";
import { UploadColumnGuide, UploadRosterForm } from "~/features/roster/upload/upload-roster.form";
import { uploadLargestBytes, uploadRosterSchema } from "~/features/roster/upload/upload.schema";
import type { Problem } from "~/domain/problem";
import { parseForm, type FormReply } from "~/platform/forms/parse-form";
import { getT } from "~/platform/i18n/translator.server";
import { localeOf } from "~/platform/i18n/locale.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["roster", "file-problems"], title: "roster:upload.title" } satisfies PageHandle;

/** The browser wraps the file into some lines of its own. */
const wrappingBytes = 10_000;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, legalName, dbaName } = employer;
  return json({ employerId, groupName: dbaName ?? legalName, rosterTo: `/employers/${employerId}/roster` });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId } = employer;
  const announced = Number(request.headers.get("Content-Length") ?? 0);
  if (announced > uploadLargestBytes + wrappingBytes) return uploadRefused([tooLarge]);
  const form = await request.formData();
  const parsed = parseForm(uploadRosterSchema, form);
  if (!parsed.ok) return uploadRefused(parsed.problems);
  const bytes = new Uint8Array(await parsed.value.list.arrayBuffer());
  const act = { employerId, userId: user.userId, actorName: membership.fullName, ...rosterDay(employer.state) };
  const outcome = await importRoster({ ...act, bytes });
  if (!outcome.ok) return uploadRefused(outcome.problems);
  const [t, locale] = await Promise.all([getT(request, "roster"), localeOf(request)]);
  return json({ report: uploadReport(outcome.value, t, locale) }, { headers: { "Cache-Control": "no-store" } });
}

const tooLarge: Problem = {
  code: "file-too-large",
  field: "list",
  params: { megabytes: Math.floor(uploadLargestBytes / 1_000_000) },
};

function uploadRefused(problems: readonly Problem[]) {
  const isTooLarge = problems.some(({ code }) => code === tooLarge.code);
  return json<FormReply>({ problems, values: {} }, { status: isTooLarge ? 413 : 422 });
}

export default function UploadRosterPage() {
  const { t } = useTranslation("roster");
  const { employerId, groupName, rosterTo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && typeof answer === "object" && "report" in answer) {
    return (
      <>
        <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={groupName} />}>
          {t("result.heading")}
        </PageHeading>
        <UploadResult report={answer.report} rosterTo={rosterTo} uploadTo={`${rosterTo}/upload`} />
      </>
    );
  }
  const reply = answer && typeof answer === "object" && "problems" in answer ? answer : undefined;
  return (
    <>
      <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={groupName} />} lead={t("upload.lead")}>
        {t("upload.heading")}
      </PageHeading>
      <UploadRosterForm reply={reply} templateTo={`${rosterTo}/template.csv`} />
      <UploadColumnGuide />
    </>
  );
}
