import { json, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { useContext, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import regularFont from "@uswds/uswds/fonts/public-sans/PublicSans-Regular.woff2?url";
import { baseNamespaces } from "./platform/i18n/languages";
import { localeOf } from "./platform/i18n/locale.server";
import { loadRootUser } from "./platform/root-data.server";
import { useLocale } from "./ui/format/use-locale";
import { ErrorPage, statusOf } from "./ui/frame/error-page";
import { PageFrame } from "./ui/frame/page-frame";
import { handleOf, namespacesOf, titleOf } from "./ui/frame/page-handle";
import { RequestContext } from "./ui/frame/request-context";
import styles from "./ui/styles.scss?url";

export const links: LinksFunction = () => [
  { rel: "preload", href: regularFont, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const [locale, user] = await Promise.all([localeOf(request), loadRootUser(request)]);
  const requestId = typeof context["requestId"] === "string" ? context["requestId"] : undefined;
  return json({ locale, user, requestId });
}

export function Layout({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const { nonce, requestId } = useContext(RequestContext);
  const script = nonce ? { nonce } : {};
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {requestId ? <meta name="request-id" content={requestId} /> : null}
        <DocumentTitle />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration {...script} />
        <Scripts {...script} />
      </body>
    </html>
  );
}

function DocumentTitle() {
  const matches = useMatches();
  const { t } = useTranslation([...baseNamespaces, ...namespacesOf(matches)]);
  return <title>{titleOf(matches, t)}</title>;
}

export default function App() {
  const { user } = useLoaderData<typeof loader>();
  const bare = useMatches().some((match) => handleOf(match).frame === "bare");
  if (bare) return <Outlet />;
  return (
    <PageFrame user={user}>
      <Outlet />
    </PageFrame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<typeof loader>("root");
  const { requestId } = useContext(RequestContext);
  return (
    <PageFrame user={data?.user ?? null}>
      <ErrorPage key={statusOf(error)} error={error} requestId={requestId ?? data?.requestId} />
    </PageFrame>
  );
}
