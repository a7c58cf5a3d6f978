import { useSubmit } from "@remix-run/react";
import { useRef, type FormEvent, type RefObject } from "react";
import { useForm, type FieldErrors, type FieldValues, type Resolver } from "react-hook-form";
import type { z } from "zod";
import type { Problem } from "../../domain/problem";
import { parseForm, type FormReply } from "../../platform/forms/parse-form";
import type { FormState } from "./form-context";

export type BoundForm = FormState & {
  readonly formRef: RefObject<HTMLFormElement>;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

type CarriedProblem = { type: string; problem: Problem };

/**
 * Checks a form in the browser with the schema the action uses, reading the same posted entries; without scripts the
 * browser posts and the action's reply shows the same problems. A submit button with `formNoValidate` skips the check.
 */
export function useActForm(schema: z.ZodType, reply?: FormReply): BoundForm {
  const formRef = useRef<HTMLFormElement>(null);
  const submit = useSubmit();
  const resolver: Resolver = () => {
    const parsed = formRef.current ? parseForm(schema, new FormData(formRef.current)) : undefined;
    if (!parsed || parsed.ok) return { values: {}, errors: {} };
    return { values: {}, errors: errorTree(parsed.problems) };
  };
  const form = useForm({ resolver, shouldFocusError: false, reValidateMode: "onChange" });
  const found = carriedProblems(form.formState.errors);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    if (event.defaultPrevented) return;
    const element = event.currentTarget;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const button = submitter instanceof HTMLButtonElement ? submitter : undefined;
    if (button?.formNoValidate) return;
    event.preventDefault();
    void form.handleSubmit(() => submit(button ?? element))(event);
  }

  return {
    formRef,
    onSubmit,
    register: form.register,
    problems: form.formState.isSubmitted ? [...found, ...serverOnly(reply, found)] : (reply?.problems ?? []),
    values: reply?.values ?? {},
    isDraft: reply?.isDraft,
  };
}

/** A problem the server found stays on its field until the browser finds a newer one there. */
function serverOnly(reply: FormReply | undefined, found: readonly Problem[]): readonly Problem[] {
  return (reply?.problems ?? []).filter((problem) => !found.some((newer) => newer.field === problem.field));
}

const wholeForm = "root";

function errorTree(problems: readonly Problem[]): FieldErrors<FieldValues> {
  const tree: Record<string, unknown> = {};
  for (const problem of problems) {
    const path = (problem.field ?? wholeForm).split(".");
    let at = tree;
    for (const part of path.slice(0, -1)) at = (at[part] ??= {}) as Record<string, unknown>;
    at[path.at(-1)!] = { type: problem.code, problem } satisfies CarriedProblem;
  }
  return tree as FieldErrors<FieldValues>;
}

function carriedProblems(tree: unknown): Problem[] {
  if (typeof tree !== "object" || tree === null) return [];
  if (isCarried(tree)) return [tree.problem];
  return Object.values(tree).flatMap((inner) => (inner instanceof Element ? [] : carriedProblems(inner)));
}

function isCarried(value: object): value is CarriedProblem {
  return "problem" in value && "type" in value && typeof value.type === "string";
}
