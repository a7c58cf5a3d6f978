import type { ReactNode, SelectHTMLAttributes } from "react";
import { useTranslation } from "react-i18next";
import { FieldShell, GroupShell, type FieldWords } from "./field-shell";
import { useFieldState, type FieldState } from "./form-context";

export type Choice<V extends string = string> = {
  value: V;
  label: ReactNode;
  /** A quieter second line inside the choice. */
  description?: ReactNode;
  disabled?: boolean;
};

type SelectProps = FieldWords &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "name" | "value" | "defaultValue" | "id"> & {
    choices: readonly { value: string; label: string }[];
    defaultValue?: string | undefined;
    /** What the empty first line says; false leaves it out. */
    blank?: boolean | string;
  };

/** For long closed lists; up to about seven, use RadioGroup. */
export function SelectField(props: SelectProps) {
  const { name, label, hint, optional, choices, defaultValue, blank = true, ...native } = props;
  const state = useFieldState(name);
  const { t } = useTranslation("shared");
  return (
    <FieldShell name={name} label={label} hint={hint} optional={optional ?? false} state={state}>
      <select
        {...native}
        {...state.handlers}
        {...state.describedBy(hint)}
        id={state.id}
        name={name}
        className={`usa-select ${state.error ? "usa-input--error" : ""}`.trim()}
        aria-invalid={state.error ? true : undefined}
        defaultValue={state.typed?.[0] ?? defaultValue}
      >
        {blank ? <option value="">{blank === true ? t("form.choose") : blank}</option> : null}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldShell>
  );
}

type GroupProps = FieldWords & { choices: readonly Choice[]; tiles?: boolean };

/** One of a few. `tiles` draws each choice as a box that is easy to hit. */
export function RadioGroup({ defaultValue, ...props }: GroupProps & { defaultValue?: string | undefined }) {
  const state = useFieldState(props.name);
  const chosen = state.typed ?? (defaultValue === undefined ? [] : [defaultValue]);
  return <ChoiceGroup {...props} kind="radio" state={state} chosen={chosen} />;
}

type ChoiceGroupProps = GroupProps & { kind: "radio" | "checkbox"; state: FieldState; chosen: readonly string[] };

function ChoiceGroup({ choices, tiles, kind, state, chosen, ...words }: ChoiceGroupProps) {
  return (
    <GroupShell {...words} state={state}>
      {choices.map((choice, index) => {
        const id = index === 0 ? state.id : `${state.id}-${index}`;
        return (
          <div key={choice.value} className={`usa-${kind}`}>
            <input
              {...state.handlers}
              className={`usa-${kind}__input ${tiles ? `usa-${kind}__input--tile` : ""}`.trim()}
              id={id}
              type={kind}
              name={words.name}
              value={choice.value}
              disabled={choice.disabled}
              defaultChecked={chosen.includes(choice.value)}
            />
            <label className={`usa-${kind}__label`} htmlFor={id}>
              {choice.label}
              {choice.description ? <ChoiceDescription kind={kind} text={choice.description} /> : null}
            </label>
          </div>
        );
      })}
    </GroupShell>
  );
}

function ChoiceDescription({ kind, text }: { kind: "radio" | "checkbox"; text: ReactNode }) {
  return <span className={`usa-${kind}__label-description`}>{text}</span>;
}

type CheckboxProps = FieldWords & { defaultChecked?: boolean; value?: string; tile?: boolean };

/** A single yes; read it with `checkboxField()`, or `consentField()` where it must be ticked. */
export function CheckboxField({ name, label, hint, defaultChecked = false, value = "on", tile }: CheckboxProps) {
  const state = useFieldState(name);
  const { t } = useTranslation("shared");
  return (
    <div className={`usa-form-group ${state.error ? "usa-form-group--error" : ""}`.trim()}>
      {state.error ? (
        <span className="usa-error-message" id={state.errorId}>
          <span className="usa-sr-only">{t("form.errorPrefix")} </span>
          {state.error}
        </span>
      ) : null}
      <div className="usa-checkbox">
        <input
          {...state.handlers}
          {...state.describedBy(hint)}
          className={`usa-checkbox__input ${tile ? "usa-checkbox__input--tile" : ""}`.trim()}
          id={state.id}
          type="checkbox"
          name={name}
          value={value}
          aria-invalid={state.error ? true : undefined}
          defaultChecked={state.typed ? state.typed.includes(value) : defaultChecked}
        />
        <label className="usa-checkbox__label" htmlFor={state.id}>
          {label}
          {hint ? (
            <span className="usa-checkbox__label-description" id={state.hintId}>
              {hint}
            </span>
          ) : null}
        </label>
      </div>
    </div>
  );
}
