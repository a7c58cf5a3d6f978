import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { useDraft } from "../../platform/drafts/use-draft";
import { intlLocales } from "../format/money";
import { useLocale } from "../format/use-locale";

type DraftStatusProps = {
  formKey: string;
  formRef: RefObject<HTMLFormElement | null>;
  /** The page says in words of its own that what is typed is kept. */
  isQuiet?: boolean;
};

/** Saves what is typed into the form, and says so. The page loads the account catalog too. */
export function DraftStatus({ formKey, formRef, isQuiet = false }: DraftStatusProps) {
  const state = useDraft(formKey, formRef);
  const { t } = useTranslation("account");
  const locale = useLocale();
  if (state.phase === "saving") return <span>{t("draft.saving")}</span>;
  if (state.phase === "failed") return <span role="status">{t("draft.failed")}</span>;
  if (state.phase === "idle") return isQuiet ? null : <span>{t("draft.kept")}</span>;
  const clock = new Intl.DateTimeFormat(intlLocales[locale], { hour: "numeric", minute: "2-digit" });
  return <span>{t("draft.saved", { time: clock.format(new Date(state.savedAt)) })}</span>;
}
