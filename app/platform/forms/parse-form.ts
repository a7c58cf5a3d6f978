import type { z } from "zod";
import type { Outcome, Problem } from "../../domain/problem";
import { readForm, type PostedValues } from "./read-form";

/** What an action answers when it did not do the act: the problems and what was typed, field by field. */
export type FormReply = {
  readonly problems: readonly Problem[];
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** The values are of fields that were touched on an earlier visit; the others keep what is on file. */
  readonly isDraft?: true;
};

/** The schema's value, or Problems whose `field` is the name of the input. */
export function parseForm<S extends z.ZodType>(schema: S, form: FormData): Outcome<z.output<S>> {
  return parsePosted(schema, readForm(form));
}

export function parsePosted<S extends z.ZodType>(schema: S, posted: PostedValues): Outcome<z.output<S>> {
  const result = schema.safeParse(posted);
  return result.success ? { ok: true, value: result.data } : { ok: false, problems: problemsOf(result.error) };
}

/** One Problem per zod issue; the first issue of a field wins. */
export function problemsOf(error: z.ZodError): readonly Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const issue of error.issues) {
    const field = issue.path.join(".");
    if (field !== "" && seen.has(field)) continue;
    seen.add(field);
    const params = paramsOf(issue);
    problems.push({ code: codeOf(issue), ...(field === "" ? {} : { field }), ...(params ? { params } : {}) });
  }
  return problems;
}

type Issue = z.ZodError["issues"][number];
const codePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$|^required$|^stale$/;

function codeOf(issue: Issue): string {
  if (codePattern.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.message.includes("received undefined") ? "required" : "invalid-format";
    case "too_small":
      return issue.origin === "string" || issue.origin === "array" ? "required" : "number-too-small";
    case "too_big":
      return issue.origin === "string" ? "text-too-long" : "number-too-large";
    case "invalid_value":
    case "invalid_union":
      return "choose-one-of-list";
    default:
      return "invalid-format";
  }
}

function paramsOf(issue: Issue): Record<string, string | number> | undefined {
  if (issue.code === "too_small") return { minimum: Number(issue.minimum) };
  if (issue.code === "too_big") return { maximum: Number(issue.maximum) };
  if (issue.code !== "custom" || !issue.params) return undefined;
  const entries = Object.entries(issue.params);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string | number] => ["string", "number"].includes(typeof entry[1])),
  );
}

const secretName = /password|passcode|one-?time-?code|token|(^|\.)ssn$/i;

/** What was typed, to fill the form again. Files, passwords and Social Security numbers are never sent back. */
export function echoOf(form: FormData): Record<string, string[]> {
  const echo: Record<string, string[]> = {};
  for (const name of new Set(form.keys())) {
    if (secretName.test(name)) continue;
    echo[name] = form.getAll(name).filter((entry) => typeof entry === "string");
  }
  return echo;
}
