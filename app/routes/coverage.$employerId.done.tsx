import { json, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireCoverage } from "~/features/enrollment/coverage/coverage-guard.server";
import { CoverageEyebrow } from "~/features/enrollment/coverage/coverage-steps";
import { homeView, type HomeView } from "~/features/enrollment/coverage/home-view.server";
import { LineAnswer, LineRoad } from "~/features/enrollment/coverage/line-answers";
import { Alert } from "~/ui/content/alert";
import { ExplainedAmount } from "~/ui/content/explained-amount";
import { LinkButton } from "~/ui/content/button";
import { formatDate } from "~/ui/format/dates";
import { useLocale } from "~/ui/format/use-locale";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading, Section } from "~/ui/frame/page-parts";

export const handle = { i18n: ["coverage"], title: "coverage:done.title" } satisfies PageHandle;

type PageData = { view: HomeView; email: string };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, scene } = await requireCoverage(request, params["employerId"]);
  const view = homeView(scene);
  const isSigned = view.lines.length > 0 && view.lines.every(({ status }) => status === "signed");
  if (!isSigned) return redirect(view.frame.base);
  return json<PageData>({ view, email: user.email });
}

export default function DoneRoute() {
  const { t } = useTranslation("coverage");
  const locale = useLocale();
  const { view, email } = useLoaderData() as PageData;
  const { frame, lines, payFrequency, closesOn, window } = view;
  const business = frame.businessName;
  const isSubmitted = lines.some(({ road }) => road !== null && road !== "chosen");
  return (
    <>
      <PageHeading eyebrow={<CoverageEyebrow frame={frame} />}>{t("done.title")}</PageHeading>
      <Alert tone="success" heading={t("done.heading")}>
        {t("done.mailed", { email })}
      </Alert>
      <Section heading={t("done.next")}>
        <ol className="usa-list">
          {isSubmitted ? null : <li>{t("done.notFinal", { business })}</li>}
          {window === "open" && closesOn ? (
            <li>{t("done.change", { closesOn: formatDate(locale, closesOn, "long") })}</li>
          ) : null}
          {lines.some(({ road }) => road !== null) ? <li>{t("done.card")}</li> : null}
        </ol>
      </Section>
      {lines.map((line) => (
        <Section key={line.line} heading={t(`line.${line.line}`)}>
          <LineAnswer line={line} payFrequency={payFrequency} />
          {line.answer?.kind === "elect" && line.answer.paycheckCents !== null ? (
            <ExplainedAmount
              base={frame.base}
              about={{ figure: "own-price", line: line.line }}
              named={t(`check.working.${line.line}`)}
            />
          ) : null}
        </Section>
      ))}
      {lines.map((line) => (
        <LineRoad key={line.line} line={line} />
      ))}
      <p>
        <LinkButton to={frame.base}>{t("done.home")}</LinkButton>
      </p>
    </>
  );
}
