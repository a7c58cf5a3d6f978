import { Form, Link, NavLink, useLocation, useMatches } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RootUser } from "../../platform/root-data.server";
import { AwningMark } from "./awning-mark";
import { LanguageToggle } from "./language-toggle";

type PageFrameProps = { user: RootUser | null; children: ReactNode };

/** Header, main part and footer of every page. */
export function PageFrame({ user, children }: PageFrameProps) {
  const { t } = useTranslation("shared");
  return (
    <>
      <a className="usa-skipnav" href="#main">
        {t("frame.skip")}
      </a>
      <header className="sf-header">
        <div className="sf-header__inner">
          <Link className="sf-header__home" to="/">
            <AwningMark />
            <span className="sf-header__name">{t("product.name")}</span>
          </Link>
          <div className="sf-header__account">
            <LanguageToggle />
            <AccountLinks user={user} />
          </div>
        </div>
        {user && user.navigation.length > 0 ? <MainNavigation user={user} /> : null}
      </header>
      {user?.actingFor ? <ActingBanner {...user.actingFor} /> : null}
      <main id="main" className="sf-main" tabIndex={-1}>
        {children}
      </main>
      <PageFooter />
    </>
  );
}

function AccountLinks({ user }: { user: RootUser | null }) {
  const { t } = useTranslation("shared");
  if (!user) {
    return (
      <Link className="usa-link" to="/sign-in">
        {t("frame.signIn")}
      </Link>
    );
  }
  return (
    <>
      <span className="sf-header__person">{user.displayName}</span>
      <Form method="post" action="/sign-out" reloadDocument>
        <button type="submit" className="usa-button usa-button--unstyled">
          {t("frame.signOut")}
        </button>
      </Form>
    </>
  );
}

function MainNavigation({ user }: { user: RootUser }) {
  const { t } = useTranslation("shared");
  return (
    <nav className="sf-nav" aria-label={t("frame.mainNavigation")}>
      <ul className="sf-nav__list">
        {user.navigation.map((item) => (
          <li key={item.to}>
            <NavLink className="sf-nav__link" to={item.to}>
              {t(item.labelKey)}
            </NavLink>
          </li>
        ))}
        <DeskLinks />
      </ul>
    </nav>
  );
}

const deskLinks = [
  { key: "tasks", to: "", covers: ["", "/eligibility", "/business", "/staff", "/history"] },
  { key: "roster", to: "/roster", covers: ["/roster"] },
  { key: "plans", to: "/plans", covers: ["/plans"] },
  { key: "offer", to: "/offer/review", covers: ["/offer", "/coverage-year"] },
  { key: "enrollment", to: "/enrollment", covers: ["/enrollment"] },
] as const;

/** The parts of one business, on its pages only; not on a page that was refused. */
function DeskLinks() {
  const { t } = useTranslation("shared");
  const { pathname } = useLocation();
  const here = useMatches().at(-1);
  const base = /^\/employers\/[0-9a-f-]{36}(?=\/|$)/.exec(pathname)?.[0];
  if (!base || here?.data === undefined) return null;
  const rest = pathname.slice(base.length).replace(/\/$/, "");
  const isHere = (part: string) => (part === "" ? rest === "" : rest === part || rest.startsWith(`${part}/`));
  return deskLinks.map(({ key, to, covers }) => (
    <li key={key}>
      <Link className="sf-nav__link" to={`${base}${to}`} aria-current={covers.some(isHere) ? "page" : undefined}>
        {t(`nav.${key}`)}
      </Link>
    </li>
  ));
}

function ActingBanner({ groupName, stopUrl }: { groupName: string; stopUrl: string }) {
  const { t } = useTranslation("shared");
  return (
    <section className="sf-acting" aria-label={t("frame.actingLabel")}>
      <span>{t("frame.acting", { name: groupName })}</span>
      <Form method="post" action={stopUrl}>
        <button type="submit" className="usa-button usa-button--unstyled">
          {t("frame.actingStop")}
        </button>
      </Form>
    </section>
  );
}

function PageFooter() {
  const { t } = useTranslation("shared");
  return (
    <footer className="sf-footer">
      <div className="sf-footer__inner">
        <section aria-labelledby="footer-help">
          <h2 id="footer-help" className="sf-footer__heading">
            {t("help.heading")}
          </h2>
          <p>{t("help.person")}</p>
          <p>
            <Link className="usa-link" to="/help">
              {t("help.link")}
            </Link>
          </p>
        </section>
        <p className="sf-footer__about">{t("frame.about")}</p>
      </div>
    </footer>
  );
}
