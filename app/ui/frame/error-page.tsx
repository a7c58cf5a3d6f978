import { isRouteErrorResponse } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../domain/problem";
import { problemSentence } from "../../platform/problems";
import { LinkButton } from "../content/button";
import { useLocale } from "../format/use-locale";

export const pagedStatuses = [400, 403, 404, 405, 409, 413, 422, 429, 500, 503] as const;

/** What went wrong by status, what to do now, and the number a helper can look up. */
export function ErrorPage({ error, requestId }: { error: unknown; requestId: string | undefined }) {
  const { t } = useTranslation("shared");
  const locale = useLocale();
  const status = statusOf(error);
  return (
    <div className="sf-error-page">
      <h1 className="sf-heading__title">{t(`error.${status}.title`)}</h1>
      <p className="sf-heading__lead">{t(`error.${status}.text`)}</p>
      {problemsIn(error).map((problem) => (
        <p key={problem.code}>{problemSentence(t, locale, problem)}</p>
      ))}
      <p>
        <LinkButton to="/">{t("error.home")}</LinkButton>
      </p>
      {requestId ? (
        <p className="usa-hint">
          {t("error.reference")} <code className="sf-code">{requestId}</code>
        </p>
      ) : null}
    </div>
  );
}

export function statusOf(error: unknown): (typeof pagedStatuses)[number] {
  if (!isRouteErrorResponse(error)) return 500;
  return pagedStatuses.find((status) => status === error.status) ?? (error.status < 500 ? 400 : 500);
}

function problemsIn(error: unknown): readonly Problem[] {
  if (!isRouteErrorResponse(error)) return [];
  const data: unknown = error.data;
  if (typeof data !== "object" || data === null || !("problems" in data) || !Array.isArray(data.problems)) return [];
  return data.problems.filter((item): item is Problem => typeof item === "object" && item !== null && "code" in item);
}
