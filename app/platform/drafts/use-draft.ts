import { useCallback, useEffect, useRef, useState, type RefObject } from "react";

/** `savedAt` is the server's instant, ISO. */
export type DraftState =
  | { readonly phase: "idle" }
  | { readonly phase: "saving" }
  | { readonly phase: "saved"; readonly savedAt: string }
  | { readonly phase: "failed" };

const quietMilliseconds = 800;
const retryMilliseconds = 10_000;
const notKept = "input[type=password], input[type=file], input[type=hidden], [data-draft=off]";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Saves what somebody types, field by field, while they type: the changed fields go to the server after a short
 * silence and when the page is left. Give the form's element; without scripts the server still keeps a refused form.
 */
export function useDraft(formKey: string, form: RefObject<HTMLFormElement | null>): DraftState {
  const [state, setState] = useState<DraftState>({ phase: "idle" });
  const changed = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const send = useCallback(
    async ({ leaving }: { leaving: boolean }) => {
      const element = form.current;
      const names = [...changed.current];
      if (!element || names.length === 0) return;
      changed.current.clear();
      setState({ phase: "saving" });
      const answer = await post({ formKey, fields: valuesOf(element, names), leaving });
      if (answer === undefined) {
        for (const name of names) changed.current.add(name);
        timer.current = setTimeout(() => void send({ leaving: false }), retryMilliseconds);
      }
      setState(answer ?? { phase: "failed" });
    },
    [form, formKey],
  );
  useEffect(() => {
    const element = form.current;
    if (!element) return undefined;
    const note = (event: Event) => {
      const field = event.target as Field;
      if (!field.name || field.matches(notKept)) return;
      changed.current.add(field.name);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send({ leaving: false }), quietMilliseconds);
    };
    const leave = () => void (document.visibilityState === "hidden" && send({ leaving: true }));
    const stop = () => {
      clearTimeout(timer.current);
      changed.current.clear();
    };
    element.addEventListener("input", note);
    element.addEventListener("submit", stop);
    document.addEventListener("visibilitychange", leave);
    return () => {
      clearTimeout(timer.current);
      element.removeEventListener("input", note);
      element.removeEventListener("submit", stop);
      document.removeEventListener("visibilitychange", leave);
    };
  }, [form, send]);
  return state;
}

function valuesOf(element: HTMLFormElement, names: readonly string[]): Record<string, string[]> {
  const data = new FormData(element);
  return Object.fromEntries(
    names.map((name) => [name, data.getAll(name).filter((value): value is string => typeof value === "string")]),
  );
}

type Post = { formKey: string; fields: Record<string, string[]>; leaving: boolean };

/** Undefined when it could not be saved now and is worth another try. */
async function post({ formKey, fields, leaving }: Post): Promise<DraftState | undefined> {
  try {
    const response = await fetch(`/drafts/${encodeURIComponent(formKey)}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(fields),
      credentials: "same-origin",
      keepalive: leaving,
    });
    if (!response.ok) return response.status >= 500 ? undefined : { phase: "failed" };
    const { savedAt } = (await response.json()) as { savedAt: string };
    return { phase: "saved", savedAt };
  } catch (error) {
    // Fetch answers a lost connection with a TypeError; anything else is a mistake of ours.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
