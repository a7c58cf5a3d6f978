import { json, type TypedResponse } from "@remix-run/node";
import type { Problem } from "../../domain/problem";
import { echoOf, type FormReply } from "./parse-form";

/** 422 with the problems and the typed values; 409 when somebody else changed the record first. */
export function problemReply(problems: readonly Problem[], form: FormData): TypedResponse<FormReply> {
  const status = problems.some((problem) => problem.code === "stale") ? 409 : 422;
  return json<FormReply>({ problems, values: echoOf(form) }, { status });
}
