import type { TextareaHTMLAttributes } from "react";
import { FieldShell, type FieldWords } from "./field-shell";
import { useFieldState } from "./form-context";

type TextAreaProps = FieldWords &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name" | "value" | "defaultValue" | "id">;

/** Several lines of text. */
export function TextAreaField({ name, label, hint, optional, ...native }: TextAreaProps) {
  const state = useFieldState(name);
  return (
    <FieldShell name={name} label={label} hint={hint} optional={optional ?? false} state={state}>
      <textarea
        {...native}
        {...state.handlers}
        {...state.describedBy(hint)}
        id={state.id}
        name={name}
        className={`usa-textarea sf-text-area ${state.error ? "usa-input--error" : ""}`.trim()}
        aria-invalid={state.error ? true : undefined}
        defaultValue={state.typed?.[0]}
      />
    </FieldShell>
  );
}
