import { Form, type FormProps } from "@remix-run/react";
import type { ReactNode, RefObject } from "react";
import type { FormReply } from "../../platform/forms/parse-form";
import { ErrorSummary } from "./error-summary";
import { FormContext, type FormState } from "./form-context";
import type { BoundForm } from "./use-act-form";

type ActFormProps = Omit<FormProps, "method" | "onSubmit" | "ref" | "children"> & {
  /** From `useActForm`, when the form also checks in the browser. */
  form?: BoundForm;
  /** The action's answer, when the form is checked on the server only. */
  reply?: FormReply | undefined;
  /** Gets the form's element where it is not checked in the browser, for saving drafts. */
  formRef?: RefObject<HTMLFormElement>;
  /** The labels of the fields by name, said before each problem in the summary. */
  labels?: Readonly<Record<string, string>>;
  /** Where draft saving says "Saved at 10:41". */
  draftStatus?: ReactNode;
  children: ReactNode;
};

/** A native posting form: summary of problems on top, fields that know their own problem and what was typed. */
export function ActForm({ form, reply, formRef, labels, draftStatus, children, className, ...rest }: ActFormProps) {
  const state: FormState = form ?? {
    ...{ problems: reply?.problems ?? [], values: reply?.values ?? {}, isDraft: reply?.isDraft },
  };
  const binding = form ? { ref: form.formRef, onSubmit: form.onSubmit } : formRef ? { ref: formRef } : {};
  return (
    <FormContext.Provider value={state}>
      <ErrorSummary problems={state.problems} {...(labels ? { labels } : {})} />
      <Form method="post" noValidate className={`sf-form ${className ?? ""}`.trim()} {...rest} {...binding}>
        {children}
        {draftStatus ? <div className="sf-form__draft">{draftStatus}</div> : null}
      </Form>
    </FormContext.Provider>
  );
}
