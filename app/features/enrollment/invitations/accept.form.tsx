import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormReply } from "~/platform/forms/parse-form";
import { Button } from "~/ui/content/button";
import { ActForm } from "~/ui/forms/act-form";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";

/** Which account the person will have here, as the page found it. */
export type AcceptChoice =
  | { readonly kind: "signed-in"; readonly fullName: string; readonly email: string }
  | { readonly kind: "has-account"; readonly email: string }
  | { readonly kind: "new"; readonly email: string }
  | { readonly kind: "letter" };

type AcceptFormProps = { choice: AcceptChoice; reply: FormReply | undefined; returnTo: string };

export function AcceptForm({ choice, reply, returnTo }: AcceptFormProps) {
  if (choice.kind === "signed-in") return <ThisAccount {...choice} reply={reply} />;
  return <WithPassword choice={choice} reply={reply} returnTo={returnTo} />;
}

function ThisAccount({ email, reply }: { email: string; reply: FormReply | undefined }) {
  const { t } = useTranslation("invitation");
  return (
    <>
      <ActForm reply={reply}>
        <input type="hidden" name="way" value="this-account" />
        <p>{t("account.signedIn", { email })}</p>
        <FormActions>
          <SubmitButton>{t("account.use")}</SubmitButton>
        </FormActions>
      </ActForm>
      <Form method="post" action="/sign-out" reloadDocument>
        <p>{t("account.notThis")}</p>
        <Button type="submit" look="quiet">
          {t("account.signOut")}
        </Button>
      </Form>
    </>
  );
}

function WithPassword({
  choice,
  reply,
  returnTo,
}: AcceptFormProps & { choice: Exclude<AcceptChoice, { kind: "signed-in" }> }) {
  const { t } = useTranslation("invitation");
  const isKnown = choice.kind === "has-account";
  const labels = { email: t("account.email"), password: t("account.password") };
  return (
    <>
      <ActForm reply={reply} labels={labels}>
        <input type="hidden" name="way" value="password" />
        {choice.kind === "letter" ? (
          <TextField
            name="email"
            type="email"
            label={t("account.email")}
            hint={t("account.emailHint")}
            autoComplete="username"
            spellCheck={false}
          />
        ) : (
          <>
            <p>{t(isKnown ? "account.known" : "account.new", { email: choice.email })}</p>
            {/* Password managers store the two together. */}
            <input type="hidden" value={choice.email} autoComplete="username" />
          </>
        )}
        <TextField
          name="password"
          type="password"
          label={isKnown ? t("account.password") : t("account.newPassword")}
          hint={isKnown ? undefined : t("account.passwordHint")}
          autoComplete={isKnown ? "current-password" : "new-password"}
        />
        <FormActions>
          <SubmitButton>{t(isKnown ? "account.signInAndAccept" : "account.createAndAccept")}</SubmitButton>
        </FormActions>
      </ActForm>
      <p>
        {isKnown ? (
          <Link className="usa-link" to="/forgot-password">
            {t("account.forgot")}
          </Link>
        ) : (
          <Link className="usa-link" to={`/sign-in?${new URLSearchParams({ returnTo })}`}>
            {t("account.other")}
          </Link>
        )}
      </p>
    </>
  );
}
