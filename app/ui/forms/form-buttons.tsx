import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, type ButtonLook } from "../content/button";

type SubmitProps = {
  children: ReactNode;
  look?: ButtonLook;
  name?: string;
  value?: string;
  /** "Save and finish later" is posted without the browser's check. */
  skipCheck?: boolean;
};

/** Posts the form around it; says so while the answer is under way. */
export function SubmitButton({ children, look = "primary", name, value, skipCheck }: SubmitProps) {
  const { t } = useTranslation("shared");
  const navigation = useNavigation();
  const sent = navigation.state === "submitting" && (!name || navigation.formData?.get(name) === value);
  return (
    <Button
      type="submit"
      look={look}
      name={name}
      value={value}
      formNoValidate={skipCheck}
      aria-disabled={sent || undefined}
    >
      {sent ? t("form.sending") : children}
    </Button>
  );
}

/** The primary act of a page, and quieter ones beside it, always at the same place. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="sf-form__actions">{children}</div>;
}

type ConfirmProps = {
  /** The button that opens the question. */
  label: ReactNode;
  /** What will happen, said before it does. */
  question: ReactNode;
  confirmLabel: ReactNode;
  action?: string;
  look?: ButtonLook;
  /** Hidden values to post. */
  fields?: Readonly<Record<string, string>>;
};

/** An act that is asked about first, in place, with or without scripts. */
export function ConfirmButton({ label, question, confirmLabel, action, look = "danger", fields = {} }: ConfirmProps) {
  return (
    <details className="sf-confirm">
      <summary className="usa-button usa-button--outline sf-confirm__open">{label}</summary>
      <Form method="post" {...(action ? { action } : {})} className="sf-confirm__body">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{question}</p>
        <SubmitButton look={look}>{confirmLabel}</SubmitButton>
      </Form>
    </details>
  );
}
