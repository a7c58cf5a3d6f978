import { json, type TypedResponse } from "@remix-run/node";
import type { Problem } from "~/domain/problem";
import { echoOf } from "~/platform/forms/parse-form";
import type { BusinessReply, CountyChoice } from "./business-fields";

type Refusal = { readonly problems: readonly Problem[]; readonly counties?: readonly CountyChoice[] };

/** Like `problemReply`, with the counties to choose from. */
export function businessReply({ problems, counties }: Refusal, form: FormData): TypedResponse<BusinessReply> {
  const status = problems.some(({ code }) => code === "stale") ? 409 : 422;
  return json<BusinessReply>({ problems, ...(counties ? { counties } : {}), values: echoOf(form) }, { status });
}
