import type { InputHTMLAttributes } from "react";
import { useTranslation } from "react-i18next";
import type { BasisPoints } from "../../domain/money/cents";
import type { CalendarDate } from "../../domain/calendar/calendar-date";
import { formatTypedDate } from "../format/dates";
import { FieldShell, type FieldWords } from "./field-shell";
import { useFieldState } from "./form-context";

const widths = {
  "2xs": "usa-input--2xs",
  xs: "usa-input--xs",
  sm: "usa-input--sm",
  md: "usa-input--md",
  full: "sf-input--full",
} as const;

type NativeInput = Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "value" | "defaultValue" | "width" | "id">;

export type TextFieldProps = FieldWords &
  NativeInput & {
    defaultValue?: string | undefined;
    /** As wide as the answer is long; a comfortable line of text when left out. */
    width?: keyof typeof widths;
    /** Printed inside the box, before or after what is typed. */
    prefix?: string;
    suffix?: string;
  };

/** One line of text. What was typed before wins over `defaultValue`. */
export function TextField(props: TextFieldProps) {
  const { name, label, hint, optional, defaultValue, width, prefix, suffix, type = "text", ...native } = props;
  const state = useFieldState(name);
  const input = (
    <input
      {...native}
      {...state.handlers}
      {...state.describedBy(hint)}
      id={state.id}
      name={name}
      type={type}
      className={`usa-input ${width ? widths[width] : ""} ${state.error ? "usa-input--error" : ""}`.trim()}
      aria-invalid={state.error ? true : undefined}
      defaultValue={state.typed?.[0] ?? defaultValue}
    />
  );
  const boxed = prefix !== undefined || suffix !== undefined;
  return (
    <FieldShell name={name} label={label} hint={hint} optional={optional ?? false} state={state}>
      {boxed ? (
        <div className={`usa-input-group sf-input-group ${state.error ? "usa-input-group--error" : ""}`.trim()}>
          {prefix ? <InputEdge side="prefix" text={prefix} /> : null}
          {input}
          {suffix ? <InputEdge side="suffix" text={suffix} /> : null}
        </div>
      ) : (
        input
      )}
    </FieldShell>
  );
}

function InputEdge({ side, text }: { side: "prefix" | "suffix"; text: string }) {
  return (
    <div className={`usa-input-${side}`} aria-hidden="true">
      {text}
    </div>
  );
}

type UnitFieldProps<V> = Omit<TextFieldProps, "defaultValue" | "prefix" | "suffix" | "type"> & {
  defaultValue?: V | undefined;
};

/** A share from 0 to 100; read it with `percentField()`. */
export function PercentField({ defaultValue, width = "2xs", ...rest }: UnitFieldProps<BasisPoints>) {
  const typed = defaultValue === undefined ? undefined : String(defaultValue / 100);
  return <TextField {...rest} width={width} defaultValue={typed} suffix="%" inputMode="decimal" autoComplete="off" />;
}

/** A day, typed month first in one box; read it with `dateField()`. */
export function DateField({ defaultValue, hint, width = "sm", ...rest }: UnitFieldProps<CalendarDate>) {
  const { t } = useTranslation("shared");
  const typed = defaultValue === undefined ? undefined : formatTypedDate(defaultValue);
  return <TextField {...rest} width={width} defaultValue={typed} hint={hint ?? t("form.dateHint")} />;
}
