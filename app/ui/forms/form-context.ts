import { createContext, useContext } from "react";
import type { FieldValues, UseFormRegister } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../domain/problem";
import { problemSentence } from "../../platform/problems";
import { useLocale } from "../format/use-locale";

export type FormState = {
  readonly problems: readonly Problem[];
  /** What was typed before, by input name. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Only fields that were touched have values; the others keep their own. */
  readonly isDraft?: boolean | undefined;
  /** Present when the form also checks in the browser. */
  readonly register?: UseFormRegister<FieldValues>;
};

const blankForm: FormState = { problems: [], values: {} };

export const FormContext = createContext<FormState>(blankForm);

/** The element an error link jumps to. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll(".", "-")}`;
}

export type FieldState = {
  readonly id: string;
  readonly errorId: string;
  readonly hintId: string;
  /** The refusal in words, or undefined. */
  readonly error: string | undefined;
  /** Undefined when the form has not been posted. */
  readonly typed: readonly string[] | undefined;
  readonly handlers: Partial<ReturnType<UseFormRegister<FieldValues>>>;
  readonly describedBy: (hint: unknown) => { "aria-describedby"?: string };
};

/** Whether the form was filled before, so that what is never sent back has to be typed again. */
export function useWasFilled(): boolean {
  return Object.keys(useContext(FormContext).values).length > 0;
}

/** Everything an input needs to know about itself from the form around it. */
export function useFieldState(name: string): FieldState {
  const { problems, values, isDraft, register } = useContext(FormContext);
  const { t } = useTranslation("problems");
  const locale = useLocale();
  const problem = problems.find((candidate) => candidate.field === name);
  const id = fieldId(name);
  const posted = Object.keys(values).length > 0 && !isDraft;
  const error = problem ? problemSentence(t, locale, problem) : undefined;
  return {
    id,
    errorId: `${id}-error`,
    hintId: `${id}-hint`,
    error,
    typed: values[name] ?? (posted ? [] : undefined),
    handlers: register ? register(name) : {},
    describedBy: (hint) => {
      const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
      return ids ? { "aria-describedby": ids } : {};
    },
  };
}
