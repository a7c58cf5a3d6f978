import { json, type TypedResponse } from "@remix-run/node";
import type { Problem } from "../../domain/problem";
import { echoOf, type FormReply } from "../forms/parse-form";
import { problemReply } from "../forms/reply.server";

const comeBackCodes = ["too-many-attempts", "sign-in-busy"];

/** Like `problemReply`, and 429 with Retry-After when the answer is to come back later. */
export function limitedReply(problems: readonly Problem[], form: FormData): TypedResponse<FormReply> {
  const later = problems.find(({ code }) => comeBackCodes.includes(code));
  if (!later) return problemReply(problems, form);
  const seconds = Number(later.params?.["minutes"] ?? 0) * 60 || 5;
  return json<FormReply>(
    { problems, values: echoOf(form) },
    { status: 429, headers: { "Retry-After": String(seconds) } },
  );
}
