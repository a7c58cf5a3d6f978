import type { z } from "zod";
import type { Problem } from "../../../domain/problem";

type Issue = z.ZodError["issues"][number];
type Found = Omit<Problem, "field"> & { readonly path: readonly PropertyKey[] };

const codePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

/** One Problem per field of a JSON document, with the dotted path as field; the first issue of a field wins. */
export function jsonProblemsOf(error: z.ZodError): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const { path, ...found } of error.issues.flatMap(foundIn)) {
    const field = path.map(String).join(".");
    if (!problems.has(field)) problems.set(field, field === "" ? found : { ...found, field });
  }
  return [...problems.values()];
}

function foundIn(issue: Issue): readonly Found[] {
  const { path } = issue;
  switch (issue.code) {
    case "custom":
      return [{ path, ...ownProblem(issue) }];
    case "unrecognized_keys":
      return issue.keys.map((name) => ({ path: [...path, name], code: "json-field-unknown", params: { name } }));
    case "invalid_type":
      return [issue.message.endsWith("received undefined") ? missing(path) : wrongType(path, issue.expected)];
    case "invalid_value":
      return [notAmong(path, issue.values)];
    case "invalid_union":
      return [notAmong(path, "options" in issue && Array.isArray(issue.options) ? issue.options : [])];
    case "too_small":
      return [{ path, code: "json-too-short", params: { minimum: Number(issue.minimum) } }];
    case "too_big":
      return [{ path, code: "json-too-long", params: { maximum: Number(issue.maximum) } }];
    default:
      return [{ path, code: "invalid-format" }];
  }
}

/** A field's own refusal; its citation travels among the parameters. */
function ownProblem({ message, params = {} }: Extract<Issue, { code: "custom" }>): Omit<Problem, "field"> {
  const { citation, ...rest } = params;
  const entries = Object.entries(rest).filter((entry): entry is [string, string | number] =>
    ["string", "number"].includes(typeof entry[1]),
  );
  return {
    code: codePattern.test(message) ? message : "invalid-format",
    ...(entries.length > 0 ? { params: Object.fromEntries(entries) } : {}),
    ...(typeof citation === "string" ? { citation } : {}),
  };
}

function missing(path: readonly PropertyKey[]): Found {
  return { path, code: "json-field-missing" };
}

function wrongType(path: readonly PropertyKey[], expected: string): Found {
  return { path, code: "json-type-wrong", params: { expected } };
}

function notAmong(path: readonly PropertyKey[], choices: readonly unknown[]): Found {
  return { path, code: "json-choice-unknown", params: { choices: choices.map(String).join(", ") } };
}
