import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FieldState } from "./form-context";

export type FieldWords = {
  /** Name of the input; a dotted path for nested values. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Adds "(optional)" to the label. Everything else is required. */
  optional?: boolean;
};

type ShellProps = FieldWords & { state: FieldState; children: ReactNode };

/** Label, hint and message around one input. */
export function FieldShell({ label, hint, optional, state, children }: ShellProps) {
  return (
    <div className={`usa-form-group ${state.error ? "usa-form-group--error" : ""}`.trim()}>
      <label className={`usa-label ${state.error ? "usa-label--error" : ""}`.trim()} htmlFor={state.id}>
        {label}
        <OptionalMark shown={optional} />
      </label>
      <HintAndError hint={hint} state={state} />
      {children}
    </div>
  );
}

/** Legend, hint and message around a group of radios. */
export function GroupShell({ label, hint, optional, state, children }: ShellProps) {
  return (
    <div className={`usa-form-group ${state.error ? "usa-form-group--error" : ""}`.trim()}>
      <fieldset
        className="usa-fieldset"
        role="radiogroup"
        aria-invalid={state.error ? true : undefined}
        {...state.describedBy(hint)}
      >
        <legend className={`usa-label ${state.error ? "usa-label--error" : ""}`.trim()}>
          {label}
          <OptionalMark shown={optional} />
        </legend>
        <HintAndError hint={hint} state={state} />
        {children}
      </fieldset>
    </div>
  );
}

function OptionalMark({ shown }: { shown: boolean | undefined }) {
  const { t } = useTranslation("shared");
  return shown ? <span className="usa-hint"> {t("form.optional")}</span> : null;
}

function HintAndError({ hint, state }: { hint: ReactNode; state: FieldState }) {
  const { t } = useTranslation("shared");
  return (
    <>
      {hint ? (
        <span className="usa-hint sf-hint" id={state.hintId}>
          {hint}
        </span>
      ) : null}
      {state.error ? (
        <span className="usa-error-message" id={state.errorId}>
          <span className="usa-sr-only">{t("form.errorPrefix")} </span>
          {state.error}
        </span>
      ) : null}
    </>
  );
}
