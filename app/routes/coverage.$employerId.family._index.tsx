import { json, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ageOn, type CalendarDate } from "~/domain/calendar/calendar-date";
import { afterFamily, frameOf } from "~/features/enrollment/coverage/coverage-frame.server";
import { requireCoverage } from "~/features/enrollment/coverage/coverage-guard.server";
import { tobaccoAge } from "~/features/enrollment/coverage/coverage-price.server";
import { CoverageEyebrow, CoverageSteps, type CoverageFrame } from "~/features/enrollment/coverage/coverage-steps";
import { FamilyPage, type FamilyLine } from "~/features/enrollment/coverage/family/family-page";
import { Alert } from "~/ui/content/alert";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["coverage"], title: "coverage:family.title" } satisfies PageHandle;

type PageData = { frame: CoverageFrame; isOpen: boolean; family: FamilyLine[]; nextTo: string; signAgain: boolean };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scene } = await requireCoverage(request, params["employerId"]);
  const frame = frameOf(scene);
  if (!frame.offersDependents) return redirect(frame.base);
  const on = scene.offer?.coverageStartOn ?? scene.act.today;
  const asksAbout = (bornOn: CalendarDate) => scene.profile.tobaccoAllowed && ageOn({ bornOn, on }) >= tobaccoAge;
  const family = scene.record.family.map(({ dependentId, relationship, firstName, lastName, bornOn, ...of }) => ({
    ...{ dependentId, relationship, firstName, lastName, bornOn },
    lacksTobaccoAnswer: of.usesTobacco === null && asksAbout(bornOn),
  }));
  const isOpen = scene.offer?.window === "open";
  const signAgain = isOpen && new URL(request.url).searchParams.has("again");
  return json<PageData>({ frame, isOpen, family, nextTo: afterFamily(scene), signAgain });
}

export default function FamilyRoute() {
  const { t } = useTranslation("coverage");
  const { frame, isOpen, family, nextTo, signAgain } = useLoaderData() as PageData;
  return (
    <>
      {isOpen ? <CoverageSteps frame={frame} current="family" /> : null}
      <PageHeading eyebrow={<CoverageEyebrow frame={frame} />} lead={t("family.lead")}>
        {t("family.title")}
      </PageHeading>
      {signAgain ? (
        <Alert tone="warning" live>
          {t("family.signAgain")}
        </Alert>
      ) : null}
      <FamilyPage family={family} base={frame.base} nextTo={nextTo} />
    </>
  );
}
