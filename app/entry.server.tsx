import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { isLocale, type Locale } from "./platform/i18n/languages";
import { localeOf } from "./platform/i18n/locale.server";
import { createRequestI18n } from "./platform/i18n/translator.server";
import { log } from "./platform/log.server";
import { RequestContext, type RequestDetails } from "./ui/frame/request-context";

/** Pages wait for their loaders anyway, and one string renders in about half the time of a stream. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const locale = rootLocale(entry) ?? (await localeOf(request));
  const details = detailsOf(context);
  const markup = renderToString(
    <I18nextProvider i18n={createRequestI18n(locale)}>
      <RequestContext.Provider value={details}>
        <RemixServer context={entry} url={request.url} />
      </RequestContext.Provider>
    </I18nextProvider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", locale);
  headers.append("Vary", "Accept-Language, Cookie");
  return new Response(`<!DOCTYPE html>${withSignedPreloads(markup, details.nonce)}`, { status, headers });
}

/** Browsers hold a script's preload to the script policy too; Remix gives the nonce to the scripts themselves only. */
function withSignedPreloads(markup: string, nonce: string | undefined): string {
  if (!nonce) return markup;
  return markup.replaceAll('<link rel="modulepreload"', () => `<link rel="modulepreload" nonce="${nonce}"`);
}

/** A bug goes to the log without anybody's data; a visitor who left, and an address without such a door, are no bugs. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  log().error({ err: error, requestId: context["requestId"] }, "page failed");
}

/** The language the root loader chose, so that it is worked out once a request. */
function rootLocale(entry: EntryContext): Locale | undefined {
  const data: unknown = entry.staticHandlerContext.loaderData["root"];
  const locale = typeof data === "object" && data !== null && "locale" in data ? data.locale : undefined;
  return isLocale(locale) ? locale : undefined;
}

function detailsOf(context: Readonly<Record<string, unknown>>): RequestDetails {
  const { cspNonce, requestId } = context;
  return {
    ...(typeof cspNonce === "string" ? { nonce: cspNonce } : {}),
    ...(typeof requestId === "string" ? { requestId } : {}),
  };
}
