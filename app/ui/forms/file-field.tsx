import type { InputHTMLAttributes } from "react";
import { FieldShell, type FieldWords } from "./field-shell";
import { useFieldState } from "./form-context";

type FileFieldProps = FieldWords & Pick<InputHTMLAttributes<HTMLInputElement>, "accept" | "multiple">;

/** The browser's own file input. Give the form `encType="multipart/form-data"`; read it with `uploadField()`. */
export function FileField({ name, label, hint, optional, accept, multiple }: FileFieldProps) {
  const state = useFieldState(name);
  return (
    <FieldShell name={name} label={label} hint={hint} optional={optional ?? false} state={state}>
      <input
        {...state.handlers}
        {...state.describedBy(hint)}
        id={state.id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        className="sf-file-input"
        aria-invalid={state.error ? true : undefined}
      />
    </FieldShell>
  );
}
