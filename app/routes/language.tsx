import { json, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { fallbackLocale, isLocale } from "~/platform/i18n/languages";
import { languageCookieHeader } from "~/platform/i18n/locale.server";
import { saveUserLocale } from "~/platform/root-data.server";
import { safeReturnTo } from "~/platform/redirect.server";

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const wanted = form.get("language");
  const locale = isLocale(wanted) ? wanted : fallbackLocale;
  await saveUserLocale(request, locale);
  const headers = { "Set-Cookie": await languageCookieHeader(locale) };
  // With scripts the page stays where it is, and so does what was typed into it.
  if (form.get("stay") === "yes") return json({ locale }, { headers });
  const returnTo = form.get("returnTo");
  return redirect(safeReturnTo(typeof returnTo === "string" ? returnTo : undefined), { headers });
}

export function loader() {
  return redirect("/");
}
