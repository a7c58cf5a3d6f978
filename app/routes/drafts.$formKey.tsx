import { json, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { discardDraft, draftValuesSchema, saveDraftFields } from "~/platform/drafts/drafts.server";
import { notFound } from "~/platform/permissions/permissions.server";
import { safeReturnTo } from "~/platform/redirect.server";
import { findUser } from "~/platform/session/session.server";

/**
 * Saves changed fields while somebody types. Answers in JSON: 401 when the session is over, 422 when it cannot be kept.
 * A form that is posted here throws the draft away.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const user = await findUser(request);
  if (!user) return new Response(null, { status: 401 });
  const isForm = request.headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded") ?? false;
  if (isForm) return discard(user.userId, params["formKey"] ?? "", await request.formData());
  const isJson = request.headers.get("Content-Type")?.startsWith("application/json") ?? false;
  const fields = draftValuesSchema.safeParse(isJson ? await readJson(request) : undefined);
  if (!fields.success) return json({ problems: [{ code: "draft-unknown-form" }] }, { status: 422 });
  const outcome = await saveDraftFields(user.userId, params["formKey"] ?? "", fields.data);
  if (!outcome.ok) return json({ problems: outcome.problems }, { status: 422 });
  return json({ savedAt: outcome.value.toISOString() });
}

async function discard(userId: string, formKey: string, form: FormData) {
  await discardDraft(userId, formKey);
  const returnTo = form.get("returnTo");
  return redirect(safeReturnTo(typeof returnTo === "string" ? returnTo : null, "/start"));
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function loader() {
  throw notFound();
}
