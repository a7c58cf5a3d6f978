import { Form, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "../content/alert";
import { SubmitButton } from "./form-buttons";

/** Says that the form below holds what was typed on an earlier visit, and lets it go. The page loads the account catalog too. */
export function RestoredDraft({ formKey }: { formKey: string }) {
  const { t } = useTranslation("account");
  const { pathname, search } = useLocation();
  return (
    <Alert tone="info">
      <p>{t("draft.restored")}</p>
      <Form method="post" action={`/drafts/${encodeURIComponent(formKey)}`} reloadDocument>
        <input type="hidden" name="returnTo" value={`${pathname}${search}`} />
        <SubmitButton look="quiet">{t("draft.discard")}</SubmitButton>
      </Form>
    </Alert>
  );
}
