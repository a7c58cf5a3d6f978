import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { businessTimeZone } from "~/features/employer/business-time-zone.server";
import { submittedGroupRoad, type SubmittedGroupRoad } from "~/features/enrollment/enrollment-road.query.server";
import { releaseHeldEnrollments } from "~/features/enrollment/sent/release-held-enrollments.command.server";
import { SentGroupPage, type SentGroup } from "~/features/enrollment/sent/sent-group";
import { readReleased } from "~/features/enrollment/sent/sent-group.search";
import { today } from "~/platform/clock.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["submission", "file-problems"], title: "submission:sent.title" } satisfies PageHandle;

type PageData = {
  readonly employerId: string;
  readonly businessName: string;
  readonly timeZone: string;
  readonly released: number | null;
  readonly group: SentGroup;
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, legalName, state } = employer;
  const road = await submittedGroupRoad({ employerId, userId: user.userId });
  if (!road) throw redirect(`/employers/${employerId}/enrollment/submission`);
  const released = readReleased(new URL(request.url).searchParams);
  const page = { employerId, businessName: legalName, timeZone: businessTimeZone(state), released };
  return json<PageData>({ ...page, group: plain(road) });
}

function plain({ signedAt, enrollments, ...group }: SubmittedGroupRoad): SentGroup {
  return {
    ...group,
    signedAt: signedAt.toISOString(),
    enrollments: enrollments.map((row) => ({ ...row, sentAt: row.sentAt?.toISOString() ?? null })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId } = employer;
  const { releasedCount } = await releaseHeldEnrollments({ employerId, actor: user, todayIn: today });
  return redirect(`/employers/${employerId}/enrollment/sent?released=${releasedCount}`);
}

export default function SentRoute() {
  const { t } = useTranslation("submission");
  const { employerId, businessName, group, timeZone, released } = useLoaderData() as PageData;
  const eyebrow = <BusinessEyebrow employerId={employerId} name={businessName} />;
  return (
    <>
      <PageHeading eyebrow={eyebrow} lead={t("sent.lead")}>
        {t("sent.title")}
      </PageHeading>
      <SentGroupPage group={group} base={`/employers/${employerId}`} timeZone={timeZone} released={released} />
    </>
  );
}
